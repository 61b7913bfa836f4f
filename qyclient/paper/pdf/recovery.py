"""登记簿恢复单: what opens an encrypted register when every password is forgotten."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from qyclient.keys.words import code_of, words_of
from qyclient.paper.pdf.codes import draw_code
from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.lines import POINTS_PER_MM, broken
from qyclient.paper.pdf.sheet import Page, Sheet, Style, document

_WIDE, _HIGH, _EDGE = 210.0, 297.0, 25.0
_TITLE, _WORD = Style(Family.HEI_BOLD, 22), Style(Family.SONG, 17)
_TEXT, _SMALL = Style(Family.SONG, 11), Style(Family.SONG, 9, grey=0.3)
_LINE, _ROW, _COLUMN, _IN_A_ROW = 7.0, 14.0, 40.0, 4
_CODE_HIGH = 34.0
_TOLD = (
    "登记簿加密后，所有人都忘了密码时，只有凭这张纸才能打开。谁拿到它，谁就能打开登记簿。",
    "请打印后装进信封、签字封口，锁进保险柜；不要拍照，不要留在电脑里，不要和电脑放在一处。",
    "用法：打开程序，在输入密码的窗口按“忘记密码…”，照着输入下面的词，或读入扫描件，再设置新密码。",
    "重新制作恢复单以后，这一张作废。",
)
_HALF = "这是两半中的一半，单独一半打不开登记簿；两半请由两人分别保管，用时一起输入。"


def recovery_sheets(secrets: Sequence[bytes], day: date) -> bytes:
    """Return the sheet of a secret as PDF, or the two sheets of its halves."""
    names = ("",) if len(secrets) == 1 else ("（甲半）", "（乙半）")
    pages = [
        Page(_WIDE, _HIGH, partial(_draw, secret, name, day))
        for secret, name in zip(secrets, names, strict=True)
    ]
    return document("登记簿恢复单", pages)


def _draw(secret: bytes, half: str, day: date, sheet: Sheet) -> None:
    title = f"登记簿恢复单{half}"
    sheet.text((_WIDE - _TITLE.width(title)) / 2, _EDGE, title, _TITLE)
    top = _EDGE + 18
    for told in (*_TOLD, _HALF) if half else _TOLD:
        top = _paragraph(sheet, told, top) + 2
    top += 6
    words = words_of(secret)
    for number, word in enumerate(words):
        x = _EDGE + number % _IN_A_ROW * _COLUMN
        y = top + number // _IN_A_ROW * _ROW
        sheet.text(x, y + 2, f"{number + 1}", _SMALL)
        sheet.text(x + 8, y, word, _WORD)
    top += -(-len(words) // _IN_A_ROW) * _ROW + 10
    draw_code(sheet, code_of(secret), _WIDE - _EDGE, top, _CODE_HIGH, square=True)
    for line in ("单位：", "登记簿放在：", "保管人：", f"制作日期：{day:%Y-%m-%d}"):
        sheet.text(_EDGE, top, line, _TEXT)
        top += _LINE + 2


def _paragraph(sheet: Sheet, text: str, top: float) -> float:
    most = (_WIDE - 2 * _EDGE) * POINTS_PER_MM / _TEXT.size
    for line in broken(text, most, _TEXT.family):
        sheet.text(_EDGE, top, line, _TEXT)
        top += _LINE
    return top
