"""选中一个社会组织，能办的亮着，不能办的写明原因；从名册直接收件."""

from PySide6.QtWidgets import QMenu

from qyclient.organizations.services.mending import change_all
from qyclient.organizations.services.register import the
from ui.matters.open_dialog import OpenDialog

NAME = "清新县暖心大学生社会服务队"


def _menu(clerk, tab):
    clerk.press(tab, "F4")
    clerk.until(lambda: clerk.window.jobs.idle and tab.menu.isVisible())
    groups = tab.menu.findChildren(QMenu)
    return {action.text(): action for group in groups for action in group.actions()}


def _choose(clerk):
    tab = clerk.go("名册")
    clerk.find(tab, "nxdxs")
    clerk.choose(tab, NAME)
    return tab


def test_a_matter_is_taken_in_for_the_body_that_is_selected(county_clerk):
    tab = _choose(county_clerk)
    found = _menu(county_clerk, tab)
    assert not found["移出活动异常名录"].isEnabled()
    assert "不在活动异常名录" in found["移出活动异常名录"].toolTip()
    found["变更登记"].trigger()
    tab.menu.close()
    dialog = county_clerk.dialog(OpenDialog)
    assert dialog.form.editor("organization").text() == NAME
    county_clerk.fill(dialog, residence="清远市清新区太和镇学院路6号", reason="搬迁")
    county_clerk.save(dialog)
    assert county_clerk.window.tabs.title == "办件"


def test_what_the_standing_does_not_allow_is_greyed_with_its_law(county_clerk):
    workspace = county_clerk.window.jobs.workspace
    body = workspace.read(the, NAME)
    workspace.write_because("更正：试", change_all, [body.id], "status", "限期停止活动")
    tab = _choose(county_clerk)
    certify = tab.bar.made["certify"]
    county_clerk.until(lambda: not certify.isEnabled())
    assert "第三十三条" in certify.toolTip()
