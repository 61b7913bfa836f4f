"""Where the register shall live: a folder, and 选择…."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.kit.icons import icon


class FolderLine(QWidget):
    """`chosen` carries the folder somebody picked."""

    chosen = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.box = QLineEdit()
        self.box.setReadOnly(True)
        self.box.setAccessibleName("登记簿放在")
        pick = QPushButton(icon("folder"), "选择…")
        pick.setAutoDefault(False)
        pick.clicked.connect(lambda _checked: self.ask())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 1)
        row.addWidget(pick)
        self.show_folder(folder)

    def show_folder(self, folder: Path) -> None:
        """Show a folder, its end first if it is long."""
        self.folder = folder
        self.box.setText(str(folder))
        self.box.setToolTip(str(folder))

    def ask(self) -> None:
        """Ask for a folder."""
        asked = ask_for_folder(self, self.folder)
        asked.fileSelected.connect(lambda path: self.chosen.emit(Path(path)))
        asked.open()


def ask_for_folder(parent: QWidget, start: Path) -> QFileDialog:
    """Return the question for a folder, not asked yet."""
    there = next((path for path in (start, *start.parents) if path.is_dir()), Path.home())
    asked = QFileDialog(parent, "登记簿放在哪个文件夹", str(there))
    asked.setFileMode(QFileDialog.FileMode.Directory)
    asked.setOption(QFileDialog.Option.ShowDirsOnly)
    return asked
