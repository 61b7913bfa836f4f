"""Settling an empty form: its places are clicked one by one, or accepted together."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Invalid, Refused
from qyclient.returns.rules.form_answers import Answer, Fill
from qyclient.returns.services.forms import Compared, Place, learn, settle
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.returns.answer_panel import AnswerPanel
from ui.returns.form_grid import FormGrid

_PANEL = 380


class FormDialog(QDialog):
    """`saved` carries the form once it is kept."""

    saved = Signal(object)

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, compared: Compared, name: str, due: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"表样：{compared.form.file_name}")
        self.jobs, self._compared = jobs, compared
        self.places: list[Place] = [*compared.places]
        self.current = 0
        self.banner = Banner(self)
        self.name, self.due = QLineEdit(name), QLineEdit(due)
        self.sheets = QComboBox()
        self.grid, self.panel, self.told = FormGrid(), AnswerPanel(), QLabel()
        self.accept_all = QPushButton("确定全部建议")
        self.keep = QPushButton("保存表样")
        self.keep.setProperty("role", "primary")
        self._build()
        self._say_new()
        self._show_sheet()
        self.go_to_next()
        self.resize(1280, 780)

    def choose(self, number: int) -> None:
        """Show what goes into a place."""
        self.current = number
        self.panel.show_place(self.places[number])

    def settle_current(self, answer: Answer) -> None:
        """Take what was said for the chosen place, and go to the next open one."""
        self.places[self.current] = settle(self.places[self.current], answer)
        self._show_sheet()
        self.go_to_next()

    def settle_proposed(self) -> None:
        """Take every proposal that was understood; what was not is still asked."""
        self.places = [
            settle(one, one.answer) if one.answer.sort != Fill.TYPED.value else one
            for one in self.places
        ]
        self._show_sheet()
        self.go_to_next()

    def go_to_next(self) -> None:
        """Go to the first place that is not settled; to the first of all if every one is."""
        opened = [n for n, one in enumerate(self.places) if not one.settled]
        number = opened[0] if opened else 0
        place = self.places[number]
        at = self.sheets.findText(place.slot.sheet)
        if at != self.sheets.currentIndex():
            self.sheets.setCurrentIndex(at)
        self.grid.go_to(place)
        self.choose(number)
        self.told.setText(f"共 {len(self.places)} 处，待定 {len(opened)} 处")

    def save(self) -> None:
        """Keep the form with what was settled."""
        args = (self.name.text(), self._compared.form, self.places, self.due.text())
        self.jobs.write(learn, *args, then=self._kept, refused=self._no)

    def _kept(self, form: Any) -> None:
        self.jobs.said.emit(f"已保存表样：{form.name}")
        self.saved.emit(form)
        self.accept()

    def _no(self, no: Refused) -> None:
        self.banner.say("；".join(no.problems.values()) if isinstance(no, Invalid) else str(no))

    def _say_new(self) -> None:
        """Say what became of last year's places: only the differences are asked."""
        settled = sum(one.settled for one in self.places)
        if settled or self._compared.gone:
            opened = len(self.places) - settled
            said = f"与上次的表样比较：{settled} 处沿用，{opened} 处是新的"
            gone = _words(self._compared.gone)
            self.banner.say(
                f"{said}；原来的 {gone} 没有了。" if gone else f"{said}。", tone="plain"
            )

    def _show_sheet(self) -> None:
        name = self.sheets.currentText()
        sheet = next(one for one in self._compared.form.sheets if one.name == name)
        self.grid.show_sheet(sheet, self.places)

    def _build(self) -> None:
        self.sheets.addItems([one.name for one in self._compared.form.sheets])
        self.sheets.currentIndexChanged.connect(lambda _at: self._show_sheet())
        self.grid.chosen.connect(self.choose)
        self.panel.settled.connect(self.settle_current)
        scroll = QScrollArea()
        scroll.setWidget(self.panel)
        scroll.setWidgetResizable(True)
        scroll.setFixedWidth(_PANEL)
        middle = QHBoxLayout()
        middle.addWidget(self.grid, 1)
        middle.addWidget(scroll)
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addLayout(self._head())
        column.addLayout(middle, 1)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        boxes = {"表样名称": self.name, "报送期限": self.due, "工作表": self.sheets}
        for label, box in boxes.items():
            named = QLabel(label)
            named.setBuddy(box)
            box.setAccessibleName(label)
            row.addWidget(named)
            row.addWidget(box, 1)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        ways = {self.accept_all: self.settle_proposed, self.keep: self.save}
        for button, go in {**ways, QPushButton("取消"): self.reject}.items():
            button.setAutoDefault(False)
            button.clicked.connect(partial(_go, go))
            row.addWidget(button)
        return row


def _go(do: Any, _checked: bool = False) -> None:
    do()


def _words(keys: Sequence[str]) -> str:
    return "、".join(key.split("｜", 2)[-1].replace("｜", " ").strip() for key in keys[:5])
