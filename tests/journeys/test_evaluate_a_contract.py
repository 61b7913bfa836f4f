"""拟订方案、回避声明、评分、结束、复核、公示、确认，看到应付金额."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from qyclient.contracts.services import record
from qyclient.evaluations.services import lookup, proceedings
from qyclient.evaluations.services.blind import raters_of
from tests.contracts.test_services import PLAN, TEXTS
from tests.evaluations.conftest import RATERS, full, small_template
from ui.evaluations.move_dialog import MoveDialog
from ui.evaluations.quantities_dialog import QuantitiesDialog
from ui.evaluations.raters_dialog import RatersDialog
from ui.evaluations.round_dialog import RoundDialog
from ui.evaluations.sheet_dialog import SheetDialog

POINTS, REASON = 3, 4


class Evening:
    """One clerk who sits down under the names of those whose turn it is."""

    def __init__(self, clerk):
        self.clerk, self.jobs = clerk, clerk.window.jobs
        self.tab = clerk.go("轮次")

    def sit(self, name):
        self.jobs.workspace.operator = name

    def pick(self, number):
        self.clerk.until(lambda: self.jobs.idle)
        self.clerk.find(self.tab, number)
        self.clerk.choose(self.tab, number)

    def step(self, name, move, **answers):
        self.sit(name)
        self.clerk.until(lambda: self.jobs.idle)
        found = self.now()
        [verb] = [v for v in self.jobs.workspace.read(proceedings.allowed, found.id)
                  if v.move.key == move]  # fmt: skip
        assert verb.why_not == ""
        self.tab.ask_step(found, verb.move)
        dialog = self.clerk.dialog(MoveDialog)
        self.clerk.fill(dialog, **answers)
        self.clerk.save(dialog)

    def now(self):
        return self.jobs.workspace.read(lookup.the_round, self.tab.current().id)

    def wait(self, days):
        later = self.jobs.workspace.now() + timedelta(days=days)
        self.jobs.workspace._clock = lambda: later  # noqa: SLF001 - the office waits

    def sheet(self, rater):
        self.tab.open_sheet(rater)
        return self.clerk.dialog(SheetDialog)

    def fill(self, rater, points):
        dialog = self.sheet(rater)
        for row, line in enumerate(dialog.lines):
            dialog.grid.type(row, POINTS, points[line.indicator.number])
            self.clerk.until(lambda: self.jobs.idle)
            if dialog.lines[row].problem:
                dialog.grid.type(row, REASON, "记录不完整")
                self.clerk.until(lambda: self.jobs.idle)
        self.clerk.until(lambda: "可以交表" in dialog.told.text())
        dialog.give.click()
        self.clerk.until(lambda: self.jobs.idle)


@pytest.fixture
def evening(county_clerk):
    workspace = county_clerk.window.jobs.workspace
    workspace.write(record, TEXTS, PLAN)
    workspace.operator = "何建华"
    workspace.write(small_template)
    return Evening(county_clerk)


def _planned(evening):
    clerk, tab = evening.clerk, evening.tab
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(RoundDialog)
    clerk.fill(dialog, contract="QX-2026-901", template="T-1", organizer="社会组织管理股",
               purchaser_weight="40", third_weight="50", beneficiary_weight="0")  # fmt: skip
    for line, rater in zip(dialog.raters.lines, RATERS, strict=True):
        line["name"].put(rater["name"])
        line["party"].put(rater["party"])
    assert "有内容需要修改" in clerk.try_to_save(dialog)
    clerk.fill(dialog, third_weight="60")
    clerk.save(dialog)
    clerk.until(lambda: tab.current() is not None)
    clerk.press(tab, "F4")
    raters = clerk.dialog(RatersDialog)
    raters.declare_all()
    clerk.until(lambda: all(rater.declared_on for rater in raters.raters))
    raters.reject()
    clerk.until(lambda: clerk.window.jobs.idle)
    return tab.current()


def raters_now(evening, found):
    read = evening.clerk.window.jobs.workspace.read
    return read(lambda s: raters_of(s, lookup.the_round(s, found.id)))


def test_a_contract_is_evaluated_from_plan_to_payment(evening):
    clerk, tab = evening.clerk, evening.tab
    found = _planned(evening)
    evening.step("何建华", "open_scoring")
    raters = clerk.window.jobs.workspace.read(lambda s: raters_of(s, lookup.the_round(s, found.id)))

    first = evening.sheet(raters[0])
    first.grid.type(0, POINTS, "41")
    clerk.until(lambda: "应在 0 到 40 之间" in first.banner.sentence.text())
    assert first.lines[0].points is None
    first.give.click()
    clerk.until(lambda: "评分表还不完整" in first.banner.sentence.text())
    first.reject()
    clerk.press(tab, "F3")
    clerk.until(lambda: clerk.window.jobs.idle)
    [closing] = [a for a in tab.menu.actions() if a.text() == "结束评分"]
    assert "还有 3 份评分表未交" in closing.toolTip()
    tab.menu.close()

    for rater in raters:
        evening.fill(rater, full("21.3", "30"))
    assert not any("总分" in text for text in clerk.read_pane(tab))
    evening.step("何建华", "close_scoring")
    clerk.until(lambda: any("71.3" in text for text in clerk.read_pane(tab)))
    assert any("距“良”（≥ 80）差 8.7 分" in text for text in clerk.read_pane(tab))
    evening.step("李文杰", "check_scores", opinion="核对无误")
    evening.step("何建华", "display", display="办事大厅公示栏，3月2日起")
    evening.wait(8)
    evening.step("陈国庆", "confirm_score", opinion="同意")
    clerk.until(lambda: tab.current().state == "SCORE_CONFIRMED")
    clerk.until(lambda: any("质量：记录不完整" in text for text in clerk.read_pane(tab)))

    contracts = clerk.go("购买服务")
    clerk.find(contracts, "QX-2026-901")
    clerk.choose(contracts, "QX-2026-901")
    clerk.until(lambda: any("整改" in text for text in clerk.read_pane(contracts)))


def test_actual_values_fill_the_sheets(evening):
    clerk, tab = evening.clerk, evening.tab
    found = _planned(evening)
    tab.bar.made["actuals"].trigger()
    dialog = clerk.dialog(QuantitiesDialog)
    dialog.grid.type(0, 4, "三十")
    dialog.grid.type(0, 5, "服务记录")
    clerk.until(lambda: "应为数字" in dialog.banner.sentence.text())
    dialog.grid.type(0, 4, "30")
    clerk.until(lambda: clerk.window.jobs.idle)
    assert dialog.banner.isHidden()
    named = {button.text(): button for button in dialog.findChildren(QPushButton)}
    take, leave = named["从服务记录取数"], named["关闭"]
    take.click()
    clerk.until(lambda: "没有可取的数" in dialog.banner.sentence.text())
    leave.click()
    evening.step("何建华", "open_scoring")
    raters = clerk.window.jobs.workspace.read(lambda s: raters_of(s, lookup.the_round(s, found.id)))
    sheet = evening.sheet(raters[1])
    [row] = [n for n, line in enumerate(sheet.lines) if line.indicator.number == "2.1"]
    assert sheet.grid.text(row, POINTS) == "15"
    assert "完成 75.0%" in sheet.grid.text(row, 5)


def test_a_rater_opens_no_other_sheet_while_scores_are_given(evening):
    clerk = evening.clerk
    found = _planned(evening)
    evening.step("何建华", "open_scoring")
    raters = clerk.window.jobs.workspace.read(lambda s: raters_of(s, lookup.the_round(s, found.id)))
    evening.sit("邓晓玲")
    said = []
    clerk.window.jobs.refused.connect(lambda no: said.append(str(no)))
    evening.tab.open_sheet(raters[1])
    clerk.until(lambda: bool(said))
    assert "评委只能看自己的评分表" in said[0]
