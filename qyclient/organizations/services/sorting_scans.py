"""扫描页归件: scanned pages find their matters by the code printed on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Cancelled, Refused
from qyclient.organizations.models import Attachment, Matter
from qyclient.organizations.rules.attachments import Use
from qyclient.organizations.rules.papers import told_by
from qyclient.organizations.services.attaching import Scan, attach, scan_of
from qyclient.progress import Progress


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked at: what is printed on it, or why it cannot be kept."""

    name: str
    scan: Scan | None
    number: str
    form: str
    use: Use
    why_not: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """Where a file goes: to a matter for a purpose, or nowhere, with the reason."""

    looked: Looked
    matter: Matter | None
    why_not: str


def look_at(paths: Sequence[Path], progress: Progress) -> list[Looked]:
    """Look at files and read their codes; nothing is kept yet."""
    found = []
    for done, path in enumerate(paths):
        progress.step(done, len(paths), path.name)
        found.append(_looked(path))
    progress.step(len(paths), len(paths))
    return found


def sort(session: Session, looked: Sequence[Looked]) -> list[Sorted]:
    """Find the matter of each file by its code."""
    return [_sorted(session, one) for one in looked]


def attach_sorted(session: Session, found: Sequence[Sorted]) -> list[Attachment]:
    """Keep each file that found its matter."""
    return [
        attach(session, one.matter.id, one.looked.scan, one.looked.use)
        for one in found
        if one.matter is not None and one.looked.scan is not None
    ]


def _looked(path: Path) -> Looked:
    try:
        scan = scan_of(path)
        told = [told for code in scan.codes if (told := told_by(code))[0]]
    except Cancelled:
        raise
    except Refused as no:
        return Looked(path.name, None, "", "", Use.OTHER, str(no))
    if not told:
        return Looked(path.name, scan, "", "", Use.OTHER, "没有读到条码；请在办件的“附件…”里附入")
    number, paper = told[0]
    use = Use[paper.use] if paper and paper.use else Use.OTHER
    return Looked(path.name, scan, number, paper.label if paper else "", use, "")


def _sorted(session: Session, looked: Looked) -> Sorted:
    if looked.why_not:
        return Sorted(looked, None, looked.why_not)
    matter = session.scalar(select(Matter).where(Matter.number == looked.number))
    return Sorted(looked, matter, "" if matter else f"没有办件 {looked.number}")
