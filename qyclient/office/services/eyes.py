"""双人复核 at this office: who signs, who did the step before, and what the office switched."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid
from qyclient.office.models import TwoPeople
from qyclient.office.rules.four_eyes import FourEyes, steps, verdict
from qyclient.office.rules.roles import Role
from qyclient.office.services.people import able_to
from qyclient.office.services.staff import let_administer


def eyes(
    session: Session,
    step: str,
    role: Role,
    signer: str,
    doer: str,
    called: tuple[str, str] | None = None,
) -> FourEyes:
    """Say whether `signer` may sign a step of a role after what `doer` did.

    `called` is what the two steps are called where it is said, the earlier one first.
    """
    return verdict(step, signer, doer, able_to(session, role), switched(session).get(step), called)


def switched(session: Session) -> dict[str, bool]:
    """Return the steps the office switched itself, and how."""
    rows = session.execute(select(TwoPeople.step, TwoPeople.is_on))
    return dict(rows.all())


def wanted(session: Session) -> dict[str, bool]:
    """Return for each step whether two people must do it, where there are two."""
    return {key: step.on for key, step in steps().items()} | switched(session)


def switch(session: Session, step: str, *, on: bool, because: str) -> TwoPeople:
    """Let a step be done by one person, or ask for two again; the administrator says why."""
    let_administer(session)
    if not because.strip():
        raise Invalid({"because": "请写明理由，它和开关一起留在操作记录里"})
    kept = session.scalar(select(TwoPeople).where(TwoPeople.step == step))
    if kept is None:
        kept = TwoPeople(step=step)
        session.add(kept)
    kept.is_on, kept.because = on, because.strip()
    return kept
