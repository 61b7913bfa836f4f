"""Rows of a template as they were typed or read from a sheet, before any of them is a record."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from qyclient.errors import Invalid, Refused
from qyclient.evaluations.models import Indicator
from qyclient.evaluations.rules import tree
from qyclient.paper.ledger.cells import address, cell_text
from qyclient.paper.reading import Sheet
from qyclient.records.base import fields_of
from qyclient.records.field import Field, clean

FIELDS: tuple[Field, ...] = tuple(
    f for f in fields_of(Indicator) if f.target is None and f.key != "voided_because"
)
"""What is typed of an indicator."""

_NEEDED = ("number", "name")


def typed(row: Mapping[str, str]) -> SimpleNamespace:
    """Return an indicator of texts; raise Invalid by field."""
    texts = {field.key: row.get(field.key, "") for field in FIELDS}
    values = clean(FIELDS, texts, lambda _model, _text: None)
    return SimpleNamespace(**{field.key: None for field in FIELDS} | values)


def checked(rows: Sequence[Mapping[str, str]], total: Decimal) -> dict[str, str]:
    """Return what stands against publishing rows as they are typed, by number."""
    nodes: list[Any] = []
    wrong: dict[str, str] = {}
    for row in rows:
        try:
            nodes.append(typed(row))
        except Invalid as no:
            wrong[row.get("number", "")] = f"{row.get('number', '')} {no}"
    return wrong or tree.problems(nodes, total)


def rows_from(sheet: Sheet) -> list[dict[str, str]]:
    """Return the indicators of a sheet as rows of texts; refuse by cell what cannot be read."""
    top, columns = _headings(sheet)
    rows = []
    for at, cells in enumerate(sheet.rows[top + 1 :], start=top + 1):
        texts = {key: cell_text(cells[n]).strip() for key, n in columns.items()}
        if not texts["number"] or not texts["number"][0].isdecimal():
            continue
        texts["number"] = _number(texts["number"])
        _refuse_wrong(sheet, at, texts, columns)
        rows.append(texts)
    if not rows:
        raise Refused(f"工作表“{sheet.name}”的表头下面没有指标；序号应写成 1、1.2、1.2.3。")
    return rows


def _headings(sheet: Sheet) -> tuple[int, dict[str, int]]:
    names = {name: f.key for f in FIELDS for name in (f.label, *f.aliases)}
    for at, cells in enumerate(sheet.rows[:20]):
        found = {names[text]: n for n, text in _texts(cells) if text in names}
        if all(key in found for key in _NEEDED):
            return at, found
    raise Refused(f"工作表“{sheet.name}”前 20 行没有找到表头；表头应有“序号”和“指标名称”两列。")


def _texts(cells: Sequence[Any]) -> Iterator[tuple[int, str]]:
    return ((n, cell_text(cell).replace("\n", "").strip()) for n, cell in enumerate(cells))


def _number(text: str) -> str:
    """Return 1.1 for what a sheet made of it: 1.10 typed as a number loses its last figure."""
    return text.removesuffix(".").replace("．", ".").replace("、", "")


def _refuse_wrong(
    sheet: Sheet, at: int, texts: Mapping[str, str], columns: Mapping[str, int]
) -> None:
    try:
        typed(texts)
    except Invalid as no:
        [(key, said), *_rest] = no.problems.items()
        place = address(at, columns[key]) if key in columns else f"第 {at + 1} 行"
        raise Refused(f"工作表“{sheet.name}”单元格 {place}：{said}。") from no
