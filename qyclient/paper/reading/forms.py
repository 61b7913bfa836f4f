"""Filled-in forms that applicants bring: the cells of their tables, whatever program wrote them."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from qyclient.errors import Refused
from qyclient.paper.kept_files import read_whole
from qyclient.paper.reading.limits import MEGABYTE
from qyclient.paper.reading.workbook import read_workbook
from qyclient.progress import Progress

_MOST, _MOST_UNPACKED = 20 * MEGABYTE, 50 * MEGABYTE
_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAK = f"{_W}br"
_SAID = frozenset({f"{_W}t", _BREAK})
_DOCTYPE = b"<!DOCTYPE"


def form_rows(path: Path, progress: Progress) -> list[list[str]]:
    """Return the rows of every table of a .docx, or of every sheet of a workbook, as texts.

    Refused, naming the file, where it is neither, or is not what it says.
    """
    if path.suffix.lower() == ".docx":
        return [*_word_rows(path)]
    return [
        ["" if cell is None else str(cell) for cell in row]
        for sheet in read_workbook(path, progress)
        for row in sheet.rows
    ]


def _word_rows(path: Path) -> Iterator[list[str]]:
    for row in _document(path).iter(f"{_W}tr"):
        yield [_text(cell) for cell in row.findall(f"{_W}tc")]


def _document(path: Path) -> ET.Element:
    read_whole(path, _MOST)
    try:
        with zipfile.ZipFile(path) as archive:
            part = archive.getinfo(_PART)
            if part.file_size > _MOST_UNPACKED:
                raise Refused(f"“{path.name}”的内容大得异常，没有读入。")
            with archive.open(part) as file:
                written = file.read(_MOST_UNPACKED + 1)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError) as broken:
        raise Refused(f"“{path.name}”不是 .docx 或已损坏，请用 WPS 另存后再试。") from broken
    if len(written) > _MOST_UNPACKED or _DOCTYPE in written:
        raise Refused(f"“{path.name}”的内容异常，没有读入。")
    try:
        return ET.fromstring(written)  # noqa: S314 - bounded, and without any entity
    except ET.ParseError as broken:
        raise Refused(f"“{path.name}”已损坏，请用 WPS 另存为 .docx 再试。") from broken


def _text(cell: ET.Element) -> str:
    """Return the text of a cell, a line for each paragraph."""
    lines = (
        "".join("\n" if one.tag == _BREAK else one.text or "" for one in _said(paragraph))
        for paragraph in cell.iter(f"{_W}p")
    )
    return "\n".join(line for line in lines if line.strip())


def _said(paragraph: ET.Element) -> Iterator[ET.Element]:
    return (one for one in paragraph.iter() if one.tag in _SAID)
