"""Who is at the desk, and what he may do there today: for himself, or for whom he stands in."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.office.models import Operator, Substitution
from qyclient.office.rules.roles import Role
from qyclient.store.listing import linked


def operators(session: Session) -> Sequence[Operator]:
    """Return who works here, the longest there first."""
    mine = Operator.is_active.is_(True)
    return session.scalars(select(Operator).where(mine).order_by(Operator.id)).all()


def at_desk(session: Session) -> Operator | None:
    """Return who is at the desk; None if the register does not know him."""
    name = session.info["stamp"].operator
    return next((one for one in operators(session) if one.name == name), None)


def may(session: Session, role: Role) -> str:
    """Return why the person at the desk may not do the work of a role; empty if he may.

    An office that gave nobody a role lets everybody do everything; one without an administrator
    lets everybody make one.
    """
    return may_any(session, (role,))


def may_any(session: Session, roles: Sequence[Role]) -> str:
    """Return why the person at the desk may do the work of none of some roles; empty if he may.

    The first role is the one that is spoken of.
    """
    if not rules_anything(session):
        return ""
    name, [role, *_] = session.info["stamp"].operator, roles
    able = [able_to(session, one) for one in roles]
    if any(name in some for some in able) or (role is Role.ADMIN and not able[0]):
        return ""
    if not able[0]:
        return f"还没有人担任“{role.label}”岗位；请系统管理在“经办人…”里指定，或安排代岗。"
    return (
        f"“{role.label}”由 {'、'.join(able[0])} 办理，{name} 没有这个岗位；"
        "请换他们来办，或在“经办人…”里安排代岗。"
    )


def able_to(session: Session, role: Role, on: date | None = None) -> list[str]:
    """Return the names of those who may do the work of a role on a day, stand-ins included."""
    active = operators(session)
    if not any(one.roles for one in active):
        return [one.name for one in active]
    holders = {one.id for one in active if _holds(one, role)}
    theirs = {one.stand_in.id for one in _standing_in(session, on) if one.operator.id in holders}
    return [one.name for one in active if one.id in holders | theirs]


def acting_for(session: Session, role: Role, name: str = "", on: date | None = None) -> str:
    """Return for whom somebody does the work of a role: empty if it is his own.

    He is meant by name, and is who sits at the desk if none is given.
    """
    who = name or session.info["stamp"].operator
    active = operators(session)
    me = next((one for one in active if one.name == who), None)
    if me is None or _holds(me, role):
        return ""
    absent = {one.operator.id for one in _standing_in(session, on) if one.stand_in.id == me.id}
    return "、".join(one.name for one in active if one.id in absent and _holds(one, role))


def mine(session: Session) -> Collection[str]:
    """Return whose work is on the desk today: one's own, and that of whom one stands in for."""
    me = session.info["stamp"].operator
    return {me, *(str(s.operator) for s in _standing_in(session) if s.stand_in.name == me)}


def my_roles(session: Session) -> frozenset[Role]:
    """Return the roles whose work the person at the desk may do today."""
    if not rules_anything(session):
        return frozenset(Role)
    names, active = mine(session), operators(session)
    held = {role for one in active if one.name in names for role in (one.roles or "").split()}
    return frozenset(role for role in Role if role.value in held)


def rules_anything(session: Session) -> bool:
    """Say whether the office gave anybody a role."""
    return any(one.roles for one in operators(session))


def _holds(operator: Operator, role: Role) -> bool:
    return role.value in (operator.roles or "").split()


def _standing_in(session: Session, on: date | None = None) -> Sequence[Substitution]:
    """Return the substitutions that hold on a day, today if none is given."""
    day = on or session.info["today"]
    holds = (Substitution.since <= day) & (Substitution.until >= day)
    return session.scalars(linked(Substitution).where(holds)).all()
