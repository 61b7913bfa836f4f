"""动纸之前: what the driver says, and a box to tick for each thing it does not know."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from ui.kit.printers import Check


class CheckList(QWidget):
    """`left` are the questions nobody has answered yet, and what stands in the way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks: list[QCheckBox] = []
        self._barred: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    @property
    def left(self) -> list[str]:
        """Return what is not known and not ticked."""
        return [*self._barred, *(one.text() for one in self.ticks if not one.isChecked())]

    def ask(self, checks: Sequence[Check]) -> None:
        """Show these instead of those before."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.ticks = []
        self._barred = [check.trouble for check in checks if check.known is False]
        for check in checks:
            if check.known is None:
                tick = QCheckBox(check.question)
                self.ticks.append(tick)
                self._column.addWidget(tick)
                continue
            said = QLabel(f"✓ {check.question}" if check.known else f"✗ {check.trouble}")
            said.setProperty("role", "hint" if check.known else "problem")
            self._column.addWidget(said)
