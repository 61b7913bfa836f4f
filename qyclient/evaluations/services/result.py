"""结果: what a round's sheets come to; worked out from the rows each time it is asked."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.evaluations.models import EvaluationRound, Indicator, Score
from qyclient.evaluations.rules import Grade, grade
from qyclient.evaluations.rules.lists import Occasion, Party
from qyclient.evaluations.rules.quantity import cut
from qyclient.evaluations.rules.totals import Outcome, Sheet, outcome
from qyclient.evaluations.services.blind import let_see_results, raters_of
from qyclient.evaluations.services.lookup import the_round
from qyclient.evaluations.services.rounds import WEIGHTS
from qyclient.evaluations.services.surveys import satisfaction_of
from qyclient.evaluations.services.templates import tree_of
from qyclient.office.rules.limits import dated, in_force
from qyclient.records.base import column_of

_WHOLE = 100
SCORES = {
    Party.PURCHASER: "purchaser_score",
    Party.THIRD: "third_score",
    Party.BENEFICIARY: "beneficiary_score",
    Party.SELF: "self_score",
}
"""The field in which the score of each party is kept."""


def result_of(session: Session, key: UUID) -> Outcome:
    """Return what a round comes to; refused before scoring is closed."""
    found = the_round(session, key)
    let_see_results(found)
    return worked_out(session, found)


def worked_out(session: Session, found: EvaluationRound) -> Outcome:
    """Work a round out from its rows; only for who closes scoring, or after it is closed."""
    asked = satisfaction_of(session, found.id)
    on = session.info["today"]
    return outcome(
        counting_sheets(session, found),
        tree_of(session, found.template.id),
        weights_of(found),
        asked.rate if asked is not None else None,
        in_force(dated("evaluation")["trimming"], on)["from_raters"],
    )


def counting_sheets(session: Session, found: EvaluationRound) -> list[Sheet]:
    """Return the sheets that were handed in and count, with their points."""
    counting = [rater for rater in raters_of(session, found) if rater.counts]
    keys = [rater.id for rater in counting]
    whose = column_of(Score, "rater")
    given = select(whose, Indicator.number, Score.points).join(Indicator, Score.indicator)
    points: dict[UUID, dict[str, Decimal]] = {key: {} for key in keys}
    for key, number, many in session.execute(given.where(whose.in_(keys))):
        if many is not None:
            points[key][number] = many
    return [Sheet(rater.name, rater.party, points[rater.id]) for rater in counting]


def weights_of(found: EvaluationRound) -> Mapping[Party, int]:
    """Return the weight of each party in a round."""
    return {party: getattr(found, key) for party, key in WEIGHTS.items()}


def keep_result(session: Session, found: EvaluationRound) -> Outcome:
    """Write down what a round comes to: cut after four decimals, graded before that."""
    result = worked_out(session, found)
    scale = Fraction(found.template.total) / _WHOLE
    for party, key in SCORES.items():
        share = result.parties.get(party)
        setattr(found, key, None if share is None else cut(share * scale))
    if result.whole is not None:
        found.score = cut(result.whole * scale)  # type: ignore[assignment]  # points are decimals
        found.grade = grade_of(found, result, session)
    found.veto = "、".join(_named(session, found, result)) or None
    found.scored_on = session.info["today"]
    return result


def grade_of(found: EvaluationRound, result: Outcome, session: Session) -> Grade | None:
    """Return the grade of an unrounded result; a veto makes it the lowest (一票否决)."""
    if found.occasion is Occasion.GRADE or result.whole is None:
        return None
    if result.vetoes:
        return Grade.POOR
    return grade(cut(result.whole), session.info["today"])


def _named(session: Session, found: EvaluationRound, result: Outcome) -> list[str]:
    nodes = tree_of(session, found.template.id)
    return [node.name for node in nodes if node.number in result.vetoes]
