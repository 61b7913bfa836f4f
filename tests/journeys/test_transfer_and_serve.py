"""25 项职能开一次协调会，打印纪要；服务记录逐行录入、导入、认可."""

from PySide6.QtWidgets import QPushButton

from qyclient.contracts.models import FunctionItem, ServiceRecord
from qyclient.contracts.services.transferring import propose
from qyclient.records.view import Filter, View
from tests.journeys.test_contract_to_payment import more
from ui.contracts.amend_dialog import AmendDialog
from ui.contracts.directory_tab import DirectoryTab
from ui.contracts.meeting_dialog import MeetingDialog
from ui.contracts.records_tab import GridDialog
from ui.contracts.verb_dialog import VerbDialog
from ui.kit.print_found import PrintDialog


def test_a_meeting_on_25_items_is_written_down_and_its_minutes_printed(clerk):
    workspace = clerk.window.jobs.workspace
    for number in range(1, 26):
        texts = {"number": f"Z-{number:02d}", "name": f"事项{number}", "department": "区工信局"}
        workspace.write(propose, texts | {"mode": "转移"})
    tab = clerk.go("职能转移")
    clerk.press(tab, "F3")
    dialog = clerk.dialog(MeetingDialog)
    clerk.fill(
        dialog, title="协调会议", held_on="2026-03-01", convener="区社工委", attendees="各部门"
    )
    assert len(dialog.opinions.texts()) == 25
    dialog.opinions.lines[24]["opinion"].put("暂缓")
    dialog.findChild(QPushButton, "agree").click()
    assert "第 25 项" in clerk.try_to_save(dialog)
    dialog.opinions.lines[24]["reason"].put("力量不足")
    clerk.save(dialog)
    paper = clerk.dialog(PrintDialog)
    assert paper.preview.pdf.startswith(b"%PDF")
    paper.close()
    coordinated = Filter("status", among=("COORDINATED",))
    assert workspace.count(FunctionItem, View(filters=(coordinated,))) == 24


def test_records_are_typed_in_a_grid_and_recognised(clerk):
    stations = clerk.go("站点")
    clerk.press(stations, "Ctrl+N")
    station = clerk.dialog(VerbDialog)
    clerk.fill(station, name="太和镇服务站", level="镇级")
    clerk.save(station)
    tab = clerk.go("服务记录")
    clerk.press(tab, "Ctrl+N")
    grid = clerk.dialog(GridDialog)
    clerk.fill(grid, station="太和镇服务站", type="代办", item="社保查询")
    for line, (day, many) in zip(grid.grid.lines, (("20260301", "12"), ("3.2", "9")), strict=False):
        line["served_on"].put(day)
        line["quantity"].put(many)
    grid.grid.lines[1]["served_on"].put("2026-03-02")
    clerk.save(grid)
    clerk.until(lambda: tab.records.rowCount() == 2)
    tab.table.selectAll()
    clerk.press(tab, "F2")
    judging = clerk.dialog(VerbDialog)
    clerk.fill(judging, checked_how="电话")
    clerk.save(judging)
    found = clerk.window.jobs.workspace.page(ServiceRecord, View())
    assert {(one.status.label, one.checked_how) for one in found} == {("认可", "电话")}


def test_who_misses_a_condition_is_told_which(county_clerk):
    tab = county_clerk.go("资质目录")
    assert isinstance(tab, DirectoryTab)
    county_clerk.choose(tab, "ML-002")
    county_clerk.until(lambda: "专职人员不少于 2 人" in county_clerk.read_pane(tab))
    refused = []
    county_clerk.window.jobs.refused.connect(lambda no: refused.append(str(no)))
    county_clerk.press(tab, "F2")
    county_clerk.until(lambda: bool(refused))
    assert "专职人员不少于 2 人" in refused[0]


def test_an_amount_over_a_tenth_is_told_while_one_types(county_clerk):
    tab = county_clerk.go("项目合同")
    county_clerk.choose(tab, "QX-2024-007")
    dialog = more(county_clerk, tab, "supplement", AmendDialog)
    county_clerk.fill(dialog, delta="100900.81")
    county_clerk.until(lambda: "超过 100,800.00 元的上限" in dialog.heat.text())
    county_clerk.fill(dialog, delta="100800")
    county_clerk.until(lambda: "还可增加 0.00 元" in dialog.heat.text())
    dialog.accept()
