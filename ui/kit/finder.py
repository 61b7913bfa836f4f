"""查找全部: one box for the whole register, reachable from every tab."""

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from qyclient.records.base import Base
from ui.kit.found import TabOf, place_of
from ui.kit.found_list import FoundList
from ui.kit.icons import icon
from ui.kit.jobs import Jobs
from ui.kit.tab import Visit

_PAUSE_MS = 120
_WIDE = 320


class Finder(QLineEdit):
    """Finds as one types; `wants` asks for the tab where what was chosen is opened."""

    wants = Signal(str, object)
    answered = Signal()

    def __init__(self, jobs: Jobs, tab_of: TabOf, window: QWidget) -> None:
        super().__init__(window)
        self._jobs, self._tab_of = jobs, tab_of
        self._asked: str | None = None
        self._answer = ""
        self.setObjectName("finder")
        self.setMinimumWidth(_WIDE)
        self.setClearButtonEnabled(True)
        self.setPlaceholderText("查找全部：名称、姓名、代码（Ctrl+K）")
        self.setAccessibleName("查找全部")
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = FoundList(self, tab_of)
        self.list.opening.connect(self._open)
        self.list.listing.connect(self._list_all)
        pause = QTimer(self)
        pause.setSingleShot(True)
        pause.setInterval(_PAUSE_MS)
        pause.timeout.connect(self._ask)
        self.textChanged.connect(lambda _text: pause.start())
        QShortcut(QKeySequence("Ctrl+K"), window, self.begin)

    def sizeHint(self) -> QSize:
        """Ask for its whole width: the row of tabs gives no more than is asked for."""
        return QSize(_WIDE, super().sizeHint().height())

    @property
    def words(self) -> str:
        """Return what is looked for."""
        return self.text().strip()

    def begin(self) -> None:
        """Take the cursor, with what was looked for ready to be typed over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._ask()

    def leave(self) -> None:
        """Put the list away, and the cursor back into the tab."""
        self.list.hide()
        self.clear()
        self.nextInFocusChain().setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go through the list, Enter opens, Escape leaves."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.list.move_on(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the list away when the clerk goes elsewhere."""
        super().focusOutEvent(event)
        self.list.hide()

    def _choose(self) -> None:
        if self._answer == self.words and self.list.isVisible():
            self.list.choose()
        else:
            self._ask()

    def _ask(self) -> None:
        """Ask for what stands in the box now: one question at a time, and never an old one."""
        words, keeping = self.words, self._jobs.keeping
        if not words or keeping is None:
            self.list.hide()
            return
        if self._asked is None:
            self._asked = words
            then, refused = partial(self._show, words), self._refuse
            self._jobs.read(keeping.find_everywhere, words, then=then, refused=refused)

    def _show(self, words: str, groups: list[Any]) -> None:
        self._asked = None
        if words != self.words:
            self._ask()
            return
        self._answer = words
        if self.hasFocus():
            self.list.show_found(words, groups)
        self.answered.emit()

    def _refuse(self, no: Exception) -> None:
        self._asked = None
        self._jobs.refused.emit(no)

    def _open(self, record: Base) -> None:
        """Open a record; note it if it was looked for by personal data (个人信息保护法 art 51)."""
        keeping, place = self._jobs.keeping, place_of(record, self._tab_of)
        if keeping is not None and (labels := keeping.found_by_personal(record, self.words)):
            self._jobs.write(keeping.note_access, "查找", record, "、".join(labels))
        self.list.hide()
        self.clear()
        if place is not None:
            self.wants.emit(*place)

    def _list_all(self, noun: type[Base]) -> None:
        words = self.words
        self.list.hide()
        self.clear()
        self.wants.emit(self._tab_of(noun), Visit(words=words))
