"""空白证: the book of the stock, sheet by sheet, and the count at the end of the month."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from qyclient.certificates.models import Blank
from qyclient.certificates.reports import REPORTS, count_pdf
from qyclient.certificates.rules import STOCKS, BlankState
from qyclient.certificates.services import balances, find_again, gaps_of, write_off
from qyclient.records.view import Filter, View
from ui.certificates.stock_dialog import StockDialog
from ui.certificates.words import tone_of
from ui.kit import notices
from ui.kit.actions import Action
from ui.kit.filters import Preset
from ui.kit.print_found import PrintDialog
from ui.kit.record_tab import RecordTab
from ui.kit.text_dialog import TextDialog


def _receive(tab: "BlanksTab") -> None:
    StockDialog(tab.jobs, tab).open()


def _return(tab: "BlanksTab") -> None:
    StockDialog(tab.jobs, tab, back=True).open()


def _spoil(tab: "BlanksTab") -> None:
    tab.ask_why("作废空白证", "损坏、印错而不能再用的", partial(_written_off, BlankState.SPOILED))


def _miss(tab: "BlanksTab") -> None:
    tab.ask_why("登记短缺", "盘点时找不到的", partial(_written_off, BlankState.MISSING))


def _find(tab: "BlanksTab") -> None:
    tab.ask_why("找回空白证", "登记过短缺、又找到的", find_again)


def _count(tab: "BlanksTab") -> None:
    tab.print_count()


def _balance(tab: "BlanksTab") -> None:
    tab.jobs.read(_told, then=tab.show_balance)


def _written_off(state: BlankState, session: Any, key: Any, reason: str) -> Blank:
    return write_off(session, key, state, reason)


def _told(session: Any) -> str:
    lines = []
    for line in balances(session):
        parts = "，".join(f"{state.label} {n}" for state, n in line.by_state.items())
        lines.append(
            f"{STOCKS[line.stock]}：收入 {line.received} 张，现存 {line.left} 张（{parts}）"
        )
        lines += [f"　断号 {gap.said}" for gap in gaps_of(session, line.stock)]
    return "\n".join(lines) or "还没有收入过空白证。"


def _why_not_here(blank: Blank) -> str:
    here = blank.state is BlankState.IN_STOCK
    return "" if here else f"状态是“{blank.state.label}”，只有在库的可以"


def _why_not_missing(blank: Blank) -> str:
    return "" if blank.state is BlankState.MISSING else "只有短缺的可以找回"


class BlanksTab(RecordTab):
    """空白证: take in, give back, write off, count."""

    model = Blank
    offers = (
        Action("receive", "收入…", "add", "Ctrl+N", _receive, tip="登记收到的一段流水号"),
        Action("balance", "结存", "folder", "F2", _balance, tip="每种还有多少张，断号在哪里"),
        Action("count", "盘点表", "print", "Ctrl+P", _count, tip="月末盘点表，打印后实盘填写"),
        Action("return", "退回…", "", "", _return, tip="退回没有用的空白证", folded=True),
        Action("spoil", "作废…", "", "", _spoil, "one", "", _why_not_here, True),
        Action("miss", "短缺…", "", "", _miss, "one", "", _why_not_here, True),
        Action("find", "找回…", "", "", _find, "one", "", _why_not_missing, True),
    )
    reports = tuple(REPORTS)
    search_hint = "印刷流水号、用于哪个单位"
    nothing_yet = ("还没有空白证", "收到空白证书时，点左边的“收入…”登记起止流水号。")
    grouped_by = "state"

    def presets(self) -> Sequence[Preset]:
        """Offer the states."""
        return [Preset(s.label, (Filter("state", among=(s.value,)),)) for s in BlankState]

    def tone(self, record: Any, key: str) -> str:
        """Colour the state."""
        return tone_of(record.state) if key == "state" else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return the serial and what became of it."""
        title = f"{STOCKS.get(record.stock, record.stock)} {record.serial}"
        return title, record.state.label, tone_of(record.state)

    def ask_why(self, title: str, told: str, verb: Callable[..., Any]) -> None:
        """Ask for the reason, and do it."""
        blank = self.current()
        dialog = TextDialog(f"{title}：{blank.serial}", told, "原因", title[:2], self)

        def given(reason: str) -> None:
            self.jobs.write(
                verb, blank.id, reason, then=lambda _b: dialog.accept(), refused=dialog.refuse
            )

        dialog.given.connect(given)
        dialog.open()

    def show_balance(self, words: str) -> None:
        """Show how many there are of each kind."""
        notices.told(self, "空白证结存", words)

    def print_count(self) -> None:
        """Show the count sheet as it will be printed."""
        workspace, jobs = self.jobs.workspace, self.jobs

        def job() -> bytes:
            blanks: Sequence[Any] = workspace.page(Blank, View())
            return count_pdf(blanks, jobs.heading_of(workspace))

        jobs.do(job, lambda pdf: PrintDialog(jobs, "空白登记证书盘点表", pdf, self).open())
