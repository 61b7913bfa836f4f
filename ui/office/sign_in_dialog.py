"""换人: who is at the desk now, found by name or initials, and his password where he has one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.office.models import Operator
from qyclient.office.services.sign_in import sign_in
from qyclient.records.base import field_of
from ui.kit.icons import icon
from ui.kit.jobs import Jobs
from ui.kit.pickers import sought
from ui.kit.save_buttons import SaveButtons
from ui.office.password_line import PasswordLine, Problem

_WHO = Qt.ItemDataRole.UserRole
_LINE, _SIZE = 32, (460, 420)


class SignInDialog(QDialog):
    """`signed` carries the name of who sits down; stays open until he is known."""

    signed = Signal(str)

    def __init__(
        self, jobs: Jobs, people: Sequence[Operator], now: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("换人经办")
        self._jobs = jobs
        self._trying = False
        self.who = _search_line()
        self.list = QListWidget()
        self.list.setAccessibleName("经办人名单")
        for one in people:
            self._add(one)
        self.label = QLabel("密码")
        self.label.setProperty("role", "label")
        self.password = PasswordLine("password", "密码")
        self.label.setBuddy(self.password)
        self.problem = Problem()
        self._lay_out()
        self.who.textChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(lambda _now, _before: self._turn_to())
        self.list.itemClicked.connect(lambda _item: self._chosen())
        self._choose(now)
        self.resize(*_SIZE)

    def sit_down(self) -> None:
        """Try; close when he is known."""
        person = self._person
        if person is None or self._trying:
            return
        if person.has_password and not self.password.text():
            self._say("请输入密码。")
            return
        self._trying = True
        run = self._jobs.write if person.has_password else self._jobs.read
        then = partial(self._answered, person.name)
        run(sign_in, person.name, self.password.text(), then=then, refused=self._refuse)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go through the list, Enter sits down."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self._move(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._chosen() if self.who.hasFocus() or self.list.hasFocus() else self.sit_down()
        else:
            super().keyPressEvent(event)

    @property
    def _person(self) -> Operator | None:
        item: QListWidgetItem | None = self.list.currentItem()
        if item is None or item.isHidden():
            return None
        person: Operator = item.data(_WHO)
        return person

    def _answered(self, name: str, refusal: str) -> None:
        self._trying = False
        if refusal:
            self._say(refusal)
            return
        self.signed.emit(name)
        self.accept()

    def _refuse(self, no: Refused) -> None:
        self._trying = False
        self._say(str(no))

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.password.setFocus()
        self.password.selectAll()

    def _chosen(self) -> None:
        """Sit down, or ask for the password first."""
        if self._person is not None and self._person.has_password:
            self.password.setFocus()
        else:
            self.sit_down()

    def _turn_to(self) -> None:
        asked = self._person is not None and self._person.has_password
        for part in (self.label, self.password):
            part.setVisible(asked)
        self.password.clear()
        self.problem.setText("")

    def _narrow(self, words: str) -> None:
        wanted = words.strip().lower()
        for item in self._items():
            item.setHidden(wanted not in sought(item.data(_WHO).name))
        left = [item for item in self._items() if not item.isHidden()]
        if left and self._person is None:
            self.list.setCurrentItem(left[0])
        self._turn_to()

    def _move(self, step: int) -> None:
        left = [item for item in self._items() if not item.isHidden()]
        if left:
            at = left.index(self.list.currentItem()) if self._person else -step
            self.list.setCurrentItem(left[max(0, min(len(left) - 1, at + step))])

    def _choose(self, name: str) -> None:
        items = self._items()
        found = [item for item in items if item.data(_WHO).name == name] or items
        if found:
            self.list.setCurrentItem(found[0])

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(number) for number in range(self.list.count())]

    def _add(self, person: Operator) -> None:
        roles = field_of(Operator, "roles").show(person)
        item = QListWidgetItem(f"{person.name}　　{roles}" if roles else person.name)
        item.setToolTip(roles)
        item.setSizeHint(QSize(0, _LINE))
        item.setData(_WHO, person)
        self.list.addItem(item)

    def _lay_out(self) -> None:
        buttons = SaveButtons()
        buttons.save.setText("开始经办")
        buttons.accepted.connect(self.sit_down)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        for part in (self.who, self.list, self.label, self.password, self.problem, buttons):
            column.addWidget(part)


def _search_line() -> QLineEdit:
    line = QLineEdit()
    line.setObjectName("who")
    line.setAccessibleName("经办人")
    line.setPlaceholderText("姓名或拼音首字母")
    line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
    return line
