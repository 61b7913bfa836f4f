"""到期提醒: letters in rounds, with a record of what was sent to whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.office.services import office_of
from qyclient.organizations.models import Organization, Reminder
from qyclient.organizations.rules.lists import ContactWay
from qyclient.organizations.rules.papers import papers
from qyclient.organizations.rules.reminders import DueSort, words_of
from qyclient.organizations.services.documents import About, issue
from qyclient.organizations.services.expiries import Due, dues
from qyclient.paper.pdf.raster import joined
from qyclient.progress import Progress
from qyclient.records.dates import format_date
from qyclient.store.bulk import add
from qyclient.store.listing import of

_BEFORE, _AFTER = "due_notice", "reminder"


@dataclass(frozen=True, slots=True)
class Letters:
    """A round of letters: how many, in one file to print."""

    count: int
    pdf: bytes


def send_letters(
    session: Session, sort: DueSort, bodies: Sequence[UUID], progress: Progress
) -> Letters:
    """Write the letter of the round that is due to each body, numbered, and keep that it went."""
    chosen = _due_now(session, sort, bodies)
    pages, rows = [], []
    for done, due in enumerate(chosen):
        progress.step(done, len(chosen), f"{sort.label}：写函")
        made = _letter(session, due)
        pages.append(made.pdf)
        number = made.document.number if made.document else None
        rows.append(_row(session, due, ContactWay.LETTER, number))
    add(session, Reminder, rows)
    progress.step(len(chosen), len(chosen), "合并")
    return Letters(len(pages), joined(pages))


def note_reminded(session: Session, sort: DueSort, bodies: Sequence[UUID], way: ContactWay) -> int:
    """Keep that bodies were reminded in another way than by letter; return how many."""
    chosen = _due_now(session, sort, bodies)
    add(session, Reminder, [_row(session, due, way, None) for due in chosen])
    return len(chosen)


def reminders_of(session: Session, organization: UUID) -> Sequence[Reminder]:
    """Return of what a body was reminded, oldest first."""
    return of(session, Reminder, "organization", organization)


def _due_now(session: Session, sort: DueSort, bodies: Sequence[UUID]) -> list[Due]:
    wanted = set(bodies)
    chosen = [due for due in dues(session, sort) if due.key in wanted]
    early = [due for due in chosen if due.round is None]
    if early:
        raise Refused(
            f"{early[0].row.name} 的{sort.label}还没有到提醒的日子，或这一轮已经提醒过；"
            "请只选“待提醒”的单位。"
        )
    if not chosen:
        raise Refused("请先选择要提醒的单位。")
    return chosen


def _letter(session: Session, due: Due) -> Any:
    office, today = office_of(session), session.info["today"]
    late = due.left < 0
    facts: Mapping[str, str] = {
        **words_of(due.sort, due.year),
        "addressee": due.row.name,
        "due_on": format_date(due.due_on),
        "office": office.name,
        "phone": office.phone or "",
        "address": office.address or "",
        "operator": session.info["stamp"].operator,
    }
    body = session.get_one(Organization, due.key)
    about = About(due.row.name, None, body)
    return issue(session, papers()[_AFTER if late else _BEFORE], about, facts, today)


def _row(session: Session, due: Due, way: ContactWay, number: str | None) -> dict[str, Any]:
    today: date = session.info["today"]
    return {
        "organization_id": due.key,
        "sort": due.sort,
        "due_on": due.due_on,
        "round": due.round.key if due.round else "",
        "sent_on": today,
        "way": way,
        "receiver": due.row.contact or None,
        "number": number,
        "operator": session.info["stamp"].operator,
    }
