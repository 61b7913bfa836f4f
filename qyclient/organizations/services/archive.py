"""补录: a body taken from its paper file by one operator and checked against it by another."""

from collections.abc import Collection, Mapping, Sequence
from typing import TypedDict
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused, refuse
from qyclient.organizations.models import FiledPaper, Organization
from qyclient.organizations.rules.archive import OF_THE_ENTRY
from qyclient.organizations.rules.checks import problems
from qyclient.organizations.rules.legal_changes import FROM_PAPER
from qyclient.organizations.services.changes import keep_changes
from qyclient.organizations.services.grounds import mark
from qyclient.organizations.services.register import amend, facts_of, keep_officers
from qyclient.records.base import fields_of
from qyclient.records.view import Filter
from qyclient.store.entry import entered
from qyclient.store.history import operators
from qyclient.store.rows import Row, kept_rows

TO_CHECK = (Filter("entered_by", empty=False), Filter("checked_by", empty=True))
"""待核对: the entries that wait for a colleague."""


class Rows(TypedDict, total=False):
    """What a paper file says beside the registration itself, each a row as it was typed."""

    officers: Sequence[Row]
    changes: Sequence[Row]
    papers: Sequence[Row]


def enter_from_file(
    session: Session, texts: Mapping[str, str], rows: Rows | None = None
) -> Organization:
    """Enter a body that was registered before, as its paper file says; it waits to be checked."""
    given = {key: text for key, text in texts.items() if key not in OF_THE_ENTRY}
    mark(session, f"{FROM_PAPER}按纸质档案录入")
    body = entered(session, Organization, {"status": "正常", **given})
    found = problems(facts_of(body), session.info["today"])
    if not body.paper_file:
        found["paper_file"] = "请填写纸质档案位置，如 12盒3件"
    refuse(found)
    body.entered_by = session.info["stamp"].operator
    session.add(body)
    session.flush()
    keep_rows(session, body, rows or {}, "")
    return body


def check_entry(
    session: Session,
    key: UUID,
    version: int,
    agreed: Collection[str],
    mended: Mapping[str, str],
) -> Organization:
    """Confirm an entry field by field against the paper; what was mended keeps both values.

    Who entered it cannot check it, unless nobody else ever worked in this register.
    """
    body = require_checkable(session, key)
    mark(session, f"{FROM_PAPER}对照纸质档案核对")
    operator = session.info["stamp"].operator
    alone = body.entered_by == operator
    left = [f for f in to_check(body) if f not in agreed and f not in mended]
    if left:
        shown = {field.key: field.label for field in fields_of(Organization)}
        raise Invalid({key: f"请对照档案核对{shown[key]}" for key in left})
    body = amend(session, key, version, mended)
    body.checked_by, body.checked_alone = operator, alone or None
    return body


def require_checkable(session: Session, key: UUID) -> Organization:
    """Return a body that waits to be checked; refuse who entered it, if there is anybody else."""
    body = session.get_one(Organization, key)
    operator = session.info["stamp"].operator
    if not body.entered_by or body.checked_by:
        raise Refused(f"{body}没有待核对的补录。")
    if body.entered_by == operator and operators(session.connection()) - {operator}:
        raise Refused(f"补录须由另一人核对：{body}是您自己录入的，请换一名经办人登录后核对。")
    return body


def to_check(body: Organization) -> list[str]:
    """Return the fields of an entry that hold something to be held against the paper."""
    return [
        field.key
        for field in fields_of(Organization)
        if field.key not in OF_THE_ENTRY and getattr(body, field.key) is not None
    ]


def keep_rows(session: Session, body: Organization, rows: Rows, because: str) -> None:
    """Make what belongs to a body what the rows say; of what is not given, nothing is changed."""
    session.flush()
    if "officers" in rows:
        keep_officers(session, body.id, rows["officers"], because)
    if "papers" in rows:
        kept_rows(session, FiledPaper, {"organization": body}, rows["papers"], because)
    if "changes" in rows:
        keep_changes(session, body, rows["changes"], because)
