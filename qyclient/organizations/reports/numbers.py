"""文书登记簿: every number in its order, and each that is missing or was cancelled."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace

from qyclient.organizations.models import Document
from qyclient.organizations.rules.numbers import Numbered, gaps
from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.columns import Column, of_field
from qyclient.paper.sheets.table import Table, write_table
from qyclient.records.base import field_of

_TITLE = "文书登记簿"
_SHOWN = ("series", "year", "sequence", "number", "paper", "subject", "dated", "issued_by")
_STATE = "核对"


def _state(line: SimpleNamespace) -> str:
    if line.missing:
        return "缺号"
    return f"作废：{line.cancelled_because}" if line.cancelled_because else ""


def _lines(documents: Sequence[Document]) -> Iterator[SimpleNamespace]:
    """Yield what was issued and what is missing, in the order of the numbers."""
    kept = [SimpleNamespace(**_facts(one), missing=False) for one in documents]
    numbered = [
        Numbered(one.series, one.year, one.sequence)
        for one in documents
        if one.sequence is not None
    ]
    empty = dict.fromkeys((*_SHOWN, "cancelled_because"))
    holes = [SimpleNamespace(**{**empty, **_place(gap)}, missing=True) for gap in gaps(numbered)]
    yield from sorted([*kept, *holes], key=lambda one: (one.series, one.year, one.sequence or 0))


def _facts(document: Document) -> Mapping[str, object]:
    return {key: getattr(document, key) for key in (*_SHOWN, "cancelled_because")}


def _place(gap: Numbered) -> Mapping[str, object]:
    return {"series": gap.series, "year": gap.year, "sequence": gap.sequence}


def _write(path: Path, documents: Iterable[Document], heading: Heading) -> None:
    columns = [of_field(field_of(Document, key), masked=False) for key in _SHOWN]
    columns.append(Column((_STATE,), _state, width=20))
    write_table(path, Table(_TITLE, columns, signed=False), _lines([*documents]), heading)


NUMBERS = Report("document-numbers", _TITLE, ".xlsx", Document, _write, "series")
