"""Step 4 of an import: what was brought in, and what is still to be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qyclient.organizations.services.intake import Outcome
from ui.kit.icons import icon
from ui.organizations.intake_outcomes import OUTCOMES


class ResultPage(QWidget):
    """Figures with their words, held rows to be saved, and the way to the next ledger."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.said = QLabel("已导入"), QLabel()
        self.held = QPushButton(icon("save"), "另存待处理行…")
        self.more = QPushButton(icon("folder"), "导入其他台账")
        self.figures = {key: QLabel() for key in OUTCOMES}
        self.title.setProperty("role", "title")
        self.said.setProperty("role", "hint")
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 0)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addLayout(self._grid())
        column.addWidget(self.said)
        for button in (self.held, self.more):
            button.setAutoDefault(False)
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show how many rows went where."""
        counts = outcome.counts
        for key, figure in self.figures.items():
            figure.setText(f"{counts[key]}")
            figure.setAccessibleName(f"{OUTCOMES[key]} {counts[key]}")
        self.held.setVisible(bool(counts["held"]))
        held = f"还有 {counts['held']} 行待处理，没有写入：按“上一步”继续改，或另存后交回。"
        undo = "导入错了，可在“导入记录”里整个撤销。"
        self.said.setText(f"{held if counts['held'] else ''}{undo}")

    def settle_focus(self) -> None:
        """Put the cursor where the next thing is to be done."""
        (self.more if self.held.isHidden() else self.held).setFocus()

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(40)
        for column, (key, figure) in enumerate(self.figures.items()):
            figure.setProperty("role", "figure")
            label = QLabel(OUTCOMES[key])
            label.setProperty("role", "label")
            grid.addWidget(figure, 0, column)
            grid.addWidget(label, 1, column)
        grid.setColumnStretch(len(self.figures), 1)
        return grid
