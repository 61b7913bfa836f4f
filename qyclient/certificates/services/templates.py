"""版式: ours or the office's own, the newest edition for what is printed now, any for what was."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, undefer

from qyclient.certificates.models import OfficeTemplate
from qyclient.certificates.reports import shipped_template
from qyclient.errors import Refused
from qyclient.paper.pdf.overprint import Template
from qyclient.paper.pdf.overprint_file import read
from qyclient.store.listing import standing

_EDITION = "@"
"""Stands between a stock and the edition of the office's own template: S_ORIGINAL_2016@3."""


def current_template(session: Session, stock: str) -> Template:
    """Return what is printed by now: the office's newest edition, else the one we ship."""
    mine = (OfficeTemplate.stock == stock) & standing(OfficeTemplate)
    query = select(OfficeTemplate).where(mine).options(undefer(OfficeTemplate.text))
    own = session.scalar(query.order_by(OfficeTemplate.edition.desc()).limit(1))
    return shipped_template(stock) if own is None else _own(own)


def template_called(session: Session, name: str) -> Template:
    """Return the template a certificate was printed with; Refused if there is none of that name."""
    stock, mark, edition = name.partition(_EDITION)
    if not mark:
        return shipped_template(stock)
    mine = (OfficeTemplate.stock == stock) & (OfficeTemplate.edition == int(edition))
    own = session.scalar(
        select(OfficeTemplate).where(mine).options(undefer(OfficeTemplate.text)).limit(1)
    )
    if own is None:
        raise Refused(f"找不到证书版式 {name}，请从备份恢复。")
    return _own(own)


def backdrop_of(session: Session, stock: str) -> bytes | None:
    """Return the office's newest scan of a blank sheet, for the screen only."""
    mine = (OfficeTemplate.stock == stock) & OfficeTemplate.backdrop.is_not(None)
    query = select(OfficeTemplate.backdrop).where(mine).order_by(OfficeTemplate.edition.desc())
    return session.scalar(query.limit(1))


def editions(session: Session, stock: str) -> Sequence[OfficeTemplate]:
    """Return the office's own editions of a stock's template, oldest first."""
    query = select(OfficeTemplate).where(OfficeTemplate.stock == stock)
    return session.scalars(query.order_by(OfficeTemplate.edition)).all()


def save_template(
    session: Session, stock: str, text: str, note: str, backdrop: bytes | None = None
) -> OfficeTemplate:
    """Keep a new edition; what does not read as a template of this stock is refused.

    The same text again is the edition that is there.
    """
    template = read(text, stock)
    if template.id.partition(_EDITION)[0] != stock:
        raise Refused(f"这个版式是“{template.name}”的，不能用于别的证书。")
    last = session.scalar(
        select(OfficeTemplate)
        .where((OfficeTemplate.stock == stock) & standing(OfficeTemplate))
        .options(undefer(OfficeTemplate.text), undefer(OfficeTemplate.backdrop))
        .order_by(OfficeTemplate.edition.desc())
        .limit(1)
    )
    scan = backdrop if backdrop is not None else (last.backdrop if last else None)
    if last is not None and last.text == text and last.backdrop == scan:
        return last
    highest = session.scalar(
        select(func.max(OfficeTemplate.edition)).where(OfficeTemplate.stock == stock)
    )
    made = OfficeTemplate(
        stock=stock,
        edition=(highest or 0) + 1,
        saved_on=session.info["today"],
        saved_by=session.info["stamp"].operator,
        note=note.strip() or None,
        text=text,
        backdrop=scan,
    )
    session.add(made)
    session.flush()
    return made


def drop_edition(session: Session, key: UUID, reason: str) -> OfficeTemplate:
    """Print no longer by an edition: what was before it counts again."""
    if not reason.strip():
        raise Refused("请填写作废原因。")
    found = session.get_one(OfficeTemplate, key)
    found.voided_because = reason.strip()
    return found


def _own(kept: OfficeTemplate) -> Template:
    return replace(read(kept.text, kept.stock), id=f"{kept.stock}{_EDITION}{kept.edition}")
