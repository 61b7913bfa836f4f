"""Entering scores, and what they make payable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Instalment
from qyclient.contracts.rules import Stage
from qyclient.contracts.services import instalments_of
from qyclient.errors import Invalid
from qyclient.evaluations.models import Evaluation
from qyclient.evaluations.rules import Payable, payable
from qyclient.store.entry import entered
from qyclient.store.listing import of


@dataclass(frozen=True, slots=True)
class Due:
    """One instalment, the evaluation it waited for, and what it pays now; None: it still waits."""

    instalment: Instalment
    evaluation: Evaluation | None
    payable: Payable | None


def score(session: Session, texts: Mapping[str, str]) -> Evaluation:
    """Enter the score of a stage of a contract; a stage is scored once."""
    evaluation = entered(session, Evaluation, texts)
    if evaluation.evaluated_on > session.info["today"]:
        raise Invalid({"evaluated_on": "评价日期晚于今天，请核对"})
    for other in evaluations_of(session, evaluation.contract.id):
        if other.stage is evaluation.stage:
            raise Invalid({"stage": f"{other.stage.label}已有得分 {other.score:.2f}，不能重复登记"})
    session.add(evaluation)
    return evaluation


def evaluations_of(session: Session, contract: UUID) -> Sequence[Evaluation]:
    """Return the scores of a contract."""
    return of(session, Evaluation, "contract", contract)


def dues_of(session: Session, contract: UUID) -> list[Due]:
    """Return what each instalment of a contract pays, by the scores it waits for."""
    scores: dict[Stage | None, Evaluation] = {
        evaluation.stage: evaluation for evaluation in evaluations_of(session, contract)
    }
    return [_due(part, scores.get(part.waits_for)) for part in instalments_of(session, contract)]


def _due(part: Instalment, evaluation: Evaluation | None) -> Due:
    if part.waits_for is None:
        return Due(part, None, Payable(part.amount, f"{part.amount:,.2f} × 100%"))
    if evaluation is None:
        return Due(part, None, None)
    return Due(part, evaluation, payable(part.amount, evaluation.score, evaluation.evaluated_on))
