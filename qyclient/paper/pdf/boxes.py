"""Values into the boxes of pre-printed stock (套打), and the same sheet as a marked copy."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from qyclient.errors import Invalid, Refused, refuse
from qyclient.paper.pdf.characters import refuse_missing
from qyclient.paper.pdf.codes import draw_code
from qyclient.paper.pdf.fonts import INK_BOTTOM, INK_TOP, Family
from qyclient.paper.pdf.lines import POINTS_PER_MM, fit
from qyclient.paper.pdf.overprint import Align, Box, Label, Template
from qyclient.paper.pdf.sheet import Correction, Page, Sheet, Style

AS_MEASURED = Correction()


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One line of a value: pen start and top of ink in mm, before the printer's correction."""

    field: str
    label: str
    x: float
    top: float
    text: str
    style: Style

    @property
    def ink(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom that its ink does not leave, in mm."""
        em = self.style.size / POINTS_PER_MM
        bottom = self.top + (INK_TOP[self.style.family] - INK_BOTTOM) * em
        return self.x, self.top, self.x + self.style.width(self.text), bottom


def arrange(template: Template, values: Mapping[str, str]) -> list[PlacedLine]:
    """Return where each line of each value goes.

    Raises Invalid with all that is wrong at once: a value the sheet needs and was not given, one
    too long for its box, characters no font has. An empty value leaves its box empty.
    """
    problems: dict[str, str] = {}
    placed: list[PlacedLine] = []
    for box in template.boxes:
        try:
            placed += _arranged(box, values)
        except Refused as refusal:
            problems[box.field] = str(refusal)
    refuse(problems)
    return placed


def values_page(
    template: Template,
    values: Mapping[str, str],
    correction: Correction = AS_MEASURED,
    code: str = "",
) -> Page:
    """Return the page to print on pre-printed stock: nothing but the values, and a code if any."""
    lines = arrange(template, values)
    _refuse_off_paper(template, lines, correction)

    def draw(sheet: Sheet) -> None:
        sheet.correct(correction)
        _write(sheet, lines)
        if code:
            place = template.code_place
            draw_code(sheet, code, place.x + place.w, place.y, place.w, square=True)

    return Page(template.paper.w, template.paper.h, draw)


def copy_page(template: Template, values: Mapping[str, str], watermark: str, footer: str) -> Page:
    """Return the same sheet with what the stock has on it, marked so that nobody takes it for one.

    No emblem and no seal; `footer` stands at the foot, the watermark behind everything.
    """
    lines = arrange(template, values)

    def draw(sheet: Sheet) -> None:
        sheet.watermark(watermark, Family.HEI)
        for frame in template.frames:
            sheet.frame(frame.x, frame.y, frame.w, frame.h, frame.line_mm)
        for label in template.labels:
            sheet.text(_start(label, label.text, label.style), label.y, label.text, label.style)
        _write(sheet, lines)
        style = Style(Family.HEI, 9, grey=0.35)
        left = (sheet.width - style.width(footer)) / 2
        sheet.text(left, sheet.height - _FOOTER_ABOVE_EDGE, footer, style)

    return Page(template.paper.w, template.paper.h, draw)


def calibration_page(template: Template, correction: Correction = AS_MEASURED) -> Page:
    """Return a grid of 10 mm with the outlines of the boxes, to be held against a blank sheet."""

    def draw(sheet: Sheet) -> None:
        sheet.correct(correction)
        small = Style(Family.HEI, 7, grey=0.4)
        for x in range(0, int(sheet.width), 10):
            sheet.frame(x, 0, 0, sheet.height, 0.15 if x % 50 == 0 else 0.03)
            sheet.text(x + 0.5, 1, str(x), small)
        for y in range(0, int(sheet.height), 10):
            sheet.frame(0, y, sheet.width, 0, 0.15 if y % 50 == 0 else 0.03)
            sheet.text(0.5, y + 0.5, str(y), small)
        for box in template.boxes:
            sheet.frame(box.x, box.y, box.w, box.h, 0.4)
            sheet.text(box.x + 0.5, box.y + 0.5, box.label, Style(Family.HEI, 7))

    return Page(template.paper.w, template.paper.h, draw)


_FOOTER_ABOVE_EDGE = 7.0


def _arranged(box: Box, values: Mapping[str, str]) -> tuple[PlacedLine, ...]:
    if box.field not in values:
        raise Refused(f"证书上要印“{box.label}”，但没有这一项内容。")
    text = values[box.field]
    return _laid_out(box, text) if text else ()


@lru_cache(maxsize=4096)
def _laid_out(box: Box, text: str) -> tuple[PlacedLine, ...]:
    """Return the lines of a value; dates and the office's name are the same on every sheet."""
    refuse_missing(text.replace("\n", ""), box.font, box.label)
    fitted = fit(text, box.room, box.font, box.label, box.advice)
    style = Style(box.font, fitted.size, box.letter_spacing)
    pitch = box.line_mm * fitted.size / box.sizes[0]
    return tuple(
        PlacedLine(
            box.field, box.label, _start(box, line, style), box.y + number * pitch, line, style
        )
        for number, line in enumerate(fitted.lines)
    )


def _start(place: Box | Label, text: str, style: Style) -> float:
    spare = place.w - style.width(text)
    return place.x + {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[place.align]


def _write(sheet: Sheet, lines: list[PlacedLine]) -> None:
    for line in lines:
        sheet.text(line.x, line.top, line.text, line.style)


def _refuse_off_paper(template: Template, lines: list[PlacedLine], correction: Correction) -> None:
    lost: dict[str, str] = {}
    for line in lines if correction != AS_MEASURED else ():  # as measured, boxes hold them in
        left, top, right, bottom = line.ink
        corners = [correction.at(x, y) for x in (left, right) for y in (top, bottom)]
        xs, ys = zip(*corners, strict=True)
        if min(*xs, *ys) < 0 or max(xs) > template.paper.w or max(ys) > template.paper.h:
            lost[line.field] = f"按打印机校正，“{line.label}”会印到纸外，请减小校正值或移动方框。"
    if lost:
        raise Invalid(lost)
