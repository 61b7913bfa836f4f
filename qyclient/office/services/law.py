"""Laws and work days as this office keeps them: its own rows, which go before the shipped ones."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused, refuse
from qyclient.office.models import OwnDay, OwnRule
from qyclient.office.rules.laid_down import LaidDown, forget, laid_down_by
from qyclient.office.rules.limits import Limit, limits_on
from qyclient.office.rules.own_rules import as_shipped, overlaps, value_problem
from qyclient.office.services.staff import let_administer
from qyclient.records.base import fields_of
from qyclient.store.entry import amended, entered
from qyclient.store.listing import standing
from qyclient.store.surroundings import surrounding


@surrounding
def as_laid_down(session: Session) -> AbstractContextManager[None]:
    """Let every rule that is asked for in a session be this office's."""
    return laid_down_by(partial(read_laid_down, session))


def read_laid_down(session: Session) -> LaidDown:
    """Return what the office laid down: its rules, the newest first, and its days."""
    keys = [field.key for field in fields_of(OwnRule)]
    columns = [getattr(OwnRule, key) for key in keys]
    newest = select(*columns).where(standing(OwnRule)).order_by(OwnRule.valid_from.desc())
    days = select(OwnDay.on, OwnDay.works)
    with session.no_autoflush:
        rules = [as_shipped(dict(row)) for row in session.execute(newest).mappings()]
        return LaidDown(rules, dict(session.execute(days).all()))


def rules_on(_session: Session, on: date) -> Sequence[Limit]:
    """Return every rule as it stands at this office on a day."""
    return limits_on(on)


def own_rules(session: Session) -> Sequence[OwnRule]:
    """Return the office's own rules, those that were voided too, the newest first."""
    return session.scalars(select(OwnRule).order_by(OwnRule.valid_from.desc(), OwnRule.id)).all()


def lay_down(session: Session, texts: Mapping[str, str]) -> OwnRule:
    """Enter a rule of the office's own; from its first day on it goes before the shipped one."""
    let_administer(session)
    rule = entered(session, OwnRule, texts)
    _judge(session, rule)
    session.add(rule)
    session.flush()
    forget()
    return rule


def amend_rule(session: Session, key: UUID, version: int, texts: Mapping[str, str]) -> OwnRule:
    """Change a rule of the office's own; what it was stays in the history."""
    let_administer(session)
    with session.no_autoflush:
        rule = amended(session, OwnRule, key, version, texts)
        _judge(session, rule)
    session.flush()
    forget()
    return rule


def void_rule(session: Session, key: UUID, because: str) -> OwnRule:
    """Take a rule of the office's own out of force: it was entered by mistake."""
    let_administer(session)
    if not because.strip():
        raise Invalid({"because": "请写明作废的原因"})
    rule = session.get_one(OwnRule, key)
    if rule.voided_because:
        raise Refused("这条规则已经作废。")
    rule.voided_because = because.strip()
    session.flush()
    forget()
    return rule


def _judge(session: Session, rule: OwnRule) -> None:
    found: dict[str, str] = {}
    if said := value_problem(rule.value, rule.unit):
        found["value"] = said
    if rule.valid_to and rule.valid_to < rule.valid_from:
        found["valid_to"] = "失效日期不能早于施行日期"
    alike = (OwnRule.rule == rule.rule) & (OwnRule.org_type == rule.org_type) & standing(OwnRule)
    query = select(OwnRule.valid_from, OwnRule.valid_to).where(alike, OwnRule.id != rule.id)
    spans = [(row[0], row[1]) for row in session.execute(query)]
    if overlaps(rule.valid_from, rule.valid_to, spans):
        found["valid_from"] = "同一规则已有一条在这段时间有效，请先填写那一条的失效日期"
    refuse(found)
