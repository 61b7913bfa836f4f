"""What is sent and called by of what runs out: address labels and the phone list."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from qyclient.organizations.models import Organization
from qyclient.paper.atomic import write_bytes
from qyclient.paper.pdf.labels import labels_pdf
from qyclient.paper.report import Heading
from qyclient.paper.sheets.lists import write_list
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.kinds import DATE, TEXT

_BODY = ("name", "uscc", "business_supervisor", "contact", "phone", "mailing_address", "postcode")
_DUE = (
    Field("due_on", "到期日", DATE, required=False, width=14),
    Field("told", "剩余", TEXT, required=False, width=12),
)
FIELDS: Sequence[Field] = (*(field_of(Organization, key) for key in _BODY), *_DUE)


class _Line:
    """A due with its body's facts, as one record."""

    def __init__(self, due: Any) -> None:
        self._due = due

    def __getattr__(self, key: str) -> Any:
        due = self._due
        if key in {"due_on", "told"}:
            return getattr(due, key)
        if key == "mailing_address":
            return address_of(due)
        return getattr(due.row, key, None)


def address_of(due: Any) -> str:
    """Return where a body gets its letters: its mailing address, or else its residence."""
    row = due.row
    return getattr(row, "mailing_address", None) or getattr(row, "residence", None) or ""


def write_phone_list(path: Path, title: str, dues: Iterable[Any], heading: Heading) -> None:
    """Write whom to call of what runs out; numbers in full only for a purpose."""
    write_list(path, title, FIELDS, (_Line(due) for due in dues), heading)


def write_labels(path: Path, title: str, dues: Sequence[Any], heading: Heading) -> None:
    """Write a label for each body: postcode and address, name, who opens it."""
    labels = [
        (
            due.row.name,
            f"{getattr(due.row, 'postcode', None) or ''} {address_of(due)}".strip(),
            f"{due.row.contact}（收）" if due.row.contact else "负责人（收）",
        )
        for due in dues
    ]
    write_bytes(path, labels_pdf(title, labels, is_sample=heading.is_sample))
