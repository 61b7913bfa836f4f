"""抽样、登记问卷，正字也认."""

from tests.journeys.test_evaluate_a_contract import _planned, evening  # noqa: F401 - the fixture
from ui.evaluations.survey_dialog import DrawDialog, TallyDialog


def test_a_sample_is_drawn_and_tallied_in_strokes(evening):  # noqa: F811 - the fixture
    clerk, tab = evening.clerk, evening.tab
    _planned(evening)
    tab.bar.made["survey"].trigger()
    draw = clerk.dialog(DrawDialog)
    draw.grid.type(0, 0, "太和村")
    draw.grid.type(0, 1, "很多")
    draw.draw()
    assert "不是数量" in draw.banner.sentence.text()
    draw.grid.type(0, 1, "160")
    draw.draw()
    clerk.until(lambda: "抽样在场人" in draw.banner.sentence.text())
    draw.witnesses.setText("李文杰、村委会 陈二")
    draw.draw()
    clerk.until(lambda: clerk.window.jobs.idle)

    tab.bar.made["survey"].trigger()
    tally = clerk.dialog(TallyDialog)
    assert tally.grid.text(0, 1) == "30"
    tally.grid.type(0, 3, "正正正正正")
    clerk.until(lambda: "25 份，满意度 100.00%" in tally.told.text())
    assert "还差 5 份" in tally.told.text()
    tally.grid.type(0, 4, "9")
    clerk.until(lambda: "请核对" in tally.banner.sentence.text())
    tally.grid.type(0, 4, "止一")
    clerk.until(lambda: "30 份，满意度 96.67%" in tally.told.text())
    assert "已达到抽样要求" in tally.told.text()
