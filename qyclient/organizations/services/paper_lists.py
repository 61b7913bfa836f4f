"""What stands in the lists of a paper, a line each, its cells parted by tabs."""

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy.orm import Session

from qyclient.organizations.models import Document, Matter, Organization
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.rules.papers import platform_items
from qyclient.organizations.services.holding import papers_of
from qyclient.records.base import field_of
from qyclient.store.listing import of

Rows = Iterable[tuple[str, ...]]
_ONE = "1"


def lists_of(session: Session, matter: Matter, paper: str) -> Mapping[str, str]:
    """Return the lists of a paper by the mark they stand for; nothing for one without any."""
    if paper not in _LISTS:
        return {}
    mark, rows = _LISTS[paper]
    return {mark: "\n".join("\t".join(cells) for cells in rows(session, matter))}


def _handed_in(session: Session, matter: Matter) -> Rows:
    """收件清单: what came, in originals and copies, or why it is not needed."""
    for number, piece in enumerate(papers_of(session, matter.id), 1):
        counts = [str(count or "") for count in (piece.originals, piece.copies)]
        remark = f"不需要：{piece.waived_because}" if piece.waived_because else ""
        if not piece.settled:
            remark = "未交"
        yield str(number), piece.label, *counts, remark


def _needed(_session: Session, matter: Matter) -> Rows:
    """一次性告知单: what an applicant has to bring."""
    kind = kinds()[matter.kind]
    needed = kind.documents_for(matter.org_type, matter.application)
    for number, document in enumerate(needed, 1):
        yield str(number), document.label, _ONE, ""


def _served(session: Session, matter: Matter) -> Rows:
    """送达回证: the papers that are handed over."""
    for one in of(session, Document, "matter", matter.id):
        if one.cancelled_because is None and one.paper != "receipt":
            yield field_of(Document, "paper").show(one), one.number or "", _ONE, ""


def _platform(_session: Session, matter: Matter) -> Rows:
    """录入卡: what is typed into the province's platform, in its order."""
    for number, item in enumerate(platform_items(), 1):
        field = field_of(Organization, item.field)
        text = matter.application.get(item.field, ["", ""])[1]
        if matter.organization is not None:
            text = field.show(matter.organization)
        yield str(number), item.label, text


_LISTS: Mapping[str, tuple[str, Callable[[Session, Matter], Rows]]] = {
    "document_receipt": ("papers", _handed_in),
    "checklist": ("papers", _needed),
    "receipt": ("papers", _served),
    "code_card": ("values", _platform),
}
