"""What the report of a round says and shows, worked out from its rows."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.evaluations.models import Actual, EvaluationRound
from qyclient.evaluations.reports.ranking import Ranked
from qyclient.evaluations.rules.pictures import dimension_chart, spread_chart, target_chart
from qyclient.evaluations.rules.states import SECRET
from qyclient.evaluations.rules.statistics import spreads
from qyclient.evaluations.rules.totals import COUNTED
from qyclient.evaluations.services.facts import facts_of
from qyclient.evaluations.services.result import counting_sheets
from qyclient.evaluations.services.statistics import Findings, explained, findings
from qyclient.evaluations.services.templates import tree_of
from qyclient.paper.figures import Figure
from qyclient.store.listing import of

_GONE = frozenset({"RE_EVALUATED", "ABANDONED"})


def report_facts(session: Session, key: UUID) -> dict[str, str]:
    """Return what the report of a closed round says."""
    all_of = findings(session, key)
    rows = [
        "\t".join(
            (one.node.number, one.node.name, f"{one.node.weight.normalize():f}",
             f"{one.mean:.2f}", f"{one.middle:.2f}", f"{one.apart:.2f}")
        )
        for one in all_of.spreads
    ]  # fmt: skip
    told = {
        "explained": "\n".join("\t".join(line) for line in explained(session, all_of.round)),
        "indicators": "\n".join(rows),
        "agreement": _agreement(all_of),
        "survey_told": _surveyed(all_of),
    }
    return facts_of(session, key) | told


def charts_of(session: Session, key: UUID) -> list[Figure]:
    """Return the charts of a closed round: dimensions, spread, and targets where there are any."""
    all_of = findings(session, key)
    actuals: Sequence[Actual] = of(session, Actual, "round", key)
    reached = {
        one.indicator.number: (one.indicator.name, one.target, one.actual, one.indicator.unit or "")
        for one in actuals
    }
    charts = [dimension_chart(all_of.nodes, all_of.spreads), spread_chart(all_of.spreads)]
    return [*charts, target_chart(reached)] if reached else charts


def rows_behind(session: Session, key: UUID, number: str) -> list[list[str]]:
    """Return who gave what, and why, for what a part of a chart stands for."""
    all_of = findings(session, key)
    names = {node.number: node.name for node in all_of.nodes}
    return [
        [f"{number_} {names[number_]}", sheet.rater, f"{points.normalize():f}"]
        for sheet in all_of.sheets
        for number_, points in sorted(sheet.points.items())
        if number_ == number or number_.startswith(f"{number}.")
    ]


def _agreement(all_of: Findings) -> str:
    loud = [f"{one.node.name}（σ {one.apart:.2f}）" for one in all_of.spreads if one.loud]
    said = f"评委分歧较大的指标：{'、'.join(loud)}。" if loud else "各指标评委意见基本一致。"
    if all_of.uniform:
        said += f"{'、'.join(all_of.uniform)} 各项得分率相同。"
    return said


def _surveyed(all_of: Findings) -> str:
    survey = all_of.survey
    if survey is None or survey.rate is None:
        return ""
    margin = f"，误差范围 ±{survey.margin:.1%}（95%）" if survey.margin is not None else ""
    return (
        f"满意度问卷：服务 {survey.served} 人，应抽 {survey.size} 人，回收 {survey.asked} 份，"
        f"满意度 {float(survey.rate):.2%}{margin}。"
    )


def ranking(session: Session, template: UUID) -> list[Ranked]:
    """Return the closed rounds of a template, the best first; equal scores share their place."""
    rounds = [
        one
        for one in of(session, EvaluationRound, "template", template)
        if one.score is not None and one.state not in SECRET | _GONE
    ]
    nodes = tree_of(session, template)
    ranked: list[Ranked] = []
    for found in sorted(rounds, key=lambda one: (-(one.score or 0), one.number)):
        same = bool(ranked) and ranked[-1].round.score == found.score
        place = ranked[-1].place if same else len(ranked) + 1
        counted = [one for one in counting_sheets(session, found) if one.party in COUNTED]
        means = {one.node.number: one.mean for one in spreads(counted, nodes)}
        ranked.append(Ranked(place, found, means))
    return ranked
