"""附件: files are taken in whole, seen again, and found by the code printed on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Attachment, Document, Matter, MatterPaper
from qyclient.organizations.rules.attachments import (
    MOST_BYTES,
    MOST_PAGES,
    MOST_PIXELS,
    PICTURES,
    FileKind,
    Use,
    kind_of,
    safe_name,
)
from qyclient.paper.kept_files import keep, kept, read_whole
from qyclient.paper.scans import as_pdf, codes_in, count_pages
from qyclient.store.listing import linked
from qyclient.store.rows import rows_of

_SEEN = PICTURES | {"PDF"}


@dataclass(frozen=True, slots=True)
class Scan:
    """A file that may be kept: looked at, not kept yet."""

    name: str
    kind: FileKind
    data: bytes
    pages: int | None

    @property
    def codes(self) -> list[str]:
        """Return the codes printed on it."""
        if self.kind.key not in _SEEN:
            return []
        return codes_in(self.data, picture=self.kind.key in PICTURES, most_pixels=MOST_PIXELS)


def scan_of(path: Path) -> Scan:
    """Look at a file; refuse one that may not be kept, naming it."""
    data = read_whole(path, MOST_BYTES)
    try:
        name = safe_name(path.name)
        kind = kind_of(name, data[:16])
    except ValueError as problem:
        raise Refused(f"“{path.name}”{problem}。") from problem
    pages = None
    if kind.key in _SEEN:
        picture = kind.key in PICTURES
        pages = count_pages(data, picture=picture, most_pixels=MOST_PIXELS)
        if pages > MOST_PAGES:
            raise Refused(f"“{name}”有 {pages} 页，超过 {MOST_PAGES} 页，请拆成几个文件。")
    return Scan(name, kind, data, pages)


def attach(
    session: Session,
    matter: UUID,
    scan: Scan,
    use: Use,
    piece: UUID | None = None,
    document: UUID | None = None,
) -> Attachment:
    """Keep a file with a matter; the same file for the same purpose is kept once."""
    one = session.scalar(linked(Matter).where(Matter.id == matter))
    if one is None:
        raise Refused("这个办件已不存在。")
    fingerprint = keep(session.info["folder"], scan.data)
    for before in attachments_of(session, matter):
        place = (before.sha256, before.piece and before.piece.id, before.use)
        if place == (fingerprint, piece, use):
            return before
    attachment = Attachment(
        matter=one,
        use=use,
        piece=session.get_one(MatterPaper, piece) if piece else None,
        document=session.get_one(Document, document) if document else None,
        name=scan.name,
        kind=scan.kind.key,
        size=len(scan.data),
        pages=scan.pages,
        sha256=fingerprint,
        added_on=session.info["today"],
        added_by=session.info["stamp"].operator,
    )
    session.add(attachment)
    session.flush()
    return attachment


def detach(session: Session, key: UUID, because: str) -> Attachment:
    """Say that an attachment does not belong here; its file stays where it is."""
    found = session.get_one(Attachment, key)
    if not because.strip():
        raise Invalid({"voided_because": "请填写作废原因"})
    found.voided_because = because.strip()
    return found


def attachments_of(session: Session, matter: UUID) -> Sequence[Attachment]:
    """Return what is attached to a matter, oldest first."""
    return rows_of(session, Attachment, "matter", matter)


def page_of_attachment(session: Session, key: UUID) -> bytes:
    """Return an attachment as PDF to be looked at; refused where it is no scan."""
    return _seen(session.get_one(Attachment, key).kind, file_of(session, key))


def pdf_of(scan: Scan) -> bytes:
    """Return a file that is not kept yet as PDF; refused where it is no scan."""
    return _seen(scan.kind.key, scan.data)


def _seen(kind: str, data: bytes) -> bytes:
    if kind == "PDF":
        return data
    if kind not in PICTURES:
        raise Refused("这种文件不能预览，请“另存原件…”后用 WPS 打开。")
    return as_pdf(data, MOST_PIXELS)


def file_of(session: Session, key: UUID) -> bytes:
    """Return the bytes of an attachment as they were taken in."""
    return kept(session.info["folder"], session.get_one(Attachment, key).sha256)


def missing_files(session: Session) -> Mapping[str, str]:
    """Return each attachment whose file is gone or was altered, and what is wrong with it."""
    wrong: dict[str, str] = {}
    for one in session.query(Attachment):
        try:
            kept(session.info["folder"], one.sha256)
        except Refused as no:
            wrong[one.name] = str(no)
    return wrong
