"""Telling records from what else stands between them: totals, sections, signatures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qyclient.paper.ledger.cells import cell_text
from qyclient.paper.ledger.headings import Column, Layout
from qyclient.paper.reading import Sheet
from qyclient.paper.reading.sheet import Row

_TOTAL = re.compile(r"(本页|本表|全[区县市])?(小计|合计|总计|累计|共计|总数)[:：]?")
_FOOTER = re.compile(
    r"(单位)?(负责人|审核人|制表人|填表人|填报人|复核人|经办人|统计负责人|填表说明|说明|注|备注)[:：]"
)
_REPEATED = "重复的表头"
_SECTION = re.compile(r"[（(]?[一二三四五六七八九十]+[）)、.．].{0,30}")


@dataclass(frozen=True, slots=True)
class Line:
    """A row under the headings: its texts by column, and why it is no record, if it is none."""

    row: int
    texts: dict[int, str]
    aside: str = ""


def lines(sheet: Sheet, layout: Layout) -> Iterator[Line]:
    """Return the rows under the headings that are not blank."""
    headings = {column.index: column.heading for column in layout.columns}
    known = {column.index for column in layout.columns if column.key}
    above = [_texts(row) for row in sheet.rows[: layout.bottom + 1]]
    for row in range(layout.bottom + 1, len(sheet.rows)):
        texts = _texts(sheet.rows[row])
        if texts and texts in above:
            yield Line(row, texts, _REPEATED)
        elif texts:
            yield Line(row, texts, _aside(texts, headings, layout.column("name"), known))


def _texts(row: Row) -> dict[int, str]:
    cells = ((n, cell_text(cell).strip()) for n, cell in enumerate(row) if cell is not None)
    return {n: text for n, text in cells if text}


def _aside(
    texts: dict[int, str], headings: dict[int, str], name: Column | None, known: set[int]
) -> str:
    first = next(iter(texts.values()))
    called = texts.get(name.index, "") if name else ""
    if _TOTAL.fullmatch("".join(first.split())) or _TOTAL.fullmatch("".join(called.split())):
        return "合计行"
    if _FOOTER.match(first) and len(texts) <= 3:  # noqa: PLR2004 - a signature line
        return "落款行"
    said = [text for n, text in texts.items() if n in known]
    if len(said) > 1 and all(text in headings.get(n, "") for n, text in texts.items()):
        return _REPEATED
    if len(texts) == 1 and (not called or _SECTION.fullmatch(called)):
        return "分节行"
    return "" if said else "没有可识别的内容"
