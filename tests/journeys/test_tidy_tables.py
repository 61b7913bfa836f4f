"""整理数据: a noun leaves the window as one flat table, masked or for a purpose."""

import csv

from qyclient.office.services import accesses
from qyclient.organizations.models import Organization
from qyclient.records.view import View
from ui.returns.tidy_menu import write_tidied


def test_the_register_is_written_as_a_flat_table(county_clerk, tmp_path):
    clerk = county_clerk
    clerk.window.jobs.workspace.operator = "黄嘉怡"
    tab = clerk.go("报表")
    tab.bar.made["tidy"].trigger()
    assert "社会组织…" in [action.text() for action in tab.menu.actions()]
    tab.menu.close()
    path = tmp_path / "社会组织.csv"
    write_tidied(tab, Organization, path, "年度核对")
    clerk.until(lambda: path.exists() and clerk.window.jobs.idle)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.DictReader(file)]
    workspace = clerk.window.jobs.workspace
    assert len(rows) == workspace.count(Organization, View())
    assert {row["种类代码"] for row in rows} <= {"S", "M", "J", "C"}
    assert workspace.read(accesses)[0]["reason"] == "年度核对"
