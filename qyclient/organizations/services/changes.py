"""变更记录: what was changed of a registration in law, from which day, decided where."""

from collections.abc import Sequence
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, refuse
from qyclient.organizations.models import LegalChange, Organization
from qyclient.organizations.rules.checks import new_problems
from qyclient.organizations.rules.legal_changes import Origin, change_problems, same_day
from qyclient.organizations.services.register import facts_of
from qyclient.records.base import field_of
from qyclient.store.rows import ID, Row, as_row, entered_under, kept_rows, rows_of, values_of


class Ground(TypedDict, total=False):
    """On what a change rests, as texts: day of decision, number, source, 办件 or 补录."""

    decided_on: str
    document_number: str
    source: str
    origin: str


def record_change(
    session: Session,
    organization: Organization,
    item: str,
    before: str,
    after: str,
    effective_on: str,
    **ground: Unpack[Ground],
) -> LegalChange:
    """Record that an item of a registration became another from a day on.

    Decided here (办件, the usual origin), the newest change of an item is what the register says
    from now on, and must begin with what it says. Read from the paper file (补录), a change adds
    to the past: the newest must end with what the register says already.
    """
    texts = {"item": item, "before": before, "after": after, "effective_on": effective_on}
    rest = {key: str(text) for key, text in ground.items()}
    session.flush()
    change = entered_under(
        session,
        LegalChange,
        {"origin": Origin.MATTER.value, **texts, **rest},
        organization=organization,
    )
    _settle(session, change)
    session.add(change)
    session.flush()
    _require_order(session, organization, change.item)
    if changes_of(session, organization.id, change.item)[-1] is change:
        _take_effect(session, organization, change)
    if change.item == "name" and change.before:
        remember_former(organization, change.before)
    return change


def remember_former(organization: Organization, name: str) -> None:
    """Keep among its 曾用名 a name a body no longer bears: it is found by it, and locks it."""
    known = organization.former_names or ""
    if name not in known.split("、") and name != organization.name:
        organization.former_names = "、".join(filter(None, [known, name]))


def changes_of(session: Session, organization: UUID, item: str = "") -> list[LegalChange]:
    """Return the changes of a body, or of one item of it, from the first to the last."""
    found = rows_of(session, LegalChange, "organization", organization)
    mine = (change for change in found if item in {"", change.item})
    return sorted(mine, key=lambda change: (change.effective_on.earliest, change.id))


def change_rows(session: Session, organization: UUID) -> list[dict[str, str]]:
    """Return the changes of a body as rows of a form, values as the office reads them."""
    return [
        as_row(change) | {side: told(change, side) for side in ("before", "after")}
        for change in changes_of(session, organization)
    ]


def keep_changes(
    session: Session, organization: Organization, rows: Sequence[Row], because: str
) -> None:
    """Make the past changes of a body what the rows say; what is gone is voided with the reason."""
    session.flush()
    before = {str(one.id): one for one in changes_of(session, organization.id)}
    gone = [one for key, one in before.items() if key not in {row.get(ID) for row in rows}]
    if any(one.origin is Origin.MATTER for one in gone):
        raise Invalid({"because": "办件产生的变更不能在这里去掉，请在办件中处理"})
    given = [row if row.get(ID) else {"origin": Origin.ARCHIVE.value, **row} for row in rows]
    owner = {"organization": organization}
    kept = kept_rows(session, LegalChange, owner, given, because, lambda c: _settle(session, c))
    session.flush()
    for item in dict.fromkeys(change.item for change in (*kept, *gone)):
        _require_order(session, organization, item)
        _require_agreement(session, organization, item)


def told(change: LegalChange, side: str) -> str:
    """Return what an item was or became, as the office reads it."""
    field, plain = field_of(Organization, change.item), getattr(change, side)
    if plain is None:
        return ""
    try:
        return field.kind.format(field.restored(plain))
    except ValueError:
        return str(plain)


def masked(change: LegalChange, side: str) -> str:
    """Return what lists show of it: personal data masked."""
    mask, text = field_of(Organization, change.item).kind.mask, told(change, side)
    return mask(text) if mask and text else text


def _settle(session: Session, change: LegalChange) -> None:
    """Write before and after as the history keeps values, and refuse what cannot be."""
    field = field_of(Organization, change.item)
    found: dict[str, str] = {}
    for side in ("before", "after"):
        typed = getattr(change, side)
        if typed is None or field.is_empty(typed):
            setattr(change, side, None)
            if field.required:
                found[side] = f"请填写变更前后的{field.label}"
            continue
        try:
            setattr(change, side, _text(field.plain(field.kind.parse(typed))))
        except ValueError as problem:
            found[side] = field.complaint(problem)
    refuse(found or change_problems(values_of(change), session.info["today"]))


def _text(plain: object) -> str | None:
    return None if plain is None else str(plain)


def _require_order(session: Session, organization: Organization, item: str) -> None:
    if same_day([change.effective_on for change in changes_of(session, organization.id, item)]):
        label = field_of(Organization, item).label
        raise Invalid({"effective_on": f"{label}在同一天有两次变更，分不出先后，请写明日期"})


def _require_agreement(session: Session, organization: Organization, item: str) -> None:
    """Refuse a past that does not lead to what the register says."""
    changes, field = changes_of(session, organization.id, item), field_of(Organization, item)
    present = getattr(organization, item)
    if changes and changes[-1].after != _text(field.plain(present)):
        shown = "（空）" if present is None else field.kind.format(present)
        last = changes[-1]
        raise Invalid(
            {
                "after": f"{last.effective_on}变更后的{field.label}是“{told(last, 'after')}”，"
                f"与登记的“{shown}”不同，请核对，或补上此后的变更"
            }
        )


def _take_effect(session: Session, organization: Organization, change: LegalChange) -> None:
    if change.origin is Origin.ARCHIVE:
        _require_agreement(session, organization, change.item)
        return
    field, before = field_of(Organization, change.item), facts_of(organization)
    if change.before != _text(field.plain(before[change.item])):
        now = field.show(organization) or "（空）"
        raise Invalid({"before": f"现在登记的{field.label}是“{now}”，与变更前不同，请核对"})
    setattr(organization, change.item, field.restored(change.after))
    refuse(new_problems(before, facts_of(organization), session.info["today"]))
    session.flush()
