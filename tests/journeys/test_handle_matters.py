"""办件：从柜台到归档，一步一步."""

from PySide6.QtWidgets import QPushButton

from qyclient.organizations.models import Organization
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.register import the
from qyclient.records.view import View
from tests.journeys import desk
from ui.matters.open_dialog import OpenDialog
from ui.matters.papers_dialog import PapersDialog
from ui.matters.step_dialog import StepDialog

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
    for label, texts in (
        ("受理", {}),
        ("初审", {"opinion": "属实"}),
        ("审核", {"opinion": "同意"}),
        ("批准", {"opinion": "同意", "signer": "黄局长"}),
    ):
        step(county_clerk, tab, label, **texts)
    body = county_clerk.window.jobs.workspace.read(the, "清新县暖心大学生社会服务队")
    assert body.legal_rep == "陈思远"
