"""Choosing files to take in, from where the scanner puts them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from qyclient.organizations.rules.attachments import file_kinds
from ui.kit.jobs import Jobs
from ui.kit.remembered import remember, remembered

_KEY = "scanner/folder"


def choose_files(
    jobs: Jobs, owner: QWidget, title: str, take: Callable[[Sequence[Path]], None]
) -> None:
    """Ask for files, newest first, in the folder they came from the last time."""
    dialog = QFileDialog(owner, title, remembered(jobs.workspace.folder, _KEY))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    endings = " ".join(f"*{e}" for kind in file_kinds().values() for e in kind.endings)
    dialog.setNameFilters([f"可以附入的文件 ({endings})", "全部文件 (*)"])

    def chosen(names: Sequence[str]) -> None:
        paths = [Path(name) for name in names]
        remember(jobs.workspace.folder, _KEY, str(paths[0].parent))
        take(paths)

    dialog.filesSelected.connect(chosen)
    dialog.open()
