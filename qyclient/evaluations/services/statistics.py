"""结果的说明: each number with how it came about, for the pane, the report and an objection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.evaluations.models import EvaluationRound, Indicator
from qyclient.evaluations.rules import grade, grade_with_rule
from qyclient.evaluations.rules import statistics as rules
from qyclient.evaluations.rules.lists import Occasion, Party
from qyclient.evaluations.rules.quantity import cut
from qyclient.evaluations.rules.totals import COUNTED, Outcome, Sheet, outcome
from qyclient.evaluations.services.blind import let_see_results
from qyclient.evaluations.services.lookup import the_round
from qyclient.evaluations.services.result import counting_sheets, weights_of, worked_out
from qyclient.evaluations.services.surveys import Satisfaction, satisfaction_of
from qyclient.evaluations.services.templates import tree_of
from qyclient.office.rules.limits import dated, in_force


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that can be said of a closed round, worked out from its rows once."""

    round: EvaluationRound
    nodes: Sequence[Indicator]
    sheets: Sequence[Sheet]
    result: Outcome
    survey: Satisfaction | None
    without: Mapping[str, Fraction]

    @property
    def spreads(self) -> list[rules.Spread]:
        """Return what raters of the counted parties gave for each indicator."""
        counted = [sheet for sheet in self.sheets if sheet.party in COUNTED]
        return rules.spreads(counted, self.nodes)

    @property
    def uniform(self) -> list[str]:
        """Return the raters who gave every indicator the same part."""
        return rules.uniform(self.sheets, self.nodes)


def findings(session: Session, key: UUID) -> Findings:
    """Return what can be said of a round; refused before scoring is closed."""
    found = the_round(session, key)
    let_see_results(found)
    nodes = tree_of(session, found.template.id)
    sheets = counting_sheets(session, found)
    survey = satisfaction_of(session, found.id)
    result = worked_out(session, found)
    return Findings(found, nodes, sheets, result, survey, _without(session, found, sheets, nodes))


def explained(session: Session, found: EvaluationRound) -> list[list[str]]:
    """Return the result line by line: parties with weights, the whole, the grade, what moves it."""
    all_of = findings(session, found.id)
    weights = weights_of(found)
    lines = [
        [f"{party.label}", shown(all_of.result.parties[party]), _share(party, weights)]
        for party in Party
        if party in all_of.result.parties
    ]
    if found.missing_because:
        lines.append(["缺一方", "", found.missing_because])
    lines.append(["总分", f"{(found.score or Decimal(0)).normalize():f}", graded(found)])
    if found.veto:
        lines.append(["一票否决", "", found.veto])
    if found.occasion is not Occasion.GRADE and found.score is not None:
        day = found.scored_on or session.info["today"]
        lines.append(["距等级界限", "", rules.next_band(found.score, day)])
        lines.append(["去掉一名评委", "", _moves(all_of, session)])
    if all_of.uniform:
        lines.append(["各项得分率相同", "", f"{'、'.join(all_of.uniform)}，请核对是否逐项评分"])
    return lines


def spread_of(session: Session, key: UUID) -> list[list[str]]:
    """Return mean, median and disagreement of each indicator; what is loud is marked."""
    return [
        [
            f"{one.node.number} {one.node.name}",
            f"{one.mean:.2f}",
            f"{one.middle:.2f}",
            f"{'▲ ' if one.loud else ''}{one.apart:.2f}",
        ]
        for one in findings(session, key).spreads
    ]


def graded(found: EvaluationRound) -> str:
    """Return the grade with the boundary it was given by."""
    if found.grade is None or found.score is None:
        return ""
    if found.veto or found.scored_on is None:
        return f"{found.grade.label}（一票否决）"
    return grade_with_rule(found.score, found.scored_on)


def shown(share: Fraction) -> str:
    """Return a score of 100 as it is shown: two decimals, or all four where they matter."""
    kept = cut(share)
    return f"{kept:.2f}" if kept == round(kept, 2) else f"{kept:f}"


def _without(
    session: Session, found: EvaluationRound, sheets: Sequence[Sheet], nodes: Sequence[Indicator]
) -> dict[str, Fraction]:
    """Return what the whole would be with each of the counted raters left out."""
    survey = satisfaction_of(session, found.id)
    rate = survey.rate if survey is not None else None
    trim = in_force(dated("evaluation")["trimming"], session.info["today"])["from_raters"]
    moved: dict[str, Fraction] = {}
    for sheet in sheets:
        if sheet.party in COUNTED:
            others = [other for other in sheets if other is not sheet]
            whole = outcome(others, nodes, weights_of(found), rate, trim).whole
            if whole is not None:
                moved[sheet.rater] = whole
    return moved


def _moves(all_of: Findings, session: Session) -> str:
    day = all_of.round.scored_on or session.info["today"]
    if not all_of.without:
        return "只有一份评分表"
    least, most = min(all_of.without.values()), max(all_of.without.values())
    grades = {grade(cut(whole), day) for whole in all_of.without.values()}
    span = f"总分在 {shown(least)} 至 {shown(most)} 之间"
    if grades == {all_of.round.grade}:
        return f"{span}，等级不变"
    turning = [
        f"去掉{rater}为{grade(cut(whole), day).label}"
        for rater, whole in all_of.without.items()
        if grade(cut(whole), day) is not all_of.round.grade
    ]
    return f"{span}；{'，'.join(turning)}"


def _share(party: Party, weights: Mapping[Party, int]) -> str:
    return f"权重 {weights[party]}%" if weights.get(party) else "不计入总分"
