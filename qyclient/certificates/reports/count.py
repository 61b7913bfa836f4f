"""空白证盘点表: what the book says, a column for what is counted, and what does not fit."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from qyclient.certificates.models import Blank
from qyclient.certificates.rules.counting import CountLine, count_lines
from qyclient.paper.pdf.table_pages import table_pdf
from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.columns import Column
from qyclient.paper.sheets.table import Table, write_table
from qyclient.progress import Silent

TITLE = "空白登记证书盘点表"
_NUMBERS = {
    "opening": "月初结存",
    "received": "本月收入",
    "used": "本月使用",
    "spoiled": "本月作废",
    "returned": "本月退回",
    "missing": "本月短缺",
    "awaiting": "其中待确认",
    "closing": "账面结存",
}
_SIGNED = "盘点人：　　　　　　　监盘人：　　　　　　　日期："


def _text(key: str) -> Callable[[Any], str]:
    return lambda line: str(getattr(line, key))


def _value(key: str) -> Callable[[Any], Any]:
    return lambda line: getattr(line, key)


def _table() -> Table:
    def column(key: str, label: str, width: int, number: str = "@") -> Column:
        right = number != "@"
        return Column((label,), _value(key), number, width, right=right, text=_text(key))

    def blank(label: str) -> Column:
        return Column((label,), lambda _line: None, "@", 10, text=lambda _line: "")

    return Table(
        TITLE,
        (
            column("stock", "证书种类", 26),
            *(column(key, label, 10, "0") for key, label in _NUMBERS.items()),
            blank("实盘数"),
            blank("差异"),
            column("here", "在库流水号", 46),
            column("gaps", "断号和跳号", 40),
        ),
        unit="张",
        notes=("账面结存 = 月初结存 + 收入 − 使用 − 作废 − 退回 − 短缺；待确认的纸还没有人看过。",),
    )


def _lines(blanks: Iterable[Blank], heading: Heading) -> list[CountLine]:
    return count_lines(blanks, heading.as_of)


def _sheet(path: Path, blanks: Iterable[Blank], heading: Heading) -> None:
    write_table(path, _table(), _lines(blanks, heading), heading)


def count_pdf(blanks: Iterable[Blank], heading: Heading) -> bytes:
    """Return the count sheet on paper, with lines to sign."""
    told = [f"截至 {heading.as_of}；单位：张", _SIGNED]
    return table_pdf(_table(), _lines(blanks, heading), heading, told, Silent())


COUNT_SHEET = Report("stock-count", TITLE, ".xlsx", Blank, _sheet, "serial")
