"""报表: a quarter's R2 is filled, does not add up, is mended, signed by the head, and sent."""

from openpyxl import load_workbook

from qyclient.returns.services import lookup, proceedings
from ui.returns.ask_dialogs import FigureDialog, StepDialog
from ui.returns.behind_dialog import BehindDialog
from ui.returns.return_dialog import ReturnDialog

TITLE = "清新区社会组织情况统计表（2025年第4季度）"


def _step(clerk, tab, who, move, **texts):
    clerk.window.jobs.workspace.operator = who
    tab.ask_step(tab.current(), _move(tab, move))
    dialog = clerk.dialog(StepDialog)
    clerk.fill(dialog, **texts)
    clerk.save(dialog)


def _move(tab, move):
    verbs = tab.jobs.workspace.read(proceedings.allowed, tab.current().id)
    return next(verb.move for verb in verbs if verb.move.key == move)


def test_a_quarter_that_does_not_add_up_is_mended_and_sent(county_clerk, tmp_path):
    clerk = county_clerk
    clerk.window.jobs.workspace.operator = "黄嘉怡"
    tab = clerk.go("报表")
    clerk.choose(tab, TITLE)
    clerk.press(tab, "F2")
    dialog = clerk.dialog(ReturnDialog)
    assert "不符" in dialog.told.text()
    said = [dialog.findings.item(row).text() for row in range(dialog.findings.count())]
    wrong = next(row for row, text in enumerate(said) if "社会服务" in text)
    assert "登记簿期末（社会服务）" in said[wrong]

    dialog.findings.setCurrentRow(wrong)
    assert dialog.table.place() == ("S.9", "closing")
    dialog.buttons["behind"].click()
    listed = clerk.dialog_of(dialog, BehindDialog)
    assert listed.table.rowCount() == len(dialog.whole.filled.records("S.9", "closing"))
    listed.reject()

    dialog.table.go_to([("S.9", "moved_out")])
    dialog.buttons["type"].click()
    asked = clerk.dialog_of(dialog, FigureDialog)
    clerk.fill(asked, amount="1", because="上季度迁入的1家已迁回，档案已退")
    clerk.save(asked)
    clerk.until(lambda: "不符 0" in dialog.told.text())
    dialog.save_to(tmp_path / "r2.xlsx")
    clerk.until((tmp_path / "r2.xlsx").exists)
    assert load_workbook(tmp_path / "r2.xlsx").sheetnames[1:] == ["填表说明", "校验结果"]
    dialog.reject()

    _step(clerk, tab, "黄嘉怡", "check_return")
    _step(clerk, tab, "陈国庆", "sign_return")
    _step(clerk, tab, "黄嘉怡", "send_return", medium="政务邮箱")
    sent = clerk.window.jobs.workspace.read(lookup.return_called, "R2", "2025Q4")
    assert (sent.state, sent.signed_by, sent.medium) == ("RETURN_SENT", "陈国庆", "政务邮箱")


def test_the_record_behind_a_number_opens_where_it_is_kept(county_clerk):
    clerk = county_clerk
    clerk.window.jobs.workspace.operator = "黄嘉怡"
    tab = clerk.go("报表")
    clerk.choose(tab, TITLE)
    clerk.press(tab, "F2")
    dialog = clerk.dialog(ReturnDialog)
    dialog.table.go_to([("S", "charity")])
    dialog.show_behind()
    listed = clerk.dialog_of(dialog, BehindDialog)
    name = listed.table.item(0, 0).text()
    listed.open_record()
    register = clerk.window.tab("名册")
    clerk.until(lambda: register.current() is not None)
    assert register.current().name == name
