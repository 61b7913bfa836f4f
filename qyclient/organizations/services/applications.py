"""申请: what an application asks for, held against the register before it is taken in."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused, refuse
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.checks import founding_problems, problems
from qyclient.organizations.rules.matter_kinds import MatterKind
from qyclient.organizations.services.filed import filed_application
from qyclient.organizations.services.standing import require
from qyclient.records.base import field_of, fields_of
from qyclient.records.field import Field, clean


def new_body(
    session: Session, kind: MatterKind, applied: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    """Return what is applied for as a body would be, checked as one."""
    texts = {key: after for key, (after, *_reason) in applied.items()}
    fields = [field for field in fields_of(Organization) if field.key in texts]
    whole = {"name": "", "org_type": "", **texts}
    needed = [field_of(Organization, key) for key in ("name", "org_type")]
    shown = [*needed, *(field for field in fields if field not in needed)]
    facts = {f.key: None for f in fields_of(Organization)}
    facts |= clean(shown, whole, lambda _model, _name: None)
    today = session.info["today"]
    founding = founding_problems(facts, today) if kind.founds else {}  # a name needs no more
    refuse(problems(facts, today) | founding)
    return {field.key: ["", whole[field.key], ""] for field in shown if whole[field.key].strip()}


def wanted_of(
    session: Session, kind: MatterKind, body: Organization, applied: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    """Return what each item is, is to be and why; refuse a body that may not apply for it."""
    require(session, body, kind.key)
    if not kind.items:
        return filed_application(kind, applied)
    if not applied:
        raise Invalid({"application": "请至少填写一项变更"})
    found: dict[str, str] = {}
    wanted = {}
    for item, (after, *reason) in applied.items():
        if item not in kind.items:
            raise Refused(f"{kind.label}不含“{item}”。")
        field = field_of(Organization, item)
        found |= _not_another(field, body, after)
        wanted[item] = [field.show(body), after, *(reason or [""])]
    refuse(found)
    return wanted


def _not_another(field: Field, body: Organization, after: str) -> dict[str, str]:
    """Return what keeps a text from being another value of an item."""
    try:
        if field.kind.parse(after) == getattr(body, field.key):
            return {field.key: f"{field.label}与现在登记的相同"}
    except ValueError as problem:
        return {field.key: field.complaint(problem)}
    return {}
