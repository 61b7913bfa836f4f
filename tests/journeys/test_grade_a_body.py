"""收等级评估申请，一步步办到 4A."""

from datetime import date

from tests.journeys.test_evaluate_a_contract import Evening
from ui.evaluations.gradings_tab import ApplyDialog
from ui.evaluations.move_dialog import MoveDialog


def test_an_application_is_taken_in_checked_and_seen(county_clerk):
    evening = Evening(county_clerk)
    clerk, tab = county_clerk, county_clerk.go("等级评估")
    evening.sit("何建华")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(ApplyDialog)
    clerk.fill(dialog, organization="清新区和乐社会工作服务中心", wanted="5A")
    clerk.save(dialog)
    clerk.until(lambda: any("现有等级有效期到 2028-10-31" in t for t in clerk.read_pane(tab)))
    clerk.press(tab, "F3")
    clerk.until(lambda: clerk.window.jobs.idle)
    able = {action.text(): action for action in tab.menu.actions()}
    assert not able["资格合格"].isEnabled()
    assert "不符合申请条件" in able["资格合格"].toolTip()
    able["资格不符"].trigger()
    step = clerk.dialog(MoveDialog)
    clerk.fill(step, reason="等级有效期未满")
    clerk.save(step)
    clerk.until(lambda: tab.current().state == "GRADE_UNQUALIFIED")


def test_the_graded_body_of_the_sample_county_holds_4a(county_clerk):
    tab = county_clerk.go("等级评估")
    county_clerk.choose(tab, "DJ2026-001")
    shown = county_clerk.read_pane(tab)
    assert "4A" in shown
    assert any("确认等级" in text for text in shown)
    made = tab.current()
    assert (made.score, made.valid_from) == (915, date(2026, 2, 5))
