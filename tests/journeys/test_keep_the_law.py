"""系统管理：法规修订写成本局规则，导入一年的放假安排，双人复核改成一人可办."""

import pytest
from PySide6.QtWidgets import QWidget

from qyclient.office.rules.limits import limit
from qyclient.office.services.eyes import wanted
from qyclient.office.services.holidays import years_told
from qyclient.office.services.law import own_rules
from tests.office.test_law import NOTICE
from ui.kit.text_dialog import TextDialog
from ui.office.law_dialog import LawDialog
from ui.office.rules_panel import RuleDialog


@pytest.fixture
def law(county_clerk):
    clerk = county_clerk
    clerk.window.desk.show_law(clerk.window)
    dialog = clerk.dialog(LawDialog)
    clerk.until(lambda: bool(dialog.rules.shown) and clerk.window.jobs.idle)
    return clerk, dialog, clerk.window.jobs.workspace


def _say(clerk, panel: QWidget, text):
    asked = clerk.dialog_of(panel, TextDialog)
    asked.box.setText(text)
    asked.go.click()
    clerk.until(lambda: clerk.window.jobs.idle)


def test_an_amendment_is_entered_beside_the_shipped_rule_and_taken_back(law):
    clerk, dialog, workspace = law
    panel = dialog.rules
    panel.words.setText("一次告知补正")
    assert [one.value for one in panel.shown] == ["5"]
    panel.lines.selectRow(0)
    assert not panel.made["amend"].isEnabled()
    panel.made["add"].click()
    form = clerk.dialog_of(panel, RuleDialog)
    assert form.form.editor("citation").text() == "行政许可法第三十二条"
    clerk.fill(
        form, value="3", valid_from="2026-02-01", source="清新民〔2026〕1号", evidence="已核对原文"
    )
    clerk.save(form)
    clerk.until(lambda: [one.value for one in panel.shown] == ["3"])
    assert workspace.read(lambda _s: limit("CORRECTION_DAYS", workspace.today)).value == "3"
    panel.day.setText("2026-01-31")
    panel.day.editingFinished.emit()
    clerk.until(lambda: [one.value for one in panel.shown] == ["5"])
    panel.day.setText("今天")
    panel.day.editingFinished.emit()
    clerk.until(lambda: [one.value for one in panel.shown] == ["3"])
    panel.lines.selectRow(0)
    panel.made["void"].click()
    _say(clerk, panel, "试行取消")
    clerk.until(lambda: [one.value for one in panel.shown] == ["5"])
    [rule] = workspace.read(own_rules)
    assert rule.voided_because == "试行取消"
    assert len(workspace.history(rule)) == 2


def test_a_years_notice_is_pasted_and_the_year_is_no_longer_missing(law):
    clerk, dialog, workspace = law
    panel = dialog.holidays
    clerk.until(lambda: "2027" in panel.hint.text())
    assert panel.hint.text().startswith("缺 2027 年的放假安排")
    panel.read_words("春节放假")
    clerk.until(lambda: dialog.banner.isVisibleTo(dialog))
    assert "哪一年" in dialog.banner.sentence.text()
    panel.read_words(NOTICE)
    _say(clerk, panel, "国办发明电〔2026〕12号")
    clerk.until(lambda: not panel.hint.text().startswith("缺"))
    assert workspace.read(years_told)[2027] == "本局导入"
    assert panel.lines.lines.rowCount() == 20


def test_two_people_are_asked_for_no_longer_and_it_says_why(law):
    clerk, dialog, workspace = law
    panel = dialog.eyes
    clerk.until(lambda: panel.lines.lines.rowCount() > 0)
    row = [*workspace.read(wanted)].index("approve")
    panel.lines.selectRow(row)
    assert panel.made["switch"].text() == "改为一人可办…"
    panel.made["switch"].click()
    _say(clerk, panel, "只剩一位负责人")
    clerk.until(lambda: panel.lines.lines.index(row, 2).data() == "否")
    assert workspace.read(wanted)["approve"] is False


def test_who_does_not_administer_is_told_who_does(law):
    clerk, dialog, workspace = law
    workspace.operator = "李文杰"
    panel = dialog.eyes
    clerk.until(lambda: panel.lines.lines.rowCount() > 0)
    panel.lines.selectRow(0)
    panel.made["switch"].click()
    _say(clerk, panel, "试试")
    asked = clerk.dialog_of(panel, TextDialog)
    assert "系统管理" in asked.problem.text()
    asked.reject()
