"""The report, its figures, and the ranked list say what the rows add up to."""

import pytest
from openpyxl import load_workbook

from qyclient.errors import Refused
from qyclient.evaluations.reports.ranking import write_ranking
from qyclient.evaluations.reports.report import evaluation_report
from qyclient.evaluations.rules.tree import leaves
from qyclient.evaluations.services import lookup, reporting, templates
from qyclient.paper.pdf.raster import page_count
from qyclient.papers import heading
from tests.evaluations.conftest import full


def test_a_report_holds_words_and_figures(desk):
    found = desk.scored(full("21.3", "30"))
    known = desk.workspace.read(reporting.report_facts, found.id)
    charts = desk.workspace.read(reporting.charts_of, found.id)
    assert [chart.title for chart in charts] == ["各维度得分率", "各项评分分布（竖线为平均）"]
    assert page_count(evaluation_report(known, charts, heading(desk.workspace))) >= 3
    behind = desk.workspace.read(reporting.rows_behind, found.id, "2.2")
    assert behind == [["2.2 质量", rater, "21.3"] for rater in ("邓晓玲", "专家甲", "专家乙")]


def test_nothing_is_drawn_while_scores_are_given(desk):
    found = desk.opened()
    with pytest.raises(Refused, match="评分还没有结束"):
        desk.workspace.read(reporting.charts_of, found.id)


def test_the_ranked_list_is_the_best_first_with_the_mean_of_each_indicator(desk, tmp_path):
    worse, better = desk.scored(full("21.3", "30")), desk.scored(full("30"), occasion="中期评价")
    ranked = desk.workspace.read(reporting.ranking, worse.template.id)
    assert [(one.place, one.round.number) for one in ranked] == [
        (1, better.number), (2, worse.number),
    ]  # fmt: skip
    assert ranked[0].means["2.2"] == 30
    nodes = leaves(desk.workspace.read(templates.tree_of, worse.template.id))
    write_ranking(tmp_path / "r.xlsx", "排名表", ranked, nodes, heading(desk.workspace))
    rows = [[c.value for c in row] for row in load_workbook(tmp_path / "r.xlsx").active.iter_rows()]
    assert any(row[0] == 2 and 71.3 in row and 21.3 in row for row in rows)
    assert desk.workspace.read(lookup.round_called, worse.number).id == worse.id
