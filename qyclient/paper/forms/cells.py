"""Putting values into the cells of a sheet's own XML; look, width, note and rule stay."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from lxml import etree

from qyclient.paper.forms.parts import tag

Value = str | int | Decimal | date | None
_DAY_ZERO = date(1899, 12, 30)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def put(root: Any, at: str, value: Value) -> None:
    """Put a value into a cell: text always as text, so that codes keep every figure."""
    cell = _cell(root, at)
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    match value:
        case None | "":
            return
        case str():
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, tag("is")), tag("t"))
            text.text = value
            text.set(_SPACE, "preserve")
        case date():
            etree.SubElement(cell, tag("v")).text = str((value - _DAY_ZERO).days)
        case _:
            etree.SubElement(cell, tag("v")).text = f"{value}"


def forget_values(root: Any) -> None:
    """Drop what formulas came to before: whoever opens the sheet works them out."""
    for cell in root.iter(tag("c")):
        value = cell.find(tag("v"))
        if cell.find(tag("f")) is not None and value is not None:
            cell.remove(value)


def _cell(root: Any, at: str) -> Any:
    letters, number = _parts(at)
    data = root.find(tag("sheetData"))
    row = _placed(data, tag("row"), number, lambda one: int(one.get("r")))
    if row.get("r") is None:
        row.set("r", str(number))
    cell = _placed(row, tag("c"), _column(letters), lambda one: _column(_parts(one.get("r"))[0]))
    if cell.get("r") is None:
        cell.set("r", at)
    return cell


def _placed(parent: Any, name: str, wanted: int, order: Any) -> Any:
    """Return the child of an order, made in its place if it is not there."""
    for position, child in enumerate(parent):
        if child.tag == name and order(child) == wanted:
            return child
        if child.tag == name and order(child) > wanted:
            made = etree.Element(name)
            parent.insert(position, made)
            return made
    return etree.SubElement(parent, name)


def _parts(at: str) -> tuple[str, int]:
    found = re.fullmatch(r"([A-Z]+)(\d+)", at)
    if found is None:
        raise ValueError(at)
    return found[1], int(found[2])


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
