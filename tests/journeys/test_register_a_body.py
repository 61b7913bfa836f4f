"""登记一个社会组织，改它，打印证书."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QMessageBox,  # noqa: TID251 - what the clerk is asked with
    QPushButton,
)

from qyclient.organizations.services.register import officers_of
from ui.kit.text_dialog import TextDialog
from ui.organizations.certificate_dialog import CertificateDialog
from ui.organizations.form import OrganizationDialog
from ui.organizations.ground_dialog import GroundDialog

NAME = "清新区青山环保志愿协会"
BODY = {
    "name": NAME,
    "org_type": "社会团体",
    "uscc": "51441803mjm000122p",
    "legal_rep": "梁𬭎",
    "residence": "清远市清新区太和镇建设街12号",
    "fund_amount": "3万元",
    "established_on": "3.1",
    "activity_area": "清新区",
    "business_scope": "植树护林、环保宣传",
    "business_supervisor": "直接登记",
}


def registered(clerk, **more):
    tab = clerk.go("社会组织")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(OrganizationDialog)
    clerk.fill(dialog, **{**BODY, **more})
    clerk.save(dialog)
    clerk.until(lambda: tab.table.current() is not None)
    return tab


def test_a_new_body_is_found_by_its_initials(clerk):
    tab = registered(clerk)
    assert clerk.window.line.sentence.text() == f"已登记：{NAME}"
    assert clerk.find(tab, "qshb") == [NAME]
    assert clerk.find(tab, "梁𬭎") == [NAME]
    assert clerk.find(tab, "查无此人") == []
    assert tab.count_text == "社会组织：显示 0 / 共 1"
    assert "没有找到" in tab.empty.title.text()


def test_the_people_who_lead_it_are_entered_with_it(clerk):
    tab = clerk.go("社会组织")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(OrganizationDialog)
    clerk.fill(dialog, **BODY)
    dialog.people.lines[0]["name"].put("梁𬭎")
    dialog.people.lines[1]["name"].put("何美玲")
    dialog.people.lines[1]["post"].put("秘书长")
    assert clerk.try_to_save(dialog) == "负责人第 1 行：请填写职务"
    dialog.people.lines[0]["post"].put("会长（理事长）")
    clerk.save(dialog)
    clerk.until(lambda: tab.table.current() is not None)
    people = clerk.window.jobs.workspace.read(officers_of, tab.current().id)
    assert [person.name for person in people] == ["梁𬭎", "何美玲"]
    assert "何美玲" in clerk.read_pane(tab)


def test_who_leads_it_is_amended_line_by_line_and_who_is_taken_out_leaves_a_reason(clerk):
    tab = clerk.go("社会组织")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(OrganizationDialog)
    clerk.fill(dialog, **BODY)
    people = [{"name": "梁𬭎", "post": "会长（理事长）"}, {"name": "何美玲", "post": "秘书长"}]
    dialog.people.put(people)
    clerk.save(dialog)
    clerk.until(lambda: tab.table.current() is not None)

    clerk.press(tab, "F2")
    dialog = clerk.dialog(OrganizationDialog)
    clerk.until(lambda: len(dialog.people.texts()) == 2)
    dialog.people.lines[0]["phone"].put("13926500001")
    dialog.people.put(dialog.people.texts()[:1])
    dialog.save()
    asked = clerk.dialog_of(dialog, TextDialog)
    assert "何美玲" in asked.findChild(QLabel).text()
    asked.box.setText("重复录入")
    with clerk.qtbot.waitSignal(dialog.saved, timeout=10_000):
        asked.give()
    [left] = clerk.window.jobs.workspace.read(officers_of, tab.current().id)
    assert (left.name, left.phone) == ("梁𬭎", "13926500001")


def test_what_is_wrong_is_said_beside_the_fields_and_nothing_is_kept(clerk):
    tab = clerk.go("社会组织")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(OrganizationDialog)
    clerk.fill(dialog, **{**BODY, "uscc": "51441803MJM000122X", "residence": ""})
    assert "见各栏" in clerk.try_to_save(dialog)
    assert "校验位不对" in dialog.form.findChild(object, "uscc.problem").text()
    assert dialog.isVisible()
    assert tab.count_text == "社会组织：显示 0 / 共 0"
    clerk.fill(dialog, uscc=BODY["uscc"])
    clerk.try_to_save(dialog)
    assert dialog.form.findChild(object, "residence.problem").text() == "请填写住所"
    clerk.fill(dialog, residence="太和镇")
    clerk.save(dialog)


def test_ctrl_s_saves(clerk):
    tab = clerk.go("社会组织")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(OrganizationDialog)
    clerk.fill(dialog, **BODY)
    dialog.activateWindow()
    clerk.until(dialog.isActiveWindow)
    with clerk.qtbot.waitSignal(dialog.saved):
        clerk.qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_fields_that_do_not_apply_to_the_kind_are_not_asked_for(clerk):
    tab = clerk.go("社会组织")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(OrganizationDialog)
    asked = {}
    for kind in ("社会团体", "民办非企业单位", "社区社会组织（备案）"):
        clerk.fill(dialog, org_type=kind)
        asked[kind] = {k for k in ("unit_kind", "uscc") if not dialog.form.editor(k).isHidden()}
    assert list(asked.values()) == [{"uscc"}, {"unit_kind", "uscc"}, set()]


def saved_for_a_ground(clerk, dialog):
    """Save what changes a registered item; return what asks on what that rests."""
    dialog.findChild(QPushButton, "save").click()
    return clerk.dialog_of(dialog, GroundDialog)


def correct(clerk, dialog, reason):
    asked = saved_for_a_ground(clerk, dialog)
    asked.give()
    assert "更正原因" in asked.forms[0].findChild(object, "reason.problem").text()
    asked.forms[0].editor("reason").put(reason)
    with clerk.qtbot.waitSignal(dialog.saved, timeout=10_000):
        asked.go.click()
    clerk.until(lambda: clerk.window.jobs.idle)


def test_an_amendment_is_seen_in_the_history(clerk):
    tab = registered(clerk)
    clerk.press(tab, "F2")
    dialog = clerk.dialog(OrganizationDialog)
    clerk.fill(dialog, fund_amount="伍万元", legal_rep="何美玲")
    correct(clerk, dialog, "申请表上是何美玲、伍万元")
    clerk.until(lambda: "注册资金：30,000.00 → 50,000.00" in clerk.read_pane(tab))
    assert "法定代表人：梁𬭎 → 何美玲" in clerk.read_pane(tab)


def test_what_was_decided_before_is_entered_with_its_day_and_number(clerk):
    tab = registered(clerk)
    clerk.press(tab, "F2")
    dialog = clerk.dialog(OrganizationDialog)
    clerk.fill(dialog, legal_rep="何美玲")
    asked = saved_for_a_ground(clerk, dialog)
    asked.choice.button(1).setChecked(True)
    asked.give()
    assert "生效日期" in asked.forms[1].findChild(object, "effective_on.problem").text()
    asked.forms[1].editor("effective_on").put("2025-11-03")
    asked.forms[1].editor("document_number").put("清新民许〔2025〕8号")
    with clerk.qtbot.waitSignal(dialog.saved, timeout=10_000):
        asked.go.click()
    clerk.until(lambda: "清新民许〔2025〕8号" in clerk.read_pane(tab))
    assert {"2025年11月3日", "梁𬭎", "何美玲"} <= {*clerk.read_pane(tab)}


def test_leaving_asks_only_if_something_would_be_lost(clerk):
    tab = registered(clerk)
    clerk.press(tab, "F2")
    dialog = clerk.dialog(OrganizationDialog)
    clerk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    clerk.press(tab, "F2")
    dialog = clerk.dialog(OrganizationDialog)
    clerk.fill(dialog, residence="别处")
    clerk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    asked = dialog.findChild(QMessageBox)
    assert asked.isVisible()
    clerk.qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter is the careful answer"
    clerk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    [leave] = [b for b in dialog.findChildren(QMessageBox)[-1].buttons() if "离开" in b.text()]
    leave.click()
    clerk.until(lambda: not dialog.isVisible())


def test_two_windows_on_one_record_do_not_overwrite_each_other(clerk, colleague):
    tab = registered(clerk)
    theirs = colleague.go("社会组织")
    colleague.choose(theirs, NAME)
    colleague.press(theirs, "F2")
    late = colleague.dialog(OrganizationDialog)
    clerk.press(tab, "F2")
    dialog = clerk.dialog(OrganizationDialog)
    clerk.fill(dialog, phone="13800138000")
    clerk.save(dialog)
    colleague.fill(late, residence="太和镇府前路8号")
    assert "刚刚被 张三 改过（联系电话）" in colleague.try_to_save(late)
    late.banner.way_out.click()
    colleague.until(lambda: late.form.editor("phone").text() == "13800138000")
    assert late.form.editor("residence").text() == "太和镇府前路8号"
    correct(colleague, late, "门牌写漏")
    colleague.until(lambda: theirs.current() is not None and theirs.current().version == 3)
    assert theirs.current().phone == "13800138000"
    assert theirs.current().residence == "太和镇府前路8号"


def test_a_certificate_is_seen_before_it_is_kept_and_saved(clerk, tmp_path):
    tab = registered(clerk)
    clerk.press(tab, "Ctrl+P")
    dialog = clerk.dialog(CertificateDialog)
    clerk.until(lambda: bool(dialog.preview.images))
    assert "登记证书（1）" not in clerk.read_pane(tab)
    dialog.modes.button(1).setChecked(True)
    clerk.until(lambda: clerk.window.jobs.idle and "水印" in dialog.told.text())
    path = tmp_path / "证书.pdf"
    dialog.preview.save_to(path)
    clerk.until(path.exists)
    assert path.read_bytes().startswith(b"%PDF")
    clerk.until(lambda: "登记证书（1）" in clerk.read_pane(tab))
    dialog.reject()


def test_what_may_not_be_done_is_greyed_with_the_reason(clerk):
    tab = clerk.go("社会组织")
    certify = tab.bar.made["certify"]
    assert not certify.isEnabled()
    assert certify.toolTip() == "请先在表中选择社会组织"
    registered(clerk, status="注销")
    assert not certify.isEnabled()
    assert "注销" in certify.toolTip()
