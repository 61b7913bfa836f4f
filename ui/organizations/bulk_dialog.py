"""批量修改: one field of the selected bodies, every value before and after shown first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.legal_changes import CORRECTION, REGISTERED
from qyclient.organizations.services.mending import UNSHARED, change_all
from qyclient.records.base import fields_of
from qyclient.records.field import Field
from ui.kit.editor import Editor, Surroundings
from ui.kit.editors import editor_for
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.organizations.dialog_foot import foot

_LEFT_OUT = UNSHARED | {"voided_because", "code_exception", "org_type"}
_SIZE = (820, 600)


class BulkDialog(QDialog):
    """Nothing is changed unless everything can be."""

    def __init__(self, jobs: Jobs, bodies: Sequence[Organization], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"批量修改：{len(bodies)} 个社会组织")
        self._jobs, self._bodies = jobs, bodies
        self._around = Surroundings(jobs.today, jobs)
        self._fields = [f for f in fields_of(Organization) if f.key not in _LEFT_OUT]
        self.which = QComboBox()
        self.which.setAccessibleName("修改哪一项")
        self.which.addItems([field.label for field in self._fields])
        self.reason = QLineEdit()
        self.reason.setAccessibleName("修改原因")
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.lines = LinesTable(("名称", "现在", "改为"), (320, 180, 180))
        self.lines.setAccessibleName("每个单位修改前后")
        self._build()
        self.editor: Editor | None = None
        self.which.currentIndexChanged.connect(lambda _number: self._offer())
        self._offer()

    def _build(self) -> None:
        self.form = QFormLayout()
        self.form.addRow("修改哪一项", self.which)
        self.form.addRow("修改原因", self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(self.form)
        for part in (self.problem, self.lines):
            column.addWidget(part)
        self.go, row = foot("修改", self.change, self.reject)
        column.addLayout(row)
        self.resize(*_SIZE)

    @property
    def field(self) -> Field:
        """Return the field that is changed."""
        return self._fields[self.which.currentIndex()]

    def change(self) -> None:
        """Change them all, or say beside the box why not."""
        if self.editor is not None:
            self.go.setEnabled(False)
            self._jobs.write(
                change_all,
                [body.id for body in self._bodies],
                self.field.key,
                self.editor.text(),
                then=self._done,
                refused=self._refused,
                because=self._because(),
            )

    def _because(self) -> str:
        """Return why: of what registration covers the history calls it a correction."""
        reason = self.reason.text().strip()
        if self.field.key in REGISTERED:
            return f"{CORRECTION}{reason}" if reason else ""
        return reason or "批量修改"

    def _offer(self) -> None:
        if self.editor is not None:
            self.form.removeRow(1)
        self.editor = editor_for(self.field, self._around)
        self.editor.edited.connect(self._compare)
        self.form.insertRow(1, "改为", self.editor)
        self._compare()

    def _compare(self) -> None:
        field, text = self.field, self.editor.text() if self.editor else ""
        self.problem.setText("")
        try:
            after = "" if field.is_empty(text) else field.kind.format(field.kind.parse(text))
        except ValueError as problem:
            self.problem.setText(field.complaint(problem) if text.strip() else "")
            after = "？"
        rows = [(body.name, field.masked(body), after) for body in self._bodies]
        changed = sum(1 for body in self._bodies if field.show(body) != after)
        self.go.setText(f"修改 {changed} 个")
        self.go.setEnabled(changed > 0 and not self.problem.text())
        self.lines.lines.show([(n, b or "（空）", a or "（空）") for n, b, a in rows])

    def _done(self, changed: Sequence[Organization]) -> None:
        self._jobs.said.emit(f"已修改 {len(changed)} 个社会组织的{self.field.label}。")
        self.accept()

    def _refused(self, no: Refused) -> None:
        self.go.setEnabled(True)
        said = "；".join(no.problems.values()) if isinstance(no, Invalid) else str(no)
        self.problem.setText(said)
