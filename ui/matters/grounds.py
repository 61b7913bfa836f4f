"""法定理由: the grounds the law lists, put into the reason with one choice each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from qyclient.organizations.rules.refusal import Ground
from ui.kit.form import Form

_REASON = "reason"


class GroundPicker(QWidget):
    """A choice of grounds above the form; what is chosen is added to the reason."""

    def __init__(self, grounds: Sequence[Ground], form: Form) -> None:
        super().__init__()
        self._form, self._grounds = form, list(grounds)
        self.box = QComboBox()
        self.box.setAccessibleName("法定理由")
        self.box.addItem("选择后填入理由，可以选几项…")
        self.box.addItems([str(ground) for ground in self._grounds])
        self.box.activated.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 0)
        label = QLabel("法定理由")
        label.setProperty("role", "label")
        label.setBuddy(self.box)
        row.addWidget(label)
        row.addWidget(self.box, 1)

    def add(self, reasons: Sequence[str]) -> None:
        """Put reasons into the form, each on a line of its own."""
        editor = self._form.editor(_REASON)
        lines = [line for line in editor.text().splitlines() if line.strip()]
        editor.put("\n".join([*lines, *(one for one in reasons if one not in lines)]))

    def _take(self, at: int) -> None:
        if at > 0:
            self.add([str(self._grounds[at - 1])])
            self.box.setCurrentIndex(0)
