"""依据: on what a change of a registered item rests, asked when it is saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.organizations.models import LegalChange
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.kinds import LONG_TEXT
from ui.kit.editor import Surroundings
from ui.kit.form import Form
from ui.organizations.dialog_foot import foot

_WIDTH = 680
_REASON = "reason"
_PAPER = ("effective_on", "document_number")


class GroundDialog(QDialog):
    """`corrected` carries a reason; `decided` the day and number of a decision on paper."""

    corrected = Signal(str)
    decided = Signal(dict)

    def __init__(self, said: str, around: Surroundings, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("登记事项的改动依据")
        told = QLabel(f"{said}。新的申请请在“办件”里收件，办变更登记；其余情况请选一项：")
        told.setWordWrap(True)
        self.choice = QButtonGroup(self)
        self.forms = [Form(fields, around, self) for fields in (_mistyped(), _on_paper())]
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(told)
        for number, (text, form) in enumerate(zip(_CHOICES, self.forms, strict=True)):
            button = QRadioButton(text)
            self.choice.addButton(button, number)
            column.addWidget(button)
            form.setEnabled(False)
            column.addWidget(form)
        self.choice.idToggled.connect(self._show)
        self.go, row = foot("保存", self.give, self.reject)
        column.addLayout(row)
        self.choice.button(0).setChecked(True)
        self.resize(_WIDTH, self.sizeHint().height())

    def give(self) -> None:
        """Hand over what was chosen; say beside the field what is missing."""
        number = self.choice.checkedId()
        form = self.forms[number]
        texts = {key: text.strip() for key, text in form.texts().items()}
        first = (_REASON, _PAPER[0])[number]
        if not texts[first]:
            form.show_problems({first: _WANTED[number]})
        elif number == 0:
            self.corrected.emit(texts[_REASON])
        else:
            self.decided.emit(texts)

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say beside the fields what the register refused."""
        self.forms[self.choice.checkedId()].show_problems(problems)

    def _show(self, number: int, on: bool) -> None:
        self.forms[number].setEnabled(on)


_CHOICES = ("录入有误，更正（不算变更）", "以前已经批准，补录（按决定的日期生效）")
_WANTED = ("请写明更正原因，如：录入时写错，按纸质申请表更正", "请填写决定的生效日期")


def _mistyped() -> list[Field]:
    return [Field(_REASON, "更正原因", LONG_TEXT, required=True, width=40)]


def _on_paper() -> list[Field]:
    return [field_of(LegalChange, key) for key in _PAPER]
