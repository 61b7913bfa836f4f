"""读入填好的表: what an applicant filled in goes into the dialog, to be looked over there."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from qyclient.errors import Refused
from qyclient.organizations.rules.blank_forms import read_off
from qyclient.paper.reading.forms import form_rows
from qyclient.records.field import Field
from ui.kit.jobs import Jobs
from ui.kit.receivers import Then
from ui.kit.watch import Watch

Texts = Mapping[str, str]


def ask_form(owner: QWidget, take: Callable[[Path], None]) -> None:
    """Ask which form was filled in."""
    dialog = QFileDialog(owner, "读入填好的申请表")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter("申请表 (*.docx *.xlsx *.xls)")
    dialog.fileSelected.connect(lambda name: take(Path(name)))
    dialog.open()


def read_form(
    jobs: Jobs, path: Path, fields: Sequence[Field], then: Callable[[Texts], None], no: Then
) -> None:
    """Read a form and hand over what it says, by field."""
    watch = jobs.watch("正在读入申请表")
    jobs.do(partial(_read, path, fields, watch), then, no, watch)


def _read(path: Path, fields: Sequence[Field], watch: Watch) -> Texts:
    found = read_off(form_rows(path, watch), fields)
    if not found:
        raise Refused(f"“{path.name}”里没有认得的项目；请用“窗口资料…”里的空白申请表填写。")
    return found
