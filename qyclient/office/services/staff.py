"""The list of operators and their stand-ins, which the administrator keeps."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.office.models import Operator, Substitution
from qyclient.office.rules.roles import Role
from qyclient.office.services.key_slots import call_otherwise, give_key
from qyclient.office.services.people import able_to, may, operators
from qyclient.store.entry import amended, entered
from qyclient.store.listing import linked


def add_operator(session: Session, texts: Mapping[str, str]) -> Operator:
    """Take somebody in who works here from now on."""
    let_administer(session)
    operator = entered(session, Operator, {**texts, "is_active": "是"})
    session.add(operator)
    return operator


def amend_operator(session: Session, key: UUID, version: int, texts: Mapping[str, str]) -> Operator:
    """Change what is known of an operator, as it was opened at `version`.

    Who leaves stays in the list, because his name stands in the history; his password opens
    nothing more. Refused where nobody would be left to administer the office, or to open it.
    """
    let_administer(session)
    before = _administrators(session)
    called = session.get_one(Operator, key).name
    operator = amended(session, Operator, key, version, texts)
    session.flush()
    if before and not _administrators(session):
        sentence = f"{operator} 是最后一位系统管理；请先让另一位在岗的经办人担任系统管理"
        raise Invalid({"roles" if operator.is_active else "is_active": sentence})
    call_otherwise(session.info["folder"], called, operator.name)
    if not operator.is_active:
        give_key(session.info["folder"], operator.name, "")
        operator.password_hash = None
    return operator


def stand_in(session: Session, texts: Mapping[str, str]) -> Substitution:
    """Say who does an operator's work from one day to another (A/B 岗)."""
    let_administer(session)
    made = entered(session, Substitution, texts)
    if made.operator is made.stand_in:
        raise Invalid({"stand_in": "B 岗应是另一个人"})
    if made.until < made.since:
        raise Invalid({"until": "“到”不能早于“从”"})
    session.add(made)
    return made


def end_stand_in(session: Session, key: UUID) -> None:
    """Take back that somebody stands in; one that is gone already is no fault."""
    let_administer(session)
    if (ending := session.get(Substitution, key)) is not None:
        session.delete(ending)


def stand_ins(session: Session) -> Sequence[Substitution]:
    """Return who stands in for whom now and later, the next first."""
    still = linked(Substitution).where(Substitution.until >= session.info["today"])
    return session.scalars(still.order_by(Substitution.since)).all()


def let_administer(session: Session) -> None:
    """Refuse to go on for who may not administer the office."""
    if said := may(session, Role.ADMIN):
        raise Refused(said)


def _administrators(session: Session) -> list[str]:
    some = any(one.roles for one in operators(session))
    return able_to(session, Role.ADMIN) if some else []
