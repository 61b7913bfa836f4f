"""草稿、疑似重复、更正、作废、合并、批量修改、撤销."""

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton  # noqa: TID251 - what the clerk is asked with

from qyclient.office.services import draft_of
from qyclient.organizations.models import Organization
from qyclient.organizations.services.likeness import are_distinct
from qyclient.records.view import Filter, View
from ui.kit.tab import Visit
from ui.kit.text_dialog import TextDialog
from ui.organizations.bulk_dialog import BulkDialog
from ui.organizations.correction import CorrectionDialog
from ui.organizations.form import OrganizationDialog
from ui.organizations.merge_dialog import MergeDialog
from ui.organizations.twins import TwinDialog
from ui.organizations.undo_dialog import UndoDialog

NAME = "清新区青山环保志愿协会"
BODY = {
    "name": NAME, "org_type": "社会团体", "uscc": "51441803mjm000122p", "legal_rep": "梁国栋",
    "residence": "清远市清新区太和镇建设街12号", "fund_amount": "3万元", "established_on": "3.1",
    "activity_area": "清新区", "business_scope": "植树护林", "business_supervisor": "直接登记",
}  # fmt: skip
SECOND = {**BODY, "name": "清新区青山环保志愿者协会", "uscc": "", "phone": "13800138000"}


def opened(clerk, tab, key, kind):
    tab.bar.made[key].trigger()
    return clerk.dialog(kind)


def registered(clerk, texts):
    tab = clerk.go("社会组织")
    dialog = opened(clerk, tab, "register", OrganizationDialog)
    clerk.fill(dialog, **texts)
    clerk.save(dialog)
    clerk.until(lambda: tab.current() is not None and tab.current().name == texts["name"])
    return tab


def leave(clerk, dialog):
    dialog.reject()
    [yes] = [b for b in dialog.findChildren(QMessageBox)[-1].buttons() if "离开" in b.text()]
    yes.click()
    clerk.until(lambda: clerk.window.jobs.idle)


def draft(clerk):
    return clerk.window.jobs.workspace.read(draft_of, "organization:new")


def test_what_was_typed_survives_a_crash_and_is_offered_again(clerk):
    tab = clerk.go("社会组织")
    dialog = opened(clerk, tab, "register", OrganizationDialog)
    dialog.drafts.pause.setInterval(0)
    dialog.people.lines[0]["name"].put("何美玲")
    clerk.fill(dialog, name=NAME, legal_rep="梁国栋")
    clerk.until(lambda: bool(draft(clerk)))
    dialog.deleteLater()  # the crash: nothing is asked, nothing is dropped
    again = OrganizationDialog(clerk.window.jobs, tab)
    again.open()
    strip = again.drafts.parent()
    clerk.until(strip.isVisible)
    strip.way_out.click()
    assert again.form.editor("name").text() == NAME
    assert again.people.texts() == [{**again.people.texts()[0], "name": "何美玲"}]
    leave(clerk, again)
    assert draft(clerk) is None


def test_a_draft_is_thrown_away_on_request_and_on_saving(clerk):
    tab = clerk.go("社会组织")
    dialog = opened(clerk, tab, "register", OrganizationDialog)
    clerk.fill(dialog, **BODY)
    dialog.drafts.keep()
    clerk.until(lambda: bool(draft(clerk)))
    clerk.save(dialog)
    assert draft(clerk) is None
    other = OrganizationDialog(clerk.window.jobs, tab)
    clerk.qtbot.addWidget(other)
    other.open()
    clerk.fill(other, name="别的")
    other.drafts.keep()
    clerk.until(lambda: bool(draft(clerk)))
    third = OrganizationDialog(clerk.window.jobs, tab)
    clerk.qtbot.addWidget(third)
    third.open()
    clerk.until(third.drafts.parent().isVisible)
    third.drafts.parent().other.click()
    clerk.until(lambda: draft(clerk) is None)


def test_a_likely_double_is_shown_beside_what_is_typed(clerk):
    tab = registered(clerk, BODY)
    first = tab.current()
    dialog = opened(clerk, tab, "register", OrganizationDialog)
    clerk.fill(dialog, **SECOND)
    clerk.until(dialog.strip.isVisible)
    assert dialog.strip.sentence.text() == f"可能已经登记过：{NAME}"
    dialog.strip.way_out.click()
    beside = clerk.dialog_of(dialog, TwinDialog)
    differing = {pair.label for pair in beside.sides.pairs if pair.differs}
    assert "名称" in differing
    assert "住所" not in differing
    beside.reason.setText("两家不同的协会")
    beside.part()
    assert not dialog.strip.isVisible()
    clerk.save(dialog)
    clerk.until(lambda: tab.current() is not None and tab.current().id != first.id)
    clerk.until(lambda: clerk.window.jobs.workspace.read(are_distinct, tab.current().id, first.id))


def test_the_body_that_is_there_already_is_opened_instead(clerk):
    tab = registered(clerk, BODY)
    dialog = opened(clerk, tab, "register", OrganizationDialog)
    clerk.fill(dialog, uscc=BODY["uscc"])
    clerk.until(dialog.strip.isVisible)
    dialog.strip.way_out.click()
    beside = clerk.dialog_of(dialog, TwinDialog)
    [button] = [b for b in beside.findChildren(QPushButton) if b.text() == "打开已有记录"]
    button.click()
    [yes] = [b for b in dialog.findChildren(QMessageBox)[-1].buttons() if "离开" in b.text()]
    yes.click()
    clerk.until(lambda: tab.current() is not None and tab.current().name == NAME)
    assert tab.search.text() == NAME


def test_a_correction_keeps_its_reason(clerk):
    tab = registered(clerk, BODY)
    dialog = opened(clerk, tab, "correct", CorrectionDialog)
    clerk.fill(dialog, residence="太和镇府前路8号")
    assert clerk.try_to_save(dialog) == "请写明更正原因。"
    dialog.reason.setText("录入时写错")
    clerk.save(dialog)
    clerk.until(lambda: any("（更正：录入时写错）" in t for t in clerk.read_pane(tab)))


def test_a_body_entered_by_mistake_is_voided_and_brought_back(clerk):
    tab = registered(clerk, BODY)
    dialog = opened(clerk, tab, "void", TextDialog)
    dialog.box.setText("误录")
    dialog.go.click()
    clerk.until(lambda: tab.records.rowCount() == 0)
    undo = opened(clerk, tab, "undo", UndoDialog)
    clerk.until(undo.go.isEnabled)
    assert "作废：误录" in undo.told.text()
    assert undo.lines.lines.index(0, 2).data() == "作废原因：误录 → （空）"
    undo.go.click()
    clerk.until(lambda: tab.records.rowCount() == 1)
    assert clerk.window.line.sentence.text() == "已撤销上一步：1 条记录。"


def test_two_records_of_one_body_become_one(clerk):
    registered(clerk, BODY)
    tab = registered(clerk, SECOND)
    assert not tab.bar.made["merge"].isEnabled()
    assert "两个" in tab.bar.made["merge"].toolTip()
    tab.table.selectAll()
    dialog = opened(clerk, tab, "merge", MergeDialog)
    assert set(dialog.choices) == {"name", "uscc", "phone"}
    dialog.merge()
    assert dialog.banner.sentence.text() == "请写明合并原因。"
    dialog.reason.setText("重复登记")
    dialog.choices["name"].button(1).setChecked(True)
    dialog.merge()
    clerk.until(lambda: tab.records.rowCount() == 1 and clerk.window.jobs.idle)
    [body] = clerk.window.jobs.workspace.page(Organization, View())
    assert (body.name, body.uscc, body.phone) == (
        SECOND["name"], "51441803MJM000122P", "13800138000"
    )  # fmt: skip


@pytest.mark.parametrize("many", [3])
def test_one_field_of_many_bodies_is_changed_at_once(county_clerk, many):
    clerk = county_clerk
    tab = clerk.go("社会组织")
    with clerk.qtbot.waitSignal(tab.records.counted):
        tab.visit(Visit(filters=(Filter("org_type", among=("M",)),)))
    tab.table.clearSelection()
    mode = tab.table.selectionModel().SelectionFlag
    for row in range(many):
        tab.table.selectionModel().select(tab.records.index(row, 0), mode.Select | mode.Rows)
    names = {body.name for body in tab.table.selected()}
    dialog = opened(clerk, tab, "change_all", BulkDialog)
    dialog.which.setCurrentText("业务主管单位")
    dialog.editor.put("区教育局（新）")
    assert dialog.go.text() == f"修改 {many} 个"
    assert {dialog.lines.lines.index(r, 0).data() for r in range(many)} == names
    assert dialog.lines.lines.index(0, 2).data() == "区教育局（新）"
    dialog.which.setCurrentText("成立登记日期")
    dialog.editor.put("abc")
    assert dialog.problem.text()
    assert not dialog.go.isEnabled()
    dialog.which.setCurrentText("业务主管单位")
    dialog.editor.put("区教育局（新）")
    dialog.change()
    clerk.until(lambda: "是登记事项，改动须有依据" in dialog.problem.text())
    dialog.reason.setText("区教育局改名，原录入不全")
    dialog.change()
    clerk.until(lambda: "已修改 3 个" in clerk.window.line.sentence.text())
    found = clerk.window.jobs.workspace.page(
        Organization, View(filters=(Filter("business_supervisor", contains="（新）"),))
    )
    assert {body.name for body in found} == names
