"""The parts of an .xlsx: some are written anew, every other is copied byte for byte."""

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree

from qyclient.paper.atomic import replacing

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = "xl/workbook.xml"
_SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}

Change = Callable[[Any], None]
"""Changes the tree of one part."""


def tag(name: str) -> str:
    """Return the full name of an element of a sheet."""
    return f"{{{MAIN}}}{name}"


def parsed(content: bytes) -> Any:
    """Return the tree of a part; entities are never followed."""
    return etree.fromstring(content, etree.XMLParser(**_SAFE))


def sheet_parts(path: Path) -> dict[str, str]:
    """Return the part in which each sheet is kept, by its name."""
    with zipfile.ZipFile(path) as archive:
        book = parsed(archive.read(WORKBOOK))
        links = parsed(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id"): one.get("Target") for one in links}
    return {
        one.get("name"): _whole(targets[one.get(f"{{{_LINKS}}}id")])
        for one in book.iter(tag("sheet"))
    }


def formulas(path: Path) -> dict[str, frozenset[str]]:
    """Return the cells that hold a formula, by sheet."""
    found: dict[str, frozenset[str]] = {}
    with zipfile.ZipFile(path) as archive:
        for name, part in sheet_parts(path).items():
            root = parsed(archive.read(part))
            found[name] = frozenset(
                cell.get("r") for cell in root.iter(tag("c")) if cell.find(tag("f")) is not None
            )
    return found


def rewritten(source: Path, target: Path, changes: Mapping[str, Change]) -> None:
    """Write a copy in which the named parts are changed; the others are the same bytes."""
    with (
        replacing(target) as partial,
        zipfile.ZipFile(source) as old,
        zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            content = old.read(part)
            if part.filename in changes:
                root = parsed(content)
                changes[part.filename](root)
                content = etree.tostring(
                    root, xml_declaration=True, encoding="UTF-8", standalone=True
                )
            new.writestr(part, content, compress_type=part.compress_type)


def ask_for_recalculation(book: Any) -> None:
    """Let whoever opens the workbook work out every formula anew."""
    asked = book.find(tag("calcPr"))
    if asked is None:
        asked = etree.Element(tag("calcPr"))
        before = [book.find(tag(name)) for name in ("definedNames", "externalReferences", "sheets")]
        place = next(one for one in before if one is not None)
        place.addnext(asked)
    asked.set("fullCalcOnLoad", "1")


def _whole(target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return str(PurePosixPath("xl") / re.sub(r"^\./", "", target))
