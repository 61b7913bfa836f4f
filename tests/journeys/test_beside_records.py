"""个人信息留痕、来访来电、批注、历史."""

from openpyxl import load_workbook
from PySide6.QtWidgets import QLabel, QPushButton

from qyclient.office.services import accesses
from qyclient.organizations.models import Organization
from qyclient.organizations.services.notes import promises
from qyclient.organizations.services.register import amend
from qyclient.records.view import View
from ui.kit.export_choice import ExportChoice
from ui.kit.facts import Reveal
from ui.kit.history_dialog import HistoryDialog
from ui.kit.report_dialog import ListExport
from ui.kit.tab import Visit
from ui.kit.text_dialog import TextDialog
from ui.organizations.contact_dialog import ContactDialog
from ui.organizations.history import DayCertificateDialog


def chosen(clerk):
    tab = clerk.go("社会组织")
    workspace = clerk.window.jobs.workspace
    [old] = workspace.page(Organization, View(), 0, 1)
    body = workspace.write(amend, old.id, old.version, {"phone": "13800138000"}).value
    with clerk.qtbot.waitSignal(tab.records.counted):
        tab.visit(Visit(words=body.name))
    clerk.choose(tab, body.name)
    return tab, body


def seen(clerk):
    return clerk.window.jobs.workspace.read(accesses)


def test_a_personal_value_is_shown_by_one_click_that_is_noted(county_clerk):
    clerk = county_clerk
    tab, body = chosen(clerk)
    buttons = tab.pane.findChildren(Reveal)
    [button] = [b for b in buttons if b.accessibleName() == "显示联系电话"]
    assert body.phone not in clerk.read_pane(tab)
    assert seen(clerk) == []
    button.click()
    clerk.until(lambda: body.phone in clerk.read_pane(tab))
    [entry] = seen(clerk)
    told = (entry["deed"], entry["record"], entry["what"], entry["operator"])
    assert told == ("显示", body.name, "联系电话", clerk.window.jobs.workspace.operator)
    button.click()
    assert body.phone not in clerk.read_pane(tab)


def test_a_full_export_asks_why_and_is_noted_and_a_masked_one_is_not(county_clerk, tmp_path):
    clerk = county_clerk
    tab, body = chosen(clerk)
    tab.layout_.show_columns({"name", "phone"})
    columns = [tab.records.columns[n] for n in tab.table.shown_columns()]
    choice = ExportChoice([c.field for c in columns if c.field.personal], tab)
    reasons = []
    choice.chosen.connect(reasons.append)
    choice.full.setChecked(True)
    choice.choose()
    assert choice.problem.text() == "完整导出请写明用途。"
    choice.reason.setText("报市局核查")
    choice.choose()
    for reason in ("", *reasons):
        path = tmp_path / f"{reason or '打码'}.xlsx"
        with clerk.qtbot.waitSignal(clerk.window.jobs.said):
            ListExport(clerk.window.jobs, tab.records, columns, tab, reason).write(path)
        cells = [c for row in load_workbook(path).worksheets[0].iter_rows(values_only=True)
                 for c in row]  # fmt: skip
        assert (body.phone in cells) is bool(reason)
    [entry] = seen(clerk)
    assert (entry["deed"], entry["reason"]) == ("导出", "报市局核查")
    assert entry["what"].startswith("社会组织列表 1 行：联系电话")


def test_a_call_is_noted_and_its_promise_kept(county_clerk):
    clerk = county_clerk
    tab, body = chosen(clerk)
    clerk.press(tab, "Ctrl+L")
    dialog = clerk.dialog(ContactDialog)

    def shown():
        return [label.text() for label in dialog.told.findChildren(QLabel)]

    clerk.until(lambda: body.name in shown())
    assert body.phone not in shown()
    clerk.fill(dialog, person="王女士", about="问年检材料", promise="发材料清单")
    clerk.try_to_save(dialog)
    assert "承诺期限" in dialog.form.findChild(object, "due_on.problem").text()
    clerk.fill(dialog, due_on="3.5")
    clerk.save(dialog)
    clerk.until(lambda: "发材料清单" in clerk.read_pane(tab))
    clerk.window.visit_title("工作台")
    home = clerk.window.tab("工作台")

    def done():
        return [b for b in home.findChildren(QPushButton) if b.text() == "办结"]

    clerk.until(lambda: len(done()) == 1)
    done()[0].click()
    clerk.until(lambda: clerk.window.jobs.workspace.read(promises) == [])
    clerk.until(lambda: clerk.window.line.sentence.text() == "已办结：发材料清单")


def test_a_remark_stands_in_the_pane(county_clerk):
    clerk = county_clerk
    tab, _body = chosen(clerk)
    clerk.press(tab, "Ctrl+M")
    dialog = clerk.dialog(TextDialog)
    dialog.give()
    assert dialog.problem.text() == "请填写批注。"
    dialog.box.setText("负责人换了电话，待变更")
    dialog.go.click()
    clerk.until(lambda: "负责人换了电话，待变更" in clerk.read_pane(tab))


def test_the_record_is_seen_as_it_was_on_a_day(county_clerk):
    clerk = county_clerk
    tab, body = chosen(clerk)
    clerk.press(tab, "Ctrl+H")
    dialog = clerk.dialog(HistoryDialog)
    clerk.until(lambda: bool(dialog.states))
    assert dialog.states[-1].record.phone == "13800138000"
    shown = {pair.label: pair.right for pair in dialog.sides.pairs}
    assert shown["名称"] == body.name
    assert shown["联系电话"] == "138****8000"


def test_the_certificate_of_a_day_is_seen_as_it_was_issued(county_clerk):
    clerk = county_clerk
    tab = clerk.go("社会组织")
    clerk.find(tab, "nxdxs")
    clerk.choose(tab, "清新县暖心大学生社会服务队")
    clerk.press(tab, "Ctrl+H")
    dialog = clerk.dialog(HistoryDialog)
    clerk.until(lambda: bool(dialog.states))
    dialog.open_certificate()
    paper = clerk.dialog_of(dialog, DayCertificateDialog)
    clerk.until(lambda: bool(paper.preview.images))
    assert "正本" in paper.preview.name
    assert paper.told.text()
