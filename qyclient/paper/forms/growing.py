"""A list that needs more rows than the form has: what stands below moves down with its formulas."""

import re
from copy import deepcopy
from typing import Any

from qyclient.paper.forms.parts import tag

_REF = re.compile(
    r"(?P<sheet>(?:'(?:[^']|'')*'|[A-Za-z0-9_.\u4e00-\u9fff]+)!)?"
    r"(?P<a>\$?[A-Z]{1,3}\$?)(?P<r1>\d+)(?::(?P<b>\$?[A-Z]{1,3}\$?)(?P<r2>\d+))?(?![\w(])"
)
_TEXT = re.compile(r'("(?:[^"]|"")*")')


def shifted(formula: str, last: int, by: int, *, home: bool, sheet: str) -> str:
    """Return a formula after rows were put in below `last` of a sheet.

    A range that ends with the last row of the list takes the new rows in. `home` says whether the
    formula stands on the sheet itself.
    """

    def moved(found: re.Match[str]) -> str:
        named = found["sheet"] or ""
        own = named.rstrip("!").strip("'").replace("''", "'") == sheet if named else home
        if not own:
            return found[0]
        top, bottom = int(found["r1"]), int(found["r2"]) if found["r2"] else None
        start = top + by if top > last else top
        if bottom is None:
            return f"{named}{found['a']}{start}"
        end = bottom + by if bottom >= last else bottom
        return f"{named}{found['a']}{start}:{found['b']}{end}"

    pieces = _TEXT.split(formula)
    return "".join(piece if piece.startswith('"') else _REF.sub(moved, piece) for piece in pieces)


def grow(root: Any, sheet: str, last: int, by: int) -> None:
    """Put rows in below row `last` of a sheet's tree, looking like that row; rows count from 1."""
    data = root.find(tag("sheetData"))
    rows = {int(row.get("r")): row for row in data.findall(tag("row"))}
    pattern = rows.get(last)
    for number in sorted((n for n in rows if n > last), reverse=True):
        _renumber(rows[number], number + by)
    for cell in data.iter(tag("c")):
        formula = cell.find(tag("f"))
        if formula is not None:
            _shift(formula, sheet, last, by)
    if pattern is not None:
        after = pattern
        for number in range(last + 1, last + by + 1):
            row = deepcopy(pattern)
            _renumber(row, number)
            _empty(row, last, number)
            after.addnext(row)
            after = row
    _shift_areas(root, sheet, last, by)


def _renumber(row: Any, number: int) -> None:
    row.set("r", str(number))
    for cell in row.findall(tag("c")):
        cell.set("r", re.sub(r"\d+$", str(number), cell.get("r")))


def _empty(row: Any, last: int, number: int) -> None:
    """Leave of a copied row its look, and its own formulas as they read in the new row."""
    for cell in row.findall(tag("c")):
        formula = cell.find(tag("f"))
        for child in list(cell):
            if child is not formula:
                cell.remove(child)
        cell.attrib.pop("t", None)
        if formula is not None and formula.text:
            formula.attrib.clear()
            formula.text = re.sub(
                rf"(?<![\w$])(\$?[A-Z]{{1,3}}){last}(?![\w(])", rf"\g<1>{number}", formula.text
            )


def _shift(formula: Any, sheet: str, last: int, by: int) -> None:
    if formula.text:
        formula.text = shifted(formula.text, last, by, home=True, sheet=sheet)
    if formula.get("ref"):
        formula.set("ref", shifted(formula.get("ref"), last, by, home=True, sheet=sheet))


def _shift_areas(root: Any, sheet: str, last: int, by: int) -> None:
    """Move merged cells, drop-downs, conditional formats, filters and the extent."""
    names = {
        "mergeCell": "ref", "dataValidation": "sqref", "conditionalFormatting": "sqref",
        "autoFilter": "ref", "dimension": "ref", "protectedRange": "sqref", "hyperlink": "ref",
        "brk": "id",
    }  # fmt: skip
    for name, key in names.items():
        for one in root.iter(tag(name)):
            told = one.get(key) or ""
            if name == "brk":
                if one.getparent().tag == tag("rowBreaks") and int(told) > last:
                    one.set(key, str(int(told) + by))
                continue
            spread = name not in {"mergeCell", "hyperlink"}
            one.set(key, " ".join(_area(part, last, by, spread) for part in told.split()))
    for one in (
        *root.iter(tag("formula")),
        *root.iter(tag("formula1")),
        *root.iter(tag("formula2")),
    ):
        if one.text:
            one.text = shifted(one.text, last, by, home=True, sheet=sheet)


def _area(area: str, last: int, by: int, spread: bool) -> str:
    """Return an area after rows were put in; what covered the last row covers the new ones."""
    first, _, second = area.partition(":")
    ends = [re.fullmatch(r"(\$?[A-Z]+\$?)(\d+)", end) for end in (first, second or first)]
    if not all(ends):
        return area
    (a, top), (b, bottom) = ((end[1], int(end[2])) for end in ends if end)
    top_ = top + by if top > last else top
    bottom_ = bottom + by if bottom > last or (spread and bottom == last) else bottom
    return f"{a}{top_}:{b}{bottom_}" if second or top_ != bottom_ else f"{a}{top_}"


def shift_book(book: Any, sheet: str, last: int, by: int) -> None:
    """Move what the workbook itself says of the sheet: print areas and other names."""
    for one in book.iter(tag("definedName")):
        if one.text:
            one.text = shifted(one.text, last, by, home=False, sheet=sheet)


def shift_others(root: Any, sheet: str, last: int, by: int) -> None:
    """Move what the formulas of another sheet say of this one."""
    for formula in root.iter(tag("f")):
        if formula.text:
            formula.text = shifted(formula.text, last, by, home=False, sheet=sheet)


def shift_chain(chain: Any, number: int, last: int, by: int) -> None:
    """Move the cells of a sheet in the order of calculation; `number` is the sheet's own."""
    current = 0
    for cell in chain.iter(tag("c")):
        current = int(cell.get("i") or current)
        found = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r"))
        if current == number and found and int(found[2]) > last:
            cell.set("r", f"{found[1]}{int(found[2]) + by}")
