"""Asking for one text: a name, or the reason for what is about to be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Invalid, Refused

_WIDTH = 460


class TextDialog(QDialog):
    """`given` carries the text; stays open until `accept` is called, and says what stands against.

    `told` is what the text is asked for; `label` names the box.
    """

    given = Signal(str)

    def __init__(
        self, title: str, told: str, label: str, go: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._label = label
        said = QLabel(told)
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        name = QLabel(f"{label} *")
        name.setProperty("role", "label")
        self.box = QLineEdit()
        self.box.setAccessibleName(label)
        name.setBuddy(self.box)
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for part in (said, name, self.box, self.problem, self._buttons(go)):
            column.addWidget(part)
        said.setVisible(bool(told))

    def give(self) -> None:
        """Hand the text over; refuse an empty one."""
        text = self.box.text().strip()
        if not text:
            self.refuse(Refused(f"请填写{self._label}。"))
            return
        self.problem.setText("")
        self.given.emit(text)

    def refuse(self, no: Refused) -> None:
        """Say beside the box why it was not done."""
        said = "；".join(no.problems.values()) if isinstance(no, Invalid) else str(no)
        self.problem.setText(said)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self, go: str) -> QDialogButtonBox:
        self.go = QPushButton(go)
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(lambda _checked: self.give())
        leave = QPushButton("取消")
        leave.clicked.connect(lambda _checked: self.reject())
        buttons = QDialogButtonBox()
        for button in (self.go, leave):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return buttons
