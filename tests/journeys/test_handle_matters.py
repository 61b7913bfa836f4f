"""办件：从柜台到归档，一步一步."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from qyclient.organizations.models import Matter, Organization
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.register import the
from qyclient.records.view import View
from tests.journeys import desk
from ui.matters.clock_dialogs import PauseDialog, ResumeDialog
from ui.matters.hand_over_dialog import HandOverDialog
from ui.matters.open_dialog import OpenDialog
from ui.matters.papers_dialog import PapersDialog
from ui.matters.step_dialog import StepDialog
from ui.office.sign_in_dialog import SignInDialog

NAME = "清新区晨光阅读促进会"
NEW = {
    "name": NAME,
    "org_type": "社会团体",
    "residence": "清远市清新区太和镇府前路1号",
    "legal_rep": "李晓",
    "fund_amount": "叁万元",
    "business_scope": "阅读推广、乡村书屋建设",
    "individual_members": "60",
    "matter.applicant": "李晓",
    "matter.phone": "13926500001",
}
NAMED = {"name": "清新区晨光读书会", "org_type": "社会团体"}


def take_in(clerk, kind, **texts):
    tab = clerk.go("办件")
    tab.open_kind(kinds()[kind])
    dialog = clerk.dialog(OpenDialog)
    clerk.fill(dialog, **texts)
    clerk.save(dialog)
    clerk.until(lambda: tab.table.current() is not None)
    return tab


def collect(clerk, tab):
    clerk.press(tab, "F3")
    dialog = clerk.dialog(PapersDialog)
    dialog.take_all()
    with clerk.qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.findChild(QPushButton, "save").click()
    clerk.until(lambda: clerk.window.jobs.idle)


def offered(clerk, tab):
    """Press 办理 and read what is offered."""
    clerk.until(lambda: clerk.window.jobs.idle and tab.current() is not None)
    clerk.press(tab, "F2")
    clerk.until(lambda: clerk.window.jobs.idle and tab.menu.isVisible())
    return {action.text(): action for action in tab.menu.actions()}


def step(clerk, tab, label, **texts):
    found = offered(clerk, tab)
    found[label].trigger()
    tab.menu.close()
    dialog = clerk.dialog(StepDialog)
    clerk.fill(dialog, **texts)
    clerk.save(dialog)


def sit(clerk, name):
    """Change places at the counter."""
    clerk.window.counter.change()
    dialog = clerk.dialog(SignInDialog)
    dialog.who.setText(name)
    with clerk.qtbot.waitSignal(dialog.signed, timeout=10_000):
        clerk.qtbot.keyClick(dialog.who, Qt.Key.Key_Return)
    clerk.until(lambda: clerk.window.line.operator.text() == f"经办人：{name}")


def test_a_body_is_established_from_the_counter_to_the_archive(clerk, tmp_path):
    tab = take_in(clerk, "ESTABLISHMENT", **NEW)
    assert clerk.window.line.sentence.text() == f"已收件：2026-00001 {NAME}"
    found = offered(clerk, tab)
    [accept] = [text for text in found if text.startswith("受理")]
    assert "材料还没有收齐" in accept
    assert not found[accept].isEnabled()
    tab.menu.close()
    collect(clerk, tab)
    step(clerk, tab, "受理")
    assert "剩 60 天，5月1日 到期" in clerk.read_pane(tab)
    step(clerk, tab, "初审", opinion="材料齐全，符合条件")
    step(clerk, tab, "审核", opinion="同意")
    step(clerk, tab, "批准", opinion="同意登记", signer="黄局长")
    assert clerk.window.jobs.workspace.count(Organization, View()) == 0
    step(clerk, tab, "填入赋码", number="51441803YL95000056", case_number="GD2026-1")
    desk.take_stock_in(clerk, "社团正本", "S0001", "S0002")
    desk.take_stock_in(clerk, "社团副本", "F0001", "F0002")
    tab = clerk.go("办件")
    offered(clerk, tab)["制证（制证在“发证”办理）"].trigger()
    tab.menu.close()
    sets = desk.open_set(clerk, there=True)
    assert sets.current().matter.number == "2026-00001"
    desk.print_set(clerk, sets, tmp_path / "证书.pdf")
    clerk.until(lambda: sets.current().state == "PRINTED")
    desk.hand_out(clerk, sets)
    tab = clerk.go("办件")
    clerk.until(lambda: tab.current() is not None and tab.current().state == "ISSUED")
    assert "S0001、F0001" in " ".join(clerk.read_pane(tab))
    step(clerk, tab, "公告", published="门户网站 2026-03-02")
    step(clerk, tab, "归档", box="3盒1件")
    clerk.until(lambda: tab.current().state == "ARCHIVED")
    assert "黄局长（张三 录入）" in clerk.read_pane(tab)
    body = clerk.window.jobs.workspace.read(the, NAME)
    assert (body.legal_rep, str(body.established_on)) == ("李晓", "2026-03-02")
    register = clerk.go("社会组织")
    assert clerk.find(register, "cgyd") == [NAME]


def test_what_cannot_be_applied_for_is_said_beside_its_field(clerk):
    tab = clerk.go("办件")
    tab.open_kind(kinds()["ESTABLISHMENT"])
    dialog = clerk.dialog(OpenDialog)
    clerk.fill(dialog, **{**NEW, "individual_members": "49"})
    clerk.try_to_save(dialog)
    texts = [note.text() for note in dialog.form.findChildren(type(dialog.banner.sentence))]
    assert any("50" in text for text in texts)


def test_several_items_are_changed_in_one_application(county_clerk):
    tab = take_in(
        county_clerk,
        "CHANGE",
        organization="清新县暖心大学生社会服务队",
        legal_rep="陈思远",
        residence="清远市清新区太和镇学院路6号",
        reason="换届、搬迁",
    )
    shown = county_clerk.read_pane(tab)
    assert {"陈思远", "换届、搬迁", "离任财务审计报告"} <= {*shown}
    collect(county_clerk, tab)
    step(county_clerk, tab, "受理")
    step(county_clerk, tab, "初审", opinion="属实")
    found = offered(county_clerk, tab)
    [review] = [text for text in found if text.startswith("审核")]
    assert not found[review].isEnabled()
    assert "“审核”由 李文杰 办理，张晓梅 没有这个岗位" in review
    tab.menu.close()
    sit(county_clerk, "李文杰")
    step(county_clerk, tab, "审核", opinion="同意")
    sit(county_clerk, "张晓梅")
    step(county_clerk, tab, "批准", opinion="同意")
    body = county_clerk.window.jobs.workspace.read(the, "清新县暖心大学生社会服务队")
    assert body.legal_rep == "陈思远"
    shown = county_clerk.read_pane(tab)
    assert {"李文杰", "陈国庆（张晓梅 录入）"} <= {*shown}


def test_several_steps_are_done_in_one_go_by_who_has_their_roles(county_clerk):
    tab = take_in(county_clerk, "NAME", **NAMED)
    collect(county_clerk, tab)
    step(county_clerk, tab, "受理、初审（一并办理）", opinion="材料齐全")
    assert tab.current().state == "EXAMINED"
    shown = county_clerk.read_pane(tab)
    assert {"受理", "初审"} <= {*shown}
    assert county_clerk.window.line.sentence.text().startswith("已受理、初审：")


def test_a_hearing_stops_the_clock_and_the_head_extends_it(county_clerk):
    tab = take_in(county_clerk, "NAME", **NAMED)
    tab.bar.made["extend"].trigger()
    county_clerk.until(lambda: "受理以后" in county_clerk.window.line.sentence.text())
    collect(county_clerk, tab)
    step(county_clerk, tab, "受理")
    assert "剩 20 个工作日，3月30日 到期" in county_clerk.read_pane(tab)
    tab.bar.made["pause"].trigger()
    dialog = county_clerk.dialog(PauseDialog)
    county_clerk.fill(dialog, reason="听证")
    assert "红字" in county_clerk.try_to_save(dialog)
    county_clerk.fill(dialog, notice="听证告知书 2026-03-02")
    county_clerk.save(dialog)
    county_clerk.until(lambda: tab.current().due_on is None)
    assert "听证，自 2026-03-02 起不计时" in county_clerk.read_pane(tab)
    tab.bar.made["pause"].trigger()
    county_clerk.save(county_clerk.dialog(ResumeDialog))
    tab.bar.made["extend"].trigger()
    dialog = county_clerk.dialog(StepDialog)
    assert dialog.form.texts()["signer"] == "陈国庆"
    county_clerk.fill(dialog, reason="需要征求业务主管单位意见")
    county_clerk.save(dialog)
    county_clerk.until(lambda: str(tab.current().due_on) == "2026-04-14")
    assert {"延长期限", "陈国庆（张晓梅 录入）"} <= {*county_clerk.read_pane(tab)}


def test_the_matters_of_who_leaves_go_to_another_in_one_step(county_clerk):
    tab = county_clerk.go("办件")
    tab.bar.made["reassign_all"].trigger()
    dialog = county_clerk.dialog(HandOverDialog)
    county_clerk.fill(dialog, of_whom="冯婉仪", responsible="张晓梅")
    county_clerk.save(dialog)
    said = county_clerk.window.line.sentence.text()
    assert said.startswith("已移交给 张晓梅：")
    matters = county_clerk.window.jobs.workspace.page(Matter, View())
    assert {m.responsible for m in matters if m.closed_on is None} == {"张晓梅"}
