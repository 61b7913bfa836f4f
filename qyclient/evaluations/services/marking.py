"""评分: one field at a time, kept at once; handing a sheet in when nothing is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.evaluations.models import Indicator, Rater, Score
from qyclient.evaluations.rules.lists import Party
from qyclient.evaluations.rules.marks import needs_reason, points_problem
from qyclient.evaluations.rules.totals import Sheet, rated_by, sheet_share
from qyclient.evaluations.services.blind import let_mark, let_read, same_person
from qyclient.evaluations.services.lookup import the_rater, the_round
from qyclient.evaluations.services.quantities import given_points
from qyclient.evaluations.services.surveys import surveyed_points
from qyclient.evaluations.services.templates import let_organize, tree_of
from qyclient.records.base import field_of
from qyclient.records.columns import Points
from qyclient.store.listing import of

_POINTS, _REASON = field_of(Score, "points"), field_of(Score, "reason")
_SAID = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of a rater's sheet; `computed` is what actual values or a survey give."""

    indicator: Indicator
    points: Decimal | None
    reason: str
    computed: Decimal | None
    told: str

    @property
    def counted(self) -> Decimal | None:
        """Return the points that count: the rater's own, or else what was computed."""
        return self.points if self.points is not None else self.computed

    @property
    def problem(self) -> str:
        """Return what is still missing in the line."""
        if self.counted is None:
            return "还没有评分"
        own = self.points is not None and self.points != self.computed
        if own and not self.reason and self.computed is not None:
            return "与按实际值计算的不同，请写明理由"
        if own and not self.reason and needs_reason(self.indicator, self.counted):
            return "请写明扣分理由" if not self.indicator.is_veto else "请写明事实"
        return ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A rater with his lines, and what they come to so far, of 100."""

    rater: Rater
    lines: list[Line]
    share: Decimal

    @property
    def open(self) -> int:
        """Return how many lines something is missing in."""
        return sum(bool(line.problem) for line in self.lines)


def sheet_of(session: Session, key: UUID) -> Marked:
    """Return a rater's sheet to who may see it."""
    rater = the_rater(session, key)
    let_read(session, rater)
    return marked(session, rater)


def marked(session: Session, rater: Rater) -> Marked:
    """Return a rater's sheet as it stands."""
    nodes = tree_of(session, the_round(session, rater.round.id).template.id)
    kept = {score.indicator.id: score for score in of(session, Score, "rater", rater.id)}
    computed = given_points(session, rater.round) | surveyed_points(session, rater.round, nodes)
    lines = [
        _line(node, kept.get(node.id), computed.get(node.number))
        for node in nodes
        if node.kind is not None and rater.party.value in (node.raters or "").split()
    ]
    points = {one.indicator.number: one.counted or Decimal(0) for one in lines}
    share = sheet_share(Sheet(rater.name, rater.party, points), nodes)
    return Marked(rater, lines, Decimal(share.numerator) / Decimal(share.denominator))


def mark(session: Session, key: UUID, indicator: UUID, texts: Mapping[str, str]) -> Score:
    """Keep what was typed into one line: points, a reason, or both; refuse points it cannot have.

    There is one score for each rater and indicator: typing again changes it.
    """
    rater = the_rater(session, key)
    let_mark(session, rater)
    node = session.get_one(Indicator, indicator)
    _refuse_foreign(session, rater, node)
    mine = (Score.rater == rater) & (Score.indicator == node)
    score = session.scalar(select(Score).where(mine)) or Score(rater=rater, indicator=node)
    if "points" in texts:
        points = _read(node, texts["points"])
        score.points = None if points is None else Points(points)
        score.by_rule = None
    if "reason" in texts:
        text = texts["reason"].strip()
        score.reason = _REASON.kind.parse(text) if text else None
    session.add(score)
    session.flush()
    return score


def hand_in(session: Session, key: UUID) -> Rater:
    """Close a rater's sheet: nothing may be missing; computed points are kept as they are now."""
    rater = the_rater(session, key)
    let_mark(session, rater)
    whole = marked(session, rater)
    wrong = [f"{one.indicator.number} {one.problem}" for one in whole.lines if one.problem]
    if wrong:
        more = f"等 {len(wrong)} 项" if len(wrong) > _SAID else ""
        raise Refused(f"评分表还不完整：{'；'.join(wrong[:_SAID])}{more}。")
    for line in whole.lines:
        if line.points is None:
            _keep_computed(session, rater, line)
    rater.handed_in_on = session.info["today"]
    me = session.info["stamp"].operator
    if not same_person(me, rater.name):
        rater.keyed_by = rater.keyed_by or me
    return rater


def return_sheet(session: Session, key: UUID, because: str) -> Rater:
    """Give a sheet back to its rater to be corrected, while nobody has seen any result."""
    let_organize(session)
    rater = the_rater(session, key)
    if not because.strip():
        raise Invalid({"because": "请写明退回的理由"})
    if rater.round.state != "SCORING" or rater.handed_in_on is None:
        raise Refused("只有评分结束以前、已交的评分表可以退回。")
    rater.handed_in_on = None
    return rater


def parties_rating(session: Session, template: UUID) -> list[Party]:
    """Return which parties a template wants sheets of."""
    nodes = tree_of(session, template)
    return [party for party in Party if rated_by(nodes, party)]


def _line(node: Indicator, score: Score | None, computed: tuple[Decimal, str] | None) -> Line:
    points, told = computed or (None, "")
    own = score.points if score is not None else None
    return Line(node, own, (score.reason if score else None) or "", points, told)


def _keep_computed(session: Session, rater: Rater, line: Line) -> None:
    mine = (Score.rater == rater) & (Score.indicator == line.indicator)
    score = session.scalar(select(Score).where(mine))
    score = score or Score(rater=rater, indicator=line.indicator)
    score.points = None if line.computed is None else Points(line.computed)
    score.by_rule = True
    score.reason = score.reason or line.told
    session.add(score)


def _read(node: Indicator, text: str) -> Decimal | None:
    if _POINTS.is_empty(text):
        return None
    try:
        points: Decimal = _POINTS.kind.parse(text)
    except ValueError as problem:
        raise Invalid({"points": f"{node.number} 得分{problem}"}) from problem
    if said := points_problem(node, points, node.step):
        raise Invalid({"points": f"{node.number} {node.name}：得分{said}"})
    return points


def _refuse_foreign(session: Session, rater: Rater, node: Indicator) -> None:
    template = the_round(session, rater.round.id).template
    if node.kind is None or all(one.id != node.id for one in tree_of(session, template.id)):
        raise Refused("这个指标不属于本轮的指标体系。")
    if rater.party.value not in (node.raters or "").split():
        raise Refused(f"{node.number} {node.name} 不由{rater.party.label}评分。")
