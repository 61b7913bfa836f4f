"""外部承接主体 and the papers they show: entered as shown, verified by nobody of this office."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, OutsideContractor, OutsideProof
from qyclient.errors import Invalid
from qyclient.store.entry import amended, entered
from qyclient.store.listing import of


def enter_outside(session: Session, texts: Mapping[str, str]) -> OutsideContractor:
    """Enter an enterprise, an institution, or a body registered elsewhere."""
    made = entered(session, OutsideContractor, texts)
    session.add(made)
    return made


def amend_outside(
    session: Session, key: UUID, version: int, texts: Mapping[str, str]
) -> OutsideContractor:
    """Mend what is known of one; contracts keep the name it had when it signed."""
    return amended(session, OutsideContractor, key, version, texts)


def enter_proof(session: Session, contractor: str, texts: Mapping[str, str]) -> OutsideProof:
    """Enter a paper that an outside contractor showed."""
    made = entered(session, OutsideProof, {**texts, "contractor": contractor})
    if made.dated_on > session.info["today"]:
        raise Invalid({"dated_on": "材料日期晚于今天，请核对"})
    if made.valid_until is not None and made.valid_until < made.dated_on:
        raise Invalid({"valid_until": "有效期至早于材料日期"})
    session.add(made)
    return made


def proofs_of(session: Session, contractor: UUID) -> Sequence[OutsideProof]:
    """Return what an outside contractor showed."""
    return of(session, OutsideProof, "contractor", contractor)


def contracts_of_outside(session: Session, contractor: UUID) -> Sequence[Contract]:
    """Return the projects and contracts of an outside contractor."""
    return of(session, Contract, "outside", contractor)
