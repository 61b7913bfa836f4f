"""Noting how far the reports of a year have come: one body or hundreds, in one transaction."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.organizations.models import AnnualReview
from qyclient.organizations.rules.annual import terms_of
from qyclient.organizations.rules.review_lists import ReviewState, ReviewStep
from qyclient.organizations.rules.review_steps import Note, problem, values
from qyclient.organizations.services.season import Line, season
from qyclient.progress import Progress
from qyclient.records.base import fields_of
from qyclient.store.bulk import Amended, add, amend

_STEP = 200
_NAMED = 5
_EMPTY = {field.key: None for field in fields_of(AnnualReview) if field.target is None}


def note_years(
    session: Session, year: int, notes: Mapping[UUID, list[Note]], progress: Progress
) -> int:
    """Note what is said of each body's year; all of it, or none with what stands against.

    Several notes of one body count in their order. Returns how many bodies were written.
    """
    lines = {line.key: line for line in season(session, year, [*notes])}
    against: list[str] = []
    settled: list[tuple[Line, dict[str, Any]]] = []
    for done, (key, given) in enumerate(notes.items()):
        if done % _STEP == 0:
            progress.step(done, len(notes), "登记年检（年报）")
        if key not in lines:
            raise Refused("有单位已不在名册中，请刷新后再登记。")
        found, why = settle(session, year, lines[key], given)
        if why:
            against.append(f"{lines[key].row.name}：{why}")
        settled.append((lines[key], found))
    if against:
        more = f"\n等 {len(against)} 个单位" if len(against) > _NAMED else ""
        raise Refused("没有登记任何单位。" + "\n".join(against[:_NAMED]) + more)
    write(session, year, settled)
    return len(settled)


def settle(
    session: Session, year: int, line: Line, notes: list[Note]
) -> tuple[dict[str, Any], str]:
    """Return what notes make of a body's year, or why one of them cannot be."""
    terms = terms_of(year, line.row.org_type)
    spared = line.state is ReviewState.EXEMPT and not (line.row.review or line.before_us)
    if terms is None or (spared and any(n.step is not ReviewStep.EXEMPT for n in notes)):
        return {}, f"不需要参加{year}年度年检（年报）：{line.why}"
    now = {key: getattr(line.row, key, None) for key in _EMPTY}
    found: dict[str, Any] = {}
    for note in notes:
        said = SimpleNamespace(**{**now, **found})
        today = session.info["today"]
        if why := problem(note, terms, said, today, supervised=line.supervised):
            return {}, why
        found |= values(note)
    return found, ""


def write(session: Session, year: int, settled: list[tuple[Line, dict[str, Any]]]) -> None:
    """Keep what was settled, many records at a time."""
    fresh = [
        {**_EMPTY, **found, "organization_id": line.key, "year": year}
        for line, found in settled
        if not line.row.review
    ]
    add(session, AnnualReview, fresh)
    changed = {line.row.review: found for line, found in settled if line.row.review}
    stored = select(AnnualReview).where(AnnualReview.id.in_([*changed]))
    records = session.scalars(stored).all() if changed else ()
    amend(session, AnnualReview, [Amended(one, changed[one.id]) for one in records])
