"""Choosing some of a closed list: a box to tick for each."""

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from qyclient.records.field import Field
from ui.kit.editor import Editor, Surroundings

_COLUMNS = 4


class SeveralEditor(Editor):
    """several: every option is seen, with a tick before those that hold."""

    def __init__(self, field: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self.boxes = {label: QCheckBox(label) for label in field.kind.options}
        for number, box in enumerate(self.boxes.values()):
            box.setAccessibleName(f"{field.label}：{box.text()}")
            box.toggled.connect(lambda _on: self.edited.emit())
            grid.addWidget(box, number // _COLUMNS, number % _COLUMNS)
        grid.setColumnStretch(_COLUMNS, 1)
        self.adopt(held)
        held.setFocusProxy(next(iter(self.boxes.values())))

    def text(self) -> str:
        """Return the labels that are ticked."""
        return "、".join(label for label, box in self.boxes.items() if box.isChecked())

    def put(self, text: str) -> None:
        """Tick what a text names; what the list does not hold is left out."""
        held = self.field.kind.format(self.field.kind.parse(text)).split("、") if text else []
        for label, box in self.boxes.items():
            box.setChecked(label in held)
