"""查找全部、打印所见、报表留痕."""

from PySide6.QtCore import Qt

from qyclient.office.services import accesses
from qyclient.organizations.models import Organization
from qyclient.organizations.reports import REPORTS
from qyclient.organizations.services.register import amend, the
from qyclient.paper.pdf.raster import page_text
from qyclient.records.view import View
from ui.kit.export_choice import ExportChoice
from ui.kit.export_menu import ExportMenu
from ui.kit.print_found import PrintDialog
from ui.kit.report_dialog import ReportExport
from ui.kit.tab import Visit

NAME = "清新县暖心大学生社会服务队"


def look(clerk, words):
    finder = clerk.window.finder
    clerk.qtbot.keySequence(clerk.window, "Ctrl+K")
    finder.begin()
    with clerk.qtbot.waitSignal(finder.answered, timeout=10_000):
        finder.setText(words)
    return finder


def test_from_any_tab_a_contract_is_found_and_opened_by_the_keyboard(county_clerk):
    clerk = county_clerk
    clerk.window.activateWindow()
    clerk.go("绩效评价")
    finder = look(clerk, "qxnx")
    texts = finder.list.texts()
    assert ("社会组织", "共 1 条") in texts
    assert ("　" + NAME) in [called for called, _ in texts]
    numbers = [called for called, facts in texts if "留守儿童" in facts]
    clerk.qtbot.keyClick(finder, Qt.Key.Key_Down)
    clerk.qtbot.keyClick(finder, Qt.Key.Key_Return)
    tab = clerk.window.tab("购买服务")
    clerk.until(lambda: tab.current() is not None)
    assert f"　{tab.current()}" == numbers[0]
    assert clerk.window.tabs.title == "项目合同"
    assert finder.list.isHidden()


def test_a_certificate_opens_among_its_bodys_and_all_of_a_noun_its_list(county_clerk):
    clerk = county_clerk
    finder = look(clerk, "qxnx")
    found = [facts for called, facts in finder.list.texts() if called.startswith("　")]
    for _step in range(next(n for n, facts in enumerate(found) if "副本" in facts)):
        clerk.qtbot.keyClick(finder, Qt.Key.Key_Down)
    clerk.qtbot.keyClick(finder, Qt.Key.Key_Return)
    papers = clerk.window.tab("证书")
    clerk.until(lambda: papers.current() is not None and papers.current().organization.name == NAME)
    tab = clerk.window.tab("社会组织")
    finder = look(clerk, "清新区")
    finder.list.listing.emit(Organization)
    workspace = clerk.window.jobs.workspace
    many = workspace.count(Organization, View(words="清新区"))
    clerk.until(lambda: tab.search.text() == "清新区" and tab.records.rowCount() == many)


def test_what_is_not_there_is_said_kindly_and_escape_leaves(county_clerk):
    finder = look(county_clerk, "没有这个")
    assert finder.list.texts()[0][0] == "没有找到“没有这个”。"
    county_clerk.qtbot.keyClick(finder, Qt.Key.Key_Return)
    county_clerk.qtbot.keyClick(finder, Qt.Key.Key_Escape)
    assert finder.list.isHidden()
    assert finder.text() == ""


def test_looking_somebody_up_by_phone_is_noted(county_clerk):
    clerk = county_clerk
    workspace = clerk.window.jobs.workspace
    body = workspace.read(the, NAME)
    workspace.write(amend, body.id, body.version, {"phone": "13800138000"})
    finder = look(clerk, "13800138000")
    clerk.qtbot.keyClick(finder, Qt.Key.Key_Return)
    clerk.until(lambda: len(workspace.read(accesses)) == 1)
    [entry] = workspace.read(accesses)
    assert (entry["deed"], entry["record"], entry["what"]) == ("查找", NAME, "联系电话")


def menu(tab):
    return tab.findChild(ExportMenu)


def act(tab, text):
    [action] = [one for one in menu(tab).actions() if one.text() == text]
    action.trigger()


def printed(clerk, tab, reason):
    act(tab, "打印所见…")
    choice = clerk.dialog(ExportChoice)
    choice.full.setChecked(bool(reason))
    choice.reason.setText(reason)
    choice.choose()
    dialog = clerk.dialog(PrintDialog)
    clerk.until(dialog.preview.print_button.isEnabled)
    pdf = dialog.preview.pdf
    dialog.close()
    clerk.until(lambda: not dialog_open(clerk))
    return "".join("".join(page_text(pdf)).split())


def dialog_open(clerk):
    return any(one.isVisible() for one in clerk.window.findChildren(PrintDialog))


def test_what_is_seen_is_printed_as_it_is_seen_and_in_full_only_with_a_note(county_clerk):
    clerk = county_clerk
    tab = clerk.go("社会组织")
    workspace = clerk.window.jobs.workspace
    body = workspace.read(the, NAME)
    workspace.write(amend, body.id, body.version, {"phone": "13800138000"})
    with clerk.qtbot.waitSignal(tab.records.counted):
        tab.visit(Visit(words=NAME))
    tab.layout_.show_columns({"name", "phone"})
    said = printed(clerk, tab, "")
    assert NAME in said
    assert "138****8000" in said
    assert "13800138000" not in said
    assert f"查找：{NAME}" in said
    assert "共1条" in said
    assert "法定代表人" not in said
    assert workspace.read(accesses) == []
    assert "13800138000" in printed(clerk, tab, "上门核查")
    [entry] = workspace.read(accesses)
    assert (entry["deed"], entry["reason"]) == ("打印", "上门核查")


def test_a_statutory_form_is_written_in_full_and_noted(county_clerk, tmp_path):
    clerk = county_clerk
    tab = clerk.go("社会组织")
    roster = next(report for report in REPORTS if report.key == "roster")
    with clerk.qtbot.waitSignal(clerk.window.jobs.said):
        ReportExport(clerk.window.jobs, tab.records, roster, tab).write(tmp_path / "名册.xlsx")
    [entry] = clerk.window.jobs.workspace.read(accesses)
    assert entry["what"].startswith(f"社会组织名册 {tab.records.rowCount()} 行：联系电话")
    assert entry["reason"] == "法定表样"
