"""收材料: each piece that must be handed in, how many came, or why it is not needed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.organizations.models import MatterPaper
from qyclient.organizations.services.holding import receive
from qyclient.records.base import field_of
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.save_buttons import SaveButtons

_KEYS = ("originals", "copies", "waived_because")
_NARROW = 72
_SIZE = (860, 520)


class PapersDialog(QDialog):
    """A line for each piece; 全部收齐 puts one original into every empty line."""

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, matter: Any, papers: Sequence[MatterPaper]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"收材料：{matter.number} {matter.subject}")
        self._jobs, self._matter = jobs, matter
        self.banner = Banner(self)
        self.lines: dict[str, dict[str, QLineEdit]] = {}
        every = QPushButton("全部收齐（原件各 1 份）")
        every.setAutoDefault(False)
        every.clicked.connect(lambda _checked: self.take_all())
        self._buttons = SaveButtons()
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._grid(papers))
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addWidget(area, 1)
        column.addWidget(every, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._buttons)
        self.resize(*_SIZE)

    def take_all(self) -> None:
        """Put one original into each line that says nothing yet."""
        for line in self.lines.values():
            if not any(box.text().strip() for box in line.values()):
                line["originals"].setText("1")

    def save(self) -> None:
        """Keep what was handed in."""
        given = {
            key: {part: box.text() for part, box in line.items()}
            for key, line in self.lines.items()
        }
        self._buttons.wait(True)
        self._jobs.write(receive, self._matter.id, given, then=self._saved, refused=self._refused)

    def _grid(self, papers: Sequence[MatterPaper]) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for number, key in enumerate(_KEYS, 1):
            head = QLabel(field_of(MatterPaper, key).label)
            head.setProperty("role", "hint")
            grid.addWidget(head, 0, number)
        for row, paper in enumerate(papers, 1):
            label = QLabel(paper.label)
            label.setWordWrap(True)
            grid.addWidget(label, row, 0)
            self.lines[paper.document] = {}
            for number, key in enumerate(_KEYS, 1):
                field = field_of(MatterPaper, key)
                box = QLineEdit(field.show(paper))
                box.setAccessibleName(f"{paper.label}：{field.label}")
                if number < len(_KEYS):
                    box.setFixedWidth(_NARROW)
                self.lines[paper.document][key] = box
                grid.addWidget(box, row, number)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(len(_KEYS), 2)
        grid.setRowStretch(len(papers) + 1, 1)
        return body

    def _saved(self, _matter: object) -> None:
        self._jobs.said.emit(f"已登记材料：{self._matter.number}")
        self.accept()

    def _refused(self, no: Refused) -> None:
        self._buttons.wait(False)
        self.banner.say(str(no))
