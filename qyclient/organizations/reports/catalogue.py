"""归档文件目录: every piece on the shelf, as a sheet."""

from collections.abc import Iterable
from pathlib import Path

from qyclient.organizations.models import ArchivePiece
from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.lists import write_list
from qyclient.records.base import field_of

_TITLE = "归档文件目录"
_SHOWN = (
    "number", "category", "volume", "piece", "author", "document_number", "title", "dated",
    "pages", "box", "retention", "remark",
)  # fmt: skip


def _write(path: Path, pieces: Iterable[ArchivePiece], heading: Heading) -> None:
    fields = [field_of(ArchivePiece, key) for key in _SHOWN]
    write_list(path, _TITLE, fields, pieces, heading)


CATALOGUE = Report("archive-catalogue", _TITLE, ".xlsx", ArchivePiece, _write, "number")
