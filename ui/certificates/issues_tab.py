"""发证: sets of certificates from the approved matter to the hands of who takes them."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from qyclient.certificates.models import Issue
from qyclient.certificates.rules import IssueState
from qyclient.certificates.services import (
    awaiting,
    give_up,
    old_copies_of,
    to_print,
    usual_texts,
)
from qyclient.records.view import Filter
from ui.certificates.answer_dialog import AnswerDialog
from ui.certificates.beside import (
    CHILDREN,
    why_not_give_up,
    why_not_hand,
    why_not_mend,
    why_not_print,
)
from ui.certificates.hand_dialog import HandDialog
from ui.certificates.issue_dialog import IssueDialog, MendDialog
from ui.certificates.issue_papers import PAPERS, show_notices_with
from ui.certificates.print_dialog import PrintRunDialog
from ui.certificates.words import tone_of
from ui.kit import notices
from ui.kit.actions import Action
from ui.kit.filters import Preset
from ui.kit.record_tab import RecordTab
from ui.kit.tab import Visit
from ui.kit.text_dialog import TextDialog


def _open(tab: "IssuesTab") -> None:
    tab.ask_issue({})


def _print(tab: "IssuesTab") -> None:
    chosen = [issue.id for issue in tab.table.selected()]
    tab.jobs.read(to_print, chosen, then=tab.ask_printer)


def _answer(tab: "IssuesTab") -> None:
    tab.jobs.read(awaiting, then=tab.ask_answers)


def _hand(tab: "IssuesTab") -> None:
    issue = tab.current()
    tab.jobs.read(old_copies_of, issue.id, then=partial(tab.ask_receiver, issue))


def _mend(tab: "IssuesTab") -> None:
    dialog = MendDialog(tab.jobs, tab, tab.current())
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _give_up(tab: "IssuesTab") -> None:
    issue = tab.current()
    told = f"取消 {issue.number}：编号保留，印好的空白证作废。"
    dialog = TextDialog("取消发证", told, "原因", "取消这次发证", tab)
    dialog.given.connect(partial(tab.give_up, dialog, issue))
    dialog.open()


class IssuesTab(RecordTab):
    """发证: open, print, answer, hand over."""

    model = Issue
    offers = (
        Action("open", "开始制证…", "add", "Ctrl+N", _open, tip="为办件或单位开始一次发证"),
        Action(
            "print", "打印…", "print", "Ctrl+P", _print, "some", "套打到空白证上", why_not_print
        ),
        Action("answer", "打印好了吗", "tick", "F2", _answer, tip="看过纸之后逐张回答"),
        Action("hand", "领取…", "certificate", "F3", _hand, "one", "交给领取人", why_not_hand),
        Action(
            "mend", "打印前修改…", "amend", "", _mend, "one", "按名册重新制作", why_not_mend, True
        ),
        Action("give_up", "取消…", "", "", _give_up, "one", "取消这次发证", why_not_give_up, True),
        *PAPERS,
    )
    children_ = CHILDREN
    search_hint = "发证编号、持证单位"
    nothing_yet = ("还没有发过证", "办件批准以后，点左边的“开始制证…”。")
    grouped_by = "state"
    touched_by = frozenset({"print_log", "certificate", "old_copy", "blank"})

    def presets(self) -> Sequence[Preset]:
        """Offer each state a set can wait in."""
        return [
            Preset(state.label, (Filter("state", among=(state.value,)),))
            for state in (IssueState.PREPARED, IssueState.AWAITING, IssueState.PRINTED)
        ]

    def tone(self, record: Any, key: str) -> str:
        """Colour the state."""
        return tone_of(record.state) if key == "state" else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return its number, its body, and how far it is."""
        title = f"{record.number} {record.organization.name}"
        return title, record.state.label, tone_of(record.state)

    def visit(self, visit: Visit) -> None:
        """Begin for a matter, or a body, that another tab was at."""
        if visit.action == "open" and visit.record is not None:
            super().visit(Visit())
            if hasattr(visit.record, "number"):
                self.jobs.read(usual_texts, visit.record, then=self.ask_issue)
            else:
                self.ask_issue({"organization": visit.record.name})
            return
        super().visit(visit)

    def ask_issue(self, texts: dict[str, str]) -> None:
        """Ask for whom and why."""
        dialog = IssueDialog(self.jobs, self, texts)
        dialog.saved.connect(self.show_saved)
        dialog.open()

    def ask_printer(self, sheets: Sequence[Any]) -> None:
        """Ask through which printer, once it is known what there is to print."""
        self._ask_printer(sheets, first=True)

    def _ask_printer(self, sheets: Sequence[Any], *, first: bool) -> None:
        dialog = PrintRunDialog(self.jobs, sheets, self, first=first)
        dialog.sent.connect(partial(self._sent, dialog, sheets))
        dialog.open()

    def _sent(self, dialog: PrintRunDialog, sheets: Sequence[Any], _run: object) -> None:
        """Ask what became of it; the notices, which are of plain paper, are seen under that."""
        if dialog.notices.isChecked() and not dialog.away:
            show_notices_with(self, sheets)
        _answer(self)

    def ask_answers(self, logs: Sequence[Any]) -> None:
        """Ask what became of each sheet."""
        if not logs:
            self.jobs.said.emit("没有待确认的打印。")
            return
        dialog = AnswerDialog(self.jobs, logs, self)
        dialog.again.connect(partial(self._ask_printer, first=False))
        dialog.open()

    def ask_receiver(self, issue: Any, olds: Sequence[Any]) -> None:
        """Ask who takes it."""
        dialog = HandDialog(self.jobs, self, issue, olds)
        dialog.saved.connect(self._handed)
        dialog.open()

    def give_up(self, dialog: TextDialog, issue: Any, reason: str) -> None:
        """Give a set up."""

        def done(_issue: object) -> None:
            self.jobs.said.emit(f"已取消：{issue.number}")
            dialog.accept()

        self.jobs.write(give_up, issue.id, reason, then=done, refused=dialog.refuse)

    def _handed(self, handed: Any) -> None:
        self.show_saved(handed.issue)
        if handed.filings:
            notices.told(self, "请告知领取人接着办理", "\n".join(handed.filings))
