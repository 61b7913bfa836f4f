"""A paper as .docx, where the clerk wants it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from qyclient.organizations.reports import document_word
from qyclient.organizations.services.documents import Made
from qyclient.paper.atomic import write_bytes
from ui.kit.jobs import Jobs


def ask_word(jobs: Jobs, owner: QWidget, made: Made) -> None:
    """Ask where it should go."""
    dialog = QFileDialog(owner, "存为 Word")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("docx")
    dialog.setNameFilter("Word 文件 (*.docx)")
    dialog.selectFile(f"{made.name}.docx")
    dialog.fileSelected.connect(lambda name: save_word(jobs, made, Path(name)))
    dialog.open()


def save_word(jobs: Jobs, made: Made, path: Path) -> None:
    """Write it there."""
    jobs.do(partial(_written, made, path), jobs.said.emit)


def _written(made: Made, path: Path) -> str:
    write_bytes(path, document_word(made.words))
    return f"已保存 {path}"
