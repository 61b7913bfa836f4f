"""Papers that are signed at the desk: what was printed elsewhere, and who took a certificate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from qyclient.certificates.models import Certificate, Issue, OldCopy, PrintLog
from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.lines import POINTS_PER_MM, broken
from qyclient.paper.pdf.sheet import Page, Sheet, Style, document
from qyclient.records.dates import chinese_date

_WIDE, _HIGH, _EDGE = 210.0, 297.0, 20.0
_TITLE, _TEXT = Style(Family.HEI_BOLD, 18), Style(Family.SONG, 11)
_SMALL = Style(Family.SONG, 9, grey=0.3)
_BODY = Style(Family.SONG, 14)
_LETTER_LINE, _MARGIN = 9.5, 27.0
_LINE = 7.0
_A_PAGE = 26


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notice to collect says, to whom, from whom and when."""

    title: str
    body: str
    lines: Sequence[str]
    office: str
    day: date


def slip_pdf(
    office: str, printer: str, operator: str, day: date, logs: Sequence[PrintLog]
) -> bytes:
    """Return the confirmation slip for sheets that are printed out of reach (打印确认单)."""
    pages = [logs[start : start + _A_PAGE] for start in range(0, len(logs), _A_PAGE)]
    return document("打印确认单", [_slip(office, printer, operator, day, part) for part in pages])


def receipt_pdf(
    office: str, issue: Issue, sheets: Sequence[Certificate], olds: Sequence[OldCopy]
) -> bytes:
    """Return the sheet on which a set is signed for (登记证书领取单)."""
    return document("登记证书领取单", [_receipt(office, issue, sheets, olds)])


def notices_pdf(notices: Sequence[Notice]) -> bytes:
    """Return the notices that sets are ready (领取通知书), a plain sheet for each."""
    pages = [Page(_WIDE, _HIGH, partial(_notice, one)) for one in notices]
    return document("领取登记证书通知书", pages)


def _notice(notice: Notice, sheet: Sheet) -> None:
    sheet.text((_WIDE - _TITLE.width(notice.title)) / 2, 37, notice.title, _TITLE)
    top = 37 + 2 * _LETTER_LINE
    most = (_WIDE - 2 * _MARGIN) * POINTS_PER_MM / _BODY.size
    sheet.text(_MARGIN, top, f"{notice.body}：", _BODY)
    for paragraph in notice.lines:
        for number, line in enumerate(broken(paragraph, most, _BODY.family, indent=_INDENT)):
            top += _LETTER_LINE
            shift = 0 if number else _INDENT * _BODY.size / POINTS_PER_MM
            sheet.text(_MARGIN + shift, top, line, _BODY)
    for text in (notice.office, chinese_date(notice.day)):
        top += _LETTER_LINE * (2 if text == notice.office else 1)
        sheet.text(_WIDE - _MARGIN - 20 - _BODY.width(text), top, text, _BODY)


_INDENT = 2.0


def _slip(office: str, printer: str, operator: str, day: date, logs: Sequence[PrintLog]) -> Page:
    def draw(sheet: Sheet) -> None:
        top = _head(sheet, "登记证书打印确认单", f"{office}　{day}　经办人：{operator}")
        told = (
            f"请在“{printer}”上按实际大小（100%）、单面打印后面各页，每页用一张空白证，逐张勾选。"
        )
        top = _paragraph(sheet, told, top)
        for log in logs:
            sheet.text(_EDGE, top, f"{log.serial}　{log.what}"[:44], _TEXT)
            for number, mark in enumerate(("好", "打坏", "未印")):
                x = _WIDE - _EDGE - 48 + number * 17
                sheet.frame(x, top, 3.5, 3.5)
                sheet.text(x + 5, top, mark, _SMALL)
            top += _LINE
        _paragraph(sheet, "打印人签名：　　　　　　　　　　日期：", top + _LINE)

    return Page(_WIDE, _HIGH, draw)


def _receipt(
    office: str, issue: Issue, sheets: Sequence[Certificate], olds: Sequence[OldCopy]
) -> Page:
    def draw(sheet: Sheet) -> None:
        top = _head(sheet, "登记证书领取单", f"{office}　发证编号 {issue.number}")
        lines = [
            f"持证单位：{issue.organization.name}",
            f"发证事由：{issue.reason.label}　　发证日期：{issue.issued_on}",
            *(f"领取：{s.copy.label}　空白证流水号 {s.blank_serial or '—'}" for s in sheets),
            *(f"交回旧证：{old.what}　{old.outcome.label}　{old.note or ''}" for old in olds),
            f"领取人：{issue.receiver or '　　　　　　'}　　电话：{issue.receiver_phone or ''}",
            "身份证件已核对：□ 是　　证件类型：",
            "领取人签名：　　　　　　　　　　　　日期：",
            f"发证人：{issue.handed_by or ''}　　签发人：{issue.signatory or ''}",
        ]
        for line in lines:
            top = _paragraph(sheet, line, top) + 2

    return Page(_WIDE, _HIGH, draw)


def _head(sheet: Sheet, title: str, below: str) -> float:
    sheet.text((_WIDE - _TITLE.width(title)) / 2, _EDGE, title, _TITLE)
    sheet.text((_WIDE - _SMALL.width(below)) / 2, _EDGE + 11, below, _SMALL)
    return _EDGE + 22


def _paragraph(sheet: Sheet, text: str, top: float) -> float:
    most = (_WIDE - 2 * _EDGE) * POINTS_PER_MM / _TEXT.size
    for line in broken(text, most, _TEXT.family):
        sheet.text(_EDGE, top, line, _TEXT)
        top += _LINE
    return top
