"""The plain papers that go with a set: notices to come, the slip to sign, words for a newspaper."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from qyclient.certificates.services import (
    notice_for,
    notices_page,
    notices_with,
    receipt_page,
    terms,
)
from ui.certificates.rare_dialog import RareDialog, told
from ui.certificates.term_dialog import TermDialog
from ui.kit import notices
from ui.kit.actions import Action
from ui.kit.print_found import PrintDialog
from ui.kit.record_tab import RecordTab


def show_notices_with(tab: RecordTab, sheets: Sequence[Any]) -> None:
    """Show the notices of the sets these sheets belong to, to be printed on plain paper."""
    tab.jobs.read(notices_with, sheets, then=partial(_show, tab, "领取通知书"))


def _show(tab: RecordTab, title: str, pdf: bytes) -> None:
    PrintDialog(tab.jobs, title, pdf, tab).open()


def _collect(tab: RecordTab) -> None:
    chosen = [issue.id for issue in tab.table.selected()]
    tab.jobs.read(notices_page, chosen, then=partial(_show, tab, "领取通知书"))


def _receipt(tab: RecordTab) -> None:
    issue = tab.current()
    tab.jobs.read(receipt_page, issue.id, then=partial(_show, tab, f"领取单 {issue.number}"))


def _notice(tab: RecordTab) -> None:
    def tell(words: str) -> None:
        notices.told(tab, "遗失声明文字", words)

    tab.jobs.read(notice_for, tab.current().id, then=tell)


def _terms(tab: RecordTab) -> None:
    tab.jobs.read(terms, then=lambda known: TermDialog(tab.jobs, tab, known).open())


def _rare(tab: RecordTab) -> None:
    tab.jobs.read(told, then=lambda known: RareDialog(tab.jobs, tab, known).open())


PAPERS = (
    Action("collect", "领取通知书…", "", "", _collect, "some", "通知单位来领", folded=True),
    Action("receipt", "领取单…", "", "", _receipt, "one", "领取人签名的单子", folded=True),
    Action("notice", "遗失声明文字…", "", "", _notice, "one", "登报用的文字", folded=True),
    Action("terms", "签发人和机关名称…", "", "", _terms, tip="从哪天起由谁签发", folded=True),
    Action("rare", "生僻字…", "", "", _rare, tip="登记自造字，添加字体", folded=True),
)
