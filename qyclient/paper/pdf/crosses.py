"""对位页: crosses with millimetre scales at the corners of the stock, to be held against light."""

from collections.abc import Sequence
from dataclasses import dataclass

from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.overprint import Template
from qyclient.paper.pdf.sheet import Page, Sheet, Style

REACH = 15
"""mm that can be read to either side of a cross."""

_FIVE, _TEN = 5, 10
_SMALL, _TEXT = Style(Family.HEI, 6), Style(Family.HEI, 11)
_TOLD = (
    "对位页：请用白纸按实际大小（100%）打印，与空白证书四边对齐叠好，对着光看。",
    "在每个十字上读出证书边框的角落在哪里：右、下为正，左、上为负，估读到 0.1 毫米，填入程序。",
)
_PROOF_MM = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """One corner of the stock's own border, as the template has it, in mm."""

    name: str
    x: float
    y: float


def marks(template: Template) -> Sequence[Mark]:
    """Return the corners that can be seen through: of the outer border, else near the edges."""
    if template.frames:
        frame = template.frames[0]
        left, top, right, bottom = frame.x, frame.y, frame.x + frame.w, frame.y + frame.h
    else:
        left, top = 20.0, 20.0
        right, bottom = template.paper.w - 20, template.paper.h - 20
    return (
        Mark("左上角", left, top),
        Mark("右上角", right, top),
        Mark("左下角", left, bottom),
        Mark("右下角", right, bottom),
    )


def cross_page(template: Template) -> Page:
    """Return the sheet to hold over a blank; nothing on it is corrected."""

    def draw(sheet: Sheet) -> None:
        for mark in marks(template):
            _cross(sheet, mark)
        middle = sheet.height / 2
        for number, line in enumerate((template.name, *_TOLD)):
            x = (sheet.width - _TEXT.width(line)) / 2
            sheet.text(x, middle - 20 + number * 7, line, _TEXT)
        start = (sheet.width - _PROOF_MM) / 2
        sheet.frame(start, middle + 10, _PROOF_MM, 0, 0.2)
        for end in (start, start + _PROOF_MM):
            sheet.frame(end, middle + 7, 0, 6, 0.2)
        told = f"这条线应长 {_PROOF_MM} 毫米；不足的是驱动缩小了，校准会补回来"
        sheet.text((sheet.width - _TEXT.width(told)) / 2, middle + 15, told, _TEXT)

    return Page(template.paper.w, template.paper.h, draw)


def _cross(sheet: Sheet, mark: Mark) -> None:
    for step in range(-REACH, REACH + 1):
        long = 3.0 if step % _TEN == 0 else 2.0 if step % _FIVE == 0 else 1.0
        thick = 0.2 if step == 0 else 0.1
        sheet.frame(mark.x + step, mark.y - long, 0, 2 * long, thick)
        sheet.frame(mark.x - long, mark.y + step, 2 * long, 0, thick)
        if step and step % _FIVE == 0:
            sheet.text(mark.x + step - 1, mark.y + 3.4, f"{step:+d}", _SMALL)
            sheet.text(mark.x + 3.4, mark.y + step - 1, f"{step:+d}", _SMALL)
    sheet.frame(mark.x - REACH, mark.y, 2 * REACH, 0, 0.15)
    sheet.frame(mark.x, mark.y - REACH, 0, 2 * REACH, 0.15)
    sheet.text(mark.x + 6, mark.y - 7, mark.name, _SMALL)
