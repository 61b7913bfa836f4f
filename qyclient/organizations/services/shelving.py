"""归档: a finished matter gets its place on the shelf, and its box its label and its catalogue."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from qyclient.office.services import office_of, place_word
from qyclient.organizations.models import (
    ArchivePiece,
    Attachment,
    Document,
    Matter,
    MatterStep,
)
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.rules.papers import MARKS, papers
from qyclient.organizations.rules.shelving import (
    archive_number,
    category_label,
    retention,
    span,
)
from qyclient.organizations.services.drawing import drawn
from qyclient.organizations.services.texts import text_of
from qyclient.paper.official.text import filled
from qyclient.paper.pdf.raster import joined
from qyclient.records.base import field_of
from qyclient.records.dates import format_date
from qyclient.store.consequences import consequence
from qyclient.store.entry import amended
from qyclient.store.listing import linked, of
from qyclient.store.rows import rows_of

_ARCHIVE, _BOX = "archive", "box"
_OF_A_BOX = ("box_label", "box_catalogue", "box_note")


@consequence
def follow_archiving(session: Session) -> None:
    """Shelve each matter whose last step was just done (社会组织登记档案管理办法)."""
    if MatterStep.__tablename__ not in session.info["touched"]:
        return
    done = [
        key
        for key, change in session.info["changes"].items()
        if change.noun == MatterStep.__tablename__ and change.action == "created"
    ]
    for step in session.scalars(linked(MatterStep).where(MatterStep.id.in_(done))):
        if step.move == _ARCHIVE and piece_of(session, step.matter.id) is None:
            _shelve(session, step)


def piece_of(session: Session, matter: UUID) -> ArchivePiece | None:
    """Return where a matter stands on the shelf."""
    return next(iter(of(session, ArchivePiece, "matter", matter)), None)


def amend_piece(
    session: Session, key: UUID, version: int, texts: Mapping[str, str]
) -> ArchivePiece:
    """Mend what the catalogue says of a piece: its box, its pages, what is to be noted."""
    return amended(session, ArchivePiece, key, version, texts)


def box_of(session: Session, box: str) -> Sequence[ArchivePiece]:
    """Return the pieces of a box, in the order in which they stand."""
    order = (ArchivePiece.category, ArchivePiece.volume, ArchivePiece.piece)
    mine = linked(ArchivePiece).where(ArchivePiece.box == box)
    return session.scalars(mine.order_by(*order)).all()


def box_papers(session: Session, box: str) -> bytes:
    """Return what belongs to a box as one PDF: label, catalogue, 备考表."""
    facts = box_facts(session, box)
    today: date = session.info["today"]
    return joined(
        drawn(session, filled(text_of(session, papers()[key]), facts, MARKS), today)
        for key in _OF_A_BOX
    )


def box_facts(session: Session, box: str) -> dict[str, str]:
    """Return what the papers of a box say."""
    pieces = box_of(session, box)
    first, last = pieces[0], pieces[-1]
    bodies = {one.organization.id: one.organization for one in pieces if one.organization}
    only = next(iter(bodies.values())) if len(bodies) == 1 else None
    years = sorted({one.shelved_on.year for one in pieces})
    return {
        "office": office_of(session).name,
        "year": "、".join(map(str, years)),
        "category": "、".join(dict.fromkeys(category_label(one.category) for one in pieces)),
        "volume": "、".join(dict.fromkeys(str(one.volume) for one in pieces)),
        "uscc": (only.uscc or only.legacy_cert_no or "") if only else "",
        "organization": only.name if only else f"{len(bodies)} 个社会组织",
        "box": box,
        "pieces": span(first.piece, last.piece) if only else f"共 {len(pieces)} 件",
        "retention": first.retention,
        "papers": "\n".join("\t".join(_line(one)) for one in pieces),
        "content": f"本盒共 {len(pieces)} 件、{sum(one.pages or 0 for one in pieces)} 页。",
        "remark": "\n".join(f"{one.number}：{one.remark}" for one in pieces if one.remark),
        "operator": first.shelved_by,
        "date": format_date(session.info["today"]),
    }


def shelf_facts(session: Session, matter: UUID) -> dict[str, str]:
    """Return what the cover of a matter's file says; nothing before it stands on the shelf."""
    one = piece_of(session, matter)
    if one is None:
        return {}
    shown = ("title", "author", "box", "piece", "pages", "retention", "remark")
    return {
        **{key: field_of(ArchivePiece, key).show(one) for key in shown},
        "archive_number": one.number,
        "dated": format_date(one.dated),
        "category": category_label(one.category),
        "volume": str(one.volume),
        "year": str(one.shelved_on.year),
        "pieces": span(one.piece, one.piece),
        "operator": one.shelved_by,
    }


def _line(one: ArchivePiece) -> tuple[str, ...]:
    return (
        str(one.piece), one.author, one.document_number or "", one.title,
        format_date(one.dated), str(one.pages or ""), one.remark or "",
    )  # fmt: skip


def _shelve(session: Session, step: MatterStep) -> None:
    matter = session.scalars(linked(Matter).where(Matter.id == step.matter.id)).one()
    category = matter.org_type or OrgType.SOCIAL_GROUP
    volume = _volume(session, matter, category)
    piece = _next(session, ArchivePiece.piece, _in(category) & (ArchivePiece.volume == volume))
    office = office_of(session)
    decision = _decision(session, matter)
    scans = rows_of(session, Attachment, "matter", matter.id)
    place = place_word(session, step.done_on)
    session.add(
        ArchivePiece(
            number=archive_number(place, category.value, volume, piece),
            organization=matter.organization,
            matter=matter,
            title=f"{matter.subject}{kinds()[matter.kind].label}",
            author=office.name if decision else matter.subject,
            dated=decision.dated if decision else (matter.decided_on or matter.filed_on),
            document_number=decision.number if decision else None,
            category=category,
            volume=volume,
            piece=piece,
            box=step.answers.get(_BOX, "").strip(),
            pages=sum(one.pages or 0 for one in scans) or None,
            retention=retention(),
            shelved_on=step.done_on,
            shelved_by=step.operator,
        )
    )


def _volume(session: Session, matter: Matter, category: OrgType) -> int:
    """Return the volume of a matter's body, a new one for a body that has none yet."""
    if matter.organization is None:
        return 0
    mine = ArchivePiece.organization_id == matter.organization.id  # type: ignore[attr-defined]  # made by link
    before = session.scalar(select(ArchivePiece.volume).where(mine).limit(1))
    return before or _next(session, ArchivePiece.volume, _in(category))


def _next(session: Session, counted: Any, among: ColumnElement[bool]) -> int:
    last: int | None = session.scalar(select(func.max(counted)).where(among))
    return (last or 0) + 1


def _in(category: OrgType) -> ColumnElement[bool]:
    return ArchivePiece.category == category


def _decision(session: Session, matter: Matter) -> Document | None:
    """Return the main document of a matter: the last that decided something."""
    issued = [
        one
        for one in of(session, Document, "matter", matter.id)
        if one.cancelled_because is None and not papers()[one.paper].serves
    ]
    return issued[-1] if issued else None
