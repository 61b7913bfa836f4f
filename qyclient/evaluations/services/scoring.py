"""Entering scores; each writes the verdict that the payment of its stage waits for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Instalment
from qyclient.contracts.rules import VerdictSource
from qyclient.contracts.rules.payable import Payable, payable
from qyclient.contracts.services import enter_verdict, instalments_of
from qyclient.errors import Invalid
from qyclient.evaluations.models import Evaluation
from qyclient.store.entry import entered
from qyclient.store.listing import of


@dataclass(frozen=True, slots=True)
class Earned:
    """One instalment that waited for a score, and what the score makes of it."""

    instalment: Instalment
    payable: Payable


def score(session: Session, texts: Mapping[str, str]) -> Evaluation:
    """Enter the score of a stage of a contract; a stage is scored once.

    Its verdict is written with it; another person confirms that before anything is paid by it.
    """
    evaluation = entered(session, Evaluation, texts)
    if evaluation.evaluated_on > session.info["today"]:
        raise Invalid({"evaluated_on": "评价日期晚于今天，请核对"})
    for other in evaluations_of(session, evaluation.contract.id):
        if other.stage is evaluation.stage:
            raise Invalid({"stage": f"{other.stage.label}已有得分 {other.score:.2f}，不能重复登记"})
    session.add(evaluation)
    given = {key: texts[key] for key in ("contract", "stage", "score")}
    enter_verdict(session, {**given, "given_on": texts["evaluated_on"]}, VerdictSource.EVALUATION)
    return evaluation


def evaluations_of(session: Session, contract: UUID) -> Sequence[Evaluation]:
    """Return the scores of a contract."""
    return of(session, Evaluation, "contract", contract)


def earned_by(session: Session, evaluation: Evaluation) -> list[Earned]:
    """Return what a score makes of each instalment that waited for it."""
    contract: UUID = evaluation.contract_id  # type: ignore[attr-defined]  # made by link
    return [
        Earned(part, payable(part.amount, evaluation.score, evaluation.evaluated_on))
        for part in instalments_of(session, contract)
        if part.waits_for is evaluation.stage
    ]
