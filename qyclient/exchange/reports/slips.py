"""报送单: half a page that goes with a package, to be signed at the counter of the other office."""

from typing import Any

from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.lines import POINTS_PER_MM, broken
from qyclient.paper.pdf.sheet import Page, Sheet, Style, document

_WIDE, _HIGH, _EDGE = 210.0, 148.5, 18.0
_TITLE, _TEXT = Style(Family.HEI_BOLD, 16), Style(Family.SONG, 11)
_WORDS, _SMALL = Style(Family.HEI_BOLD, 15), Style(Family.SONG, 9, grey=0.3)
_LINE = 7.0


def slip_pdf(office: str, package: Any, counts: str, *, is_sample: bool) -> bytes:
    """Return the slip of a package: number, counts, check words, and two signatures."""
    title = f"{package.sort.label}报送单"
    mark = "（样例数据）" if is_sample else ""

    def draw(sheet: Sheet) -> None:
        sheet.text((_WIDE - _TITLE.width(title)) / 2, _EDGE, title, _TITLE)
        below = f"{office}{mark}　{package.made_on}"
        sheet.text((_WIDE - _SMALL.width(below)) / 2, _EDGE + 10, below, _SMALL)
        top = _EDGE + 20
        for line in (
            f"送：{package.office.name}　　第 {package.number} 号　　经办人：{package.made_by}",
            f"内容：{counts}",
            "核对词（读取后屏幕上显示的八个词应与下面一致，一致才收）：",
        ):
            top = _paragraph(sheet, line, top)
        sheet.frame(_EDGE, top, _WIDE - 2 * _EDGE, 13)
        spaced = package.phrase.replace(" ", "　")
        sheet.text((_WIDE - _WORDS.width(spaced)) / 2, top + 4, spaced, _WORDS)
        top += 20
        for line in (
            "交件人：　　　　　　　　日期：　　　　　　收件人（盖章）：　　　　　　　　日期：",
            "□ 核对词一致，已收　　□ 不一致或打不开，退回　　说明：",
        ):
            top = _paragraph(sheet, line, top) + 5
        sheet.text(_EDGE, _HIGH - 14, f"包指纹 {package.identity}", _SMALL)

    return document(title, [Page(_WIDE, _HIGH, draw)])


def _paragraph(sheet: Sheet, text: str, top: float) -> float:
    most = (_WIDE - 2 * _EDGE) * POINTS_PER_MM / _TEXT.size
    for line in broken(text, most, _TEXT.family):
        sheet.text(_EDGE, top, line, _TEXT)
        top += _LINE
    return top
