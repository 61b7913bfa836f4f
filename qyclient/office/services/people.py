"""Who is at the desk, and what he may do there today: for himself, or for whom he stands in."""

from collections.abc import Sequence

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
    name = session.info["stamp"].operator
    able = able_to(session, role)
    if name in able or not _rules_anything(session):
        return ""
    if not able and role is Role.ADMIN:
        return ""
    if not able:
        return f"还没有人担任“{role.label}”岗位；请系统管理在“经办人…”里指定，或安排代岗。"
    return (
        f"“{role.label}”由 {'、'.join(able)} 办理，{name} 没有这个岗位；"
        "请换他们来办，或在“经办人…”里安排代岗。"
    )


def may_one_of(session: Session, roles: Sequence[Role]) -> str:
    """Return why the person at the desk holds none of these roles; empty if he does."""
    said = [may(session, role) for role in roles]
    if "" in said:
        return ""
    labels = "、".join(role.label for role in roles)
    return (
        f"这一步由 {labels} 岗位办理，{session.info['stamp'].operator} 没有其中任何一个；"
        "请换他们来办，或在“经办人…”里安排代岗。"
    )


def able_to(session: Session, role: Role) -> list[str]:
    """Return the names of those who may do the work of a role today, stand-ins included."""
    active = operators(session)
    if not any(one.roles for one in active):
        return [one.name for one in active]
    holders = {one.id for one in active if _holds(one, role)}
    theirs = {one.stand_in.id for one in _today(session) if one.operator.id in holders}
    return [one.name for one in active if one.id in holders | theirs]


def acting_for(session: Session, role: Role) -> str:
    """Return for whom the person at the desk does the work of a role: empty if it is his own."""
    me = at_desk(session)
    if me is None or _holds(me, role):
        return ""
    absent = {one.operator.id for one in _today(session) if one.stand_in.id == me.id}
    them = [one.name for one in operators(session) if one.id in absent and _holds(one, role)]
    return "、".join(them)


def _holds(operator: Operator, role: Role) -> bool:
    return role.value in (operator.roles or "").split()


def _rules_anything(session: Session) -> bool:
    return any(one.roles for one in operators(session))


def _today(session: Session) -> Sequence[Substitution]:
    """Return the substitutions that hold today."""
    day = session.info["today"]
    holds = (Substitution.since <= day) & (Substitution.until >= day)
    return session.scalars(linked(Substitution).where(holds)).all()
