"""受限人员核查: what our registers say of a person, by the number of his paper."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Invalid, Refused
from qyclient.organizations.services.restricted import Searched, search_person
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable

_SIZE = (900, 460)


class RestrictedDialog(QDialog):
    """Says what was found and where was looked; that somebody looked is noted."""

    def __init__(self, jobs: Jobs, number: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("受限人员核查")
        self._jobs = jobs
        self.number = QLineEdit(number)
        self.number.setAccessibleName("证件号码")
        self.number.setPlaceholderText("证件号码")
        self.look_button = QPushButton("核查")
        self.look_button.setProperty("role", "primary")
        self.look_button.clicked.connect(lambda _checked: self.look())
        self.told = QLabel("输入拟任法定代表人或负责人的证件号码。核查会留下记录。")
        self.told.setWordWrap(True)
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.lines = LinesTable(("查了哪里", "记录", "依据"), (280, 340, 240))
        self.lines.setAccessibleName("核查结果")
        self._lay_out()
        if number:
            self.look()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.number, 1)
        row.addWidget(self.look_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(row)
        for part in (self.problem, self.told, self.lines):
            column.addWidget(part)
        self.resize(*_SIZE)

    def look(self) -> None:
        """Look the person up."""
        self.problem.setText("")
        self._jobs.read(search_person, self.number.text(), then=self._note, refused=self._refused)

    def _note(self, found: Searched) -> None:
        if self._jobs.keeping is None:
            self._show(found)
            return
        note = (self._jobs.keeping.note_access, "查询", None, "受限人员核查", found.told)
        self._jobs.write(*note, then=lambda _none: self._show(found))

    def _show(self, found: Searched) -> None:
        self.told.setText(found.told)
        self.lines.lines.show([(hit.register, hit.says, hit.citation) for hit in found.hits])

    def _refused(self, no: Refused) -> None:
        said = "；".join(no.problems.values()) if isinstance(no, Invalid) else str(no)
        self.problem.setText(said)
