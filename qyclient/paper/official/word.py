"""Official papers as .docx, for who goes on writing in WPS: the same words, the same places.

The fonts are named as GB/T 9704 names them; an office's machine has them, this program does not.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

from docx import Document
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from qyclient.paper.official.strips import CODE_HIGH, FORM, LETTER, Look, look_of
from qyclient.paper.official.text import Part, Sort, cell_lines, parts
from qyclient.paper.pdf.codes import code_picture

_BODY, _TITLE, _HEADING, _SUBHEADING = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312"
_WIDE, _HIGH = 210, 297
_CENTRED = frozenset({Sort.TITLE, Sort.FORM_TITLE, Sort.CENTRED})
_FONTS = {
    Sort.TITLE: _TITLE,
    Sort.FORM_TITLE: _TITLE,
    Sort.HEADING: _HEADING,
    Sort.SUBHEADING: _SUBHEADING,
}
_DATE_FROM_RIGHT, _INDENT = 4, 2
_SEAL = 4
"""Ems left free above the signature, so that the seal stands over it and not over the text."""


def official_docx(text: str) -> bytes:
    """Return a paper as .docx; `text` is one whose marks are filled."""
    said = [*parts(text)]
    look = look_of(said)
    document = Document()
    _set_page(document, look)
    for widths, group in groupby(said, key=lambda part: part.widths if part.cells else ()):
        if widths:
            _table(document, [*group], look)
        else:
            _paragraphs(document, group, look)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _set_page(document: Any, look: Look) -> None:
    [section] = document.sections
    section.page_width, section.page_height = Mm(_WIDE), Mm(_HIGH)
    section.left_margin, section.top_margin = Mm(look.left), Mm(look.top)
    section.right_margin = Mm(_WIDE - look.left - look.width)
    section.bottom_margin = Mm(_HIGH - look.top - look.height)
    document.core_properties.author = ""


def _paragraphs(document: Any, group: Iterable[Part], look: Look) -> None:
    before = Sort.TITLE
    for part in group:
        paragraph = document.add_paragraph()
        if part.sort is Sort.CODE:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            _write(paragraph, f"{part.text}　", _BODY, look.cell)
            paragraph.add_run().add_picture(BytesIO(code_picture(part.text)), height=Mm(CODE_HIGH))
            continue
        titled = part.sort in {Sort.TITLE, Sort.FORM_TITLE}
        size = look.title if titled else look.size
        _write(paragraph, part.text, _FONTS.get(part.sort, _BODY), size)
        _place(paragraph, part.sort, look)
        if part.sort is Sort.SIGNATURE and before is not Sort.SIGNATURE:
            paragraph.paragraph_format.space_before = Pt(look.size * _SEAL)
        before = part.sort


def _place(paragraph: Any, sort: Sort, look: Look) -> None:
    manner = paragraph.paragraph_format
    manner.space_before = manner.space_after = Pt(0)
    if sort is Sort.TITLE:
        manner.space_after = Pt(look.size)
    else:
        manner.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        manner.line_spacing = Pt(look.pitch * 72 / 25.4) if look is LETTER else Pt(look.size * 1.7)
    if sort in _CENTRED:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif sort is Sort.SIGNATURE:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        manner.right_indent = Pt(look.size * _DATE_FROM_RIGHT)
    elif sort is not Sort.ADDRESSEE:
        manner.first_line_indent = Pt(look.size * _INDENT)


def _table(document: Any, rows: Sequence[Part], look: Look) -> None:
    widths = rows[0].widths
    unit = look.width / sum(widths)
    table = document.add_table(rows=0, cols=len(widths))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(unit * width)
    for part in rows:
        row = table.add_row()
        row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
        row.height = Mm(part.lines * look.cell_pitch)
        head = part.sort is Sort.HEAD_ROW
        if head:
            _repeat(row)
        for number, (cell, text) in enumerate(zip(row.cells, part.cells, strict=True)):
            cell.width = Mm(unit * widths[number])
            cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
            label = head or (not part.listed and number % 2 == 0 and len(widths) > 1)
            _fill(cell, text, _HEADING if head else _BODY, look, centred=label)


def _fill(cell: Any, text: str, font: str, look: Look, *, centred: bool) -> None:
    [paragraph] = cell.paragraphs
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(0)
    for number, line in enumerate(cell_lines(text).split("\n")):
        run = _write(paragraph, line, font, FORM.cell if look is FORM else look.cell)
        if number:
            run._r.addprevious(_break())  # noqa: SLF001 - the library's way to its own XML


def _write(paragraph: Any, text: str, font: str, size: float) -> Any:
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.name = font
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)  # noqa: SLF001 - it has no other name for it
    return run


def _break() -> Any:
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:br"))
    return run


def _repeat(row: Any) -> None:
    """Let a head row stand again on each page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - as above
