"""The words of an official paper: a small markup with marks such as {organization} to be filled.

Each line is a part of its own, told by its first sign:

    # 标题      ## 标题 of a form (smaller type)      = a centred line, such as 文号
    > 致送对象：      - an item, numbered      @ 署名 or 成文日期      % a code to be scanned
    |: 2 7      widths of the columns that follow
    |* 序号 | 材料 |      head row of a list, repeated on every page
    |3 意见 | {opinion?} |      a row at least three lines high; <br> breaks the line in a cell

Anything else is a paragraph; 一、 and （一） begin headings. A mark with a question mark may stay
empty, any other is refused by name if it has no value.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from qyclient.errors import refuse

_MARK = re.compile(r"\{(\w+)(\?)?\}")
_ALONE = re.compile(r"(?P<sign>- |\| )?\{(?P<key>\w+)\??\}(?: \|)?")
_ROW = re.compile(r"\|(?P<head>\*)?(?P<lines>\d+)? (?P<cells>.*) \|")
_HARMLESS = str.maketrans({"|": "｜"})
_SIGNS = dict(zip("#=>-@%", "＃＝＞–＠％", strict=True))
_BREAK = "<br>"
_USUAL_WIDTHS = {1: (1,), 2: (2, 7), 4: (2, 4, 2, 3)}
_LONGEST_HEADING = 25


class Sort(StrEnum):
    """What a part of a paper is."""

    TITLE = "#"
    FORM_TITLE = "##"
    CENTRED = "="
    ADDRESSEE = ">"
    ITEM = "-"
    SIGNATURE = "@"
    CODE = "%"
    HEAD_ROW = "|*"
    ROW = "|"
    HEADING = "一、"
    SUBHEADING = "（一）"
    PARAGRAPH = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a paper; a row has cells, their widths, and the lines it is at least high.

    The cells of a list are values; else every second is one, after its label.
    """

    sort: Sort
    text: str = ""
    cells: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    lines: int = 1
    listed: bool = False


def marks_of(text: str) -> dict[str, bool]:
    """Return the marks of a text in their order, and whether each must have a value."""
    needed: dict[str, bool] = {}
    for key, optional in _MARK.findall(text):
        needed[key] = needed.get(key, False) or not optional
    return needed


def filled(text: str, facts: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Return the text with its marks filled; refuse by name each that has no value.

    A value of several lines makes several paragraphs, items or rows (cells parted by tabs).
    """
    refuse(
        {
            key: f"请填写{names.get(key, key)}"
            for key, needed in marks_of(text).items()
            if needed and not facts.get(key, "").strip()
        }
    )
    return "\n".join(line for whole in text.splitlines() for line in _filled(whole, facts))


def parts(text: str) -> Iterator[Part]:
    """Yield the parts of a paper in their order."""
    widths: tuple[int, ...] = ()
    listed, number = False, 0
    for line in filter(str.strip, text.splitlines()):
        if line.startswith("|:"):
            widths, listed = tuple(map(int, line[2:].split())), False
        elif row := _ROW.fullmatch(line.rstrip()):
            listed = listed or bool(row["head"])
            yield _row(row, widths, listed=listed)
        else:
            part = _part(line.strip())
            number = number + 1 if part.sort is Sort.ITEM else 0
            widths, listed = (), False
            yield Part(part.sort, f"{number}. {part.text}") if number else part


def words(text: str) -> str:
    """Return the words of a paper as a reader copies them, without the signs of the markup."""
    said = (
        "\n".join(part.cells) if part.cells else part.text
        for part in parts(text)
        if part.sort is not Sort.CODE
    )
    return "\n".join(said).replace(_BREAK, "\n")


def cell_lines(cell: str) -> str:
    """Return the text of a cell with its line breaks."""
    return cell.replace(_BREAK, "\n")


def _filled(line: str, facts: Mapping[str, str]) -> list[str]:
    alone = _ALONE.fullmatch(line.strip())
    if alone:
        values = _lines(facts.get(alone["key"], ""))
        sign = alone["sign"] or ""
        if sign == "| ":
            return [f"| {value.replace(chr(9), ' | ')} |" for value in values]
        return [sign + value for value in values]
    joint = _BREAK if line.startswith("|") else "　"
    return [_MARK.sub(lambda mark: joint.join(_lines(facts.get(mark[1], ""))), line)]


def _lines(value: str) -> list[str]:
    """Return the lines of a value, none of which reads as markup."""
    return [
        _SIGNS.get(line[0], line[0]) + line[1:]
        for line in value.translate(_HARMLESS).replace(_BREAK, "").splitlines()
        if line.strip()
    ]


def _row(row: re.Match[str], widths: tuple[int, ...], *, listed: bool) -> Part:
    cells = tuple(cell.strip(" ") for cell in f" {row['cells']} ".split(" | "))
    if listed and len(cells) < len(widths):
        cells += ("",) * (len(widths) - len(cells))
    if len(widths) != len(cells):
        widths = _USUAL_WIDTHS.get(len(cells), (1,) * len(cells))
    sort = Sort.HEAD_ROW if row["head"] else Sort.ROW
    return Part(sort, "", cells, widths, int(row["lines"] or 1), listed)


def _part(line: str) -> Part:
    sign, _, rest = line.partition(" ")
    if sign in _SIGNED:
        return Part(Sort(sign), rest.strip())
    if len(line) <= _LONGEST_HEADING and not line.endswith("。"):
        if re.match("[一二三四五六七八九十]+、", line):
            return Part(Sort.HEADING, line)
        if re.match("（[一二三四五六七八九十]+）", line):
            return Part(Sort.SUBHEADING, line)
    return Part(Sort.PARAGRAPH, line)


_SIGNED = {"#", "##", "=", ">", "-", "@", "%"}
