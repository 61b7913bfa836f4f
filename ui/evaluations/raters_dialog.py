"""评委与回避: who rates, what each declared, who handed in; and who is left out."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qyclient.errors import Refused
from qyclient.evaluations.services import lookup, marking
from qyclient.evaluations.services import raters as rating
from qyclient.evaluations.services.blind import raters_of
from qyclient.evaluations.services.experts import call_up
from qyclient.records.dates import format_date
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.kit.text_dialog import TextDialog

_HEADS = ("姓名", "评价方", "单位", "评分表编号", "回避声明", "交表")
_WIDTHS = (90, 80, 180, 140, 200)


def raters_in(session: Any, key: Any) -> Sequence[Any]:
    """Return the raters of a round."""
    return raters_of(session, lookup.the_round(session, key))


class RatersDialog(QDialog):
    """Each button does one thing to the chosen rater."""

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, found: Any, raters: Sequence[Any]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"评委与回避：{found.number} {found.subject}")
        self._jobs, self._round = jobs, found
        self.raters: Sequence[Any] = ()
        self.banner = Banner(self)
        self.table = LinesTable(_HEADS, _WIDTHS)
        self.table.setAccessibleName("评委")
        self._build()
        self._show(raters)
        self.resize(980, 480)

    def declare_all(self) -> None:
        """Keep for each who has not declared yet that he signed to have no tie."""
        for rater in self.raters:
            if rater.declared_on is None:
                self._do(rating.declare, rater.id, "")

    def _build(self) -> None:
        row = QHBoxLayout()
        for text, go in (
            ("全部声明无利害关系", self.declare_all),
            ("有利害关系…", partial(self._ask, "利害关系", "回避", rating.declare)),
            ("不能到，递补…", partial(self._ask, "不能到的理由", "递补", call_up)),
            ("不计分…", partial(self._ask, "不计分的理由", "不计分", rating.exclude)),
            ("退回评分表…", partial(self._ask, "退回的理由", "退回", marking.return_sheet)),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, do=go: do())
            row.addWidget(button)
        row.addStretch()
        leave = QPushButton("关闭")
        leave.clicked.connect(lambda _checked: self.reject())
        row.addWidget(leave)
        told = QLabel("评委在评分前签回避声明；有利害关系的不得评分，评分表不计入结果。")
        told.setProperty("role", "hint")
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addWidget(told)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    def _ask(self, label: str, go: str, verb: Callable[..., Any]) -> None:
        at = self.table.currentIndex().row()
        if not 0 <= at < len(self.raters):
            self.banner.say("请先在表中选择一名评委。")
            return
        rater = self.raters[at]
        dialog = TextDialog(f"{go}：{rater.name}", "", label, go, self)
        dialog.given.connect(partial(self._given, dialog, verb, rater))
        dialog.open()

    def _given(self, dialog: TextDialog, verb: Callable[..., Any], rater: Any, text: str) -> None:
        def done(_rater: object) -> None:
            dialog.accept()
            self._read()

        self._jobs.write(verb, rater.id, text, then=done, refused=dialog.refuse)

    def _do(self, verb: Callable[..., Any], *args: Any) -> None:
        self._jobs.write(verb, *args, then=lambda _rater: self._read(), refused=self._no)

    def _read(self) -> None:
        self._jobs.read(raters_in, self._round.id, then=self._show)

    def _show(self, raters: Sequence[Any]) -> None:
        self.raters = raters
        self.table.lines.show([_line(rater) for rater in raters])

    def _no(self, no: Refused) -> None:
        self.banner.say(str(no))


def _line(rater: Any) -> list[str]:
    declared = "未声明"
    if rater.declared_on is not None:
        declared = f"{format_date(rater.declared_on)} 无利害关系"
    out = f"不计分：{rater.excluded_because}" if rater.excluded_because else declared
    handed = format_date(rater.handed_in_on) if rater.handed_in_on else "未交"
    return [rater.name, rater.party.label, rater.unit or "", rater.code, out, handed]
