"""What is decided about columns is kept by name, and files of one name are told apart."""

from dataclasses import replace

import pytest

from qyclient.organizations.services.bodies import Row
from qyclient.organizations.services.ledgers import (
    Decisions,
    Rule,
    counted_in,
    read_sheets,
    rematched,
)
from qyclient.organizations.services.matchings import matched_by, matchings, save_matching
from qyclient.progress import Silent
from ui.organizations.intake_cells import cells_of
from ui.organizations.intake_decisions import mended, skipped, taken_again
from ui.organizations.intake_work import looked_through

HEADS = "名称,本金,经办,电话"


@pytest.fixture
def sheet(tmp_path):
    (tmp_path / "社会团体.csv").write_text(f"{HEADS}\n清新区足球协会,3,一股,12", "utf-8")
    [found] = read_sheets([tmp_path / "社会团体.csv"], Silent())
    return found


def test_units_and_rules_are_kept_with_the_fields(workspace, sheet):
    decided = counted_in(rematched(sheet, {1: "fund_amount"}), 1, "万元")
    rules = Decisions(rules={"phone": Rule.FILL, "fund_amount": Rule.IGNORE})
    workspace.write(save_matching, "旧表", replace(decided, decisions=rules))
    [kept] = workspace.read(matchings)
    loaded, unfit = matched_by(sheet, kept)
    assert unfit == []
    assert [(c.key, c.unit) for c in loaded.layout.columns][1] == ("fund_amount", "万元")
    assert loaded.decisions.rules == rules.rules


def test_a_matching_kept_before_units_is_still_read(workspace, sheet):
    kept = workspace.write(save_matching, "旧表", sheet).value
    kept.headings = "名称\tname\n电话\tphone\n本金\tfund_amount\n经办\t"
    loaded, unfit = matched_by(sheet, kept)
    assert unfit == []
    assert [c.key for c in loaded.layout.columns] == ["name", "fund_amount", None, "phone"]


def test_files_of_one_name_carry_their_folder(tmp_path):
    paths = [tmp_path / folder / "台账.csv" for folder in ("太和镇", "太平镇")]
    for path in paths:
        path.parent.mkdir()
        path.write_text(HEADS, "utf-8")
    assert [one.file for one in read_sheets(paths, Silent())] == [
        "太和镇/台账.csv",
        "太平镇/台账.csv",
    ]


def test_a_sheet_that_is_no_ledger_is_offered_without_a_tick(tmp_path):
    (tmp_path / "说明.csv").write_text("本表由各镇街填报", "utf-8")
    [sheet] = looked_through(read_sheets([tmp_path / "说明.csv"], Silent())).sheets
    assert not sheet.ticked
    sheet.head(0, 0)
    assert sheet.ledger.found


def test_a_mended_cell_is_shown_as_mended(sheet):
    now = mended(sheet.decisions, 2, {3: "5812345"})
    [work] = looked_through([replace(sheet, decisions=now)]).sheets
    reasons = ("D2 联系电话：位数不对",)
    row = Row(sheet.file, sheet.sheet.name, 2, "held", "清新区足球协会", "D2", reasons)
    seen = cells_of(work.ledger, row)
    assert (seen[0].column.heading, seen[0].text, seen[0].problem) == (
        "电话",
        "5812345",
        "联系电话：位数不对",
    )
    assert taken_again(skipped(now, 2), 2) == now
