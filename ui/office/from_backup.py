"""从备份恢复…: a computer that is new begins with the backup of the old one."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton

from qyclient.safekeeping.backup import told_of


class FromBackup(QPushButton):
    """`picked` carries a backup, `wrong` why a file is none."""

    picked = Signal(object)
    wrong = Signal(str)

    def __init__(self) -> None:
        super().__init__("从备份恢复…")
        self.setProperty("role", "link")
        self.setAutoDefault(False)
        self.setToolTip("电脑换了、硬盘坏了：选 U 盘上最近的一份备份（登记簿_….db）")
        self.clicked.connect(lambda _checked: self.ask())

    def ask(self) -> None:
        """Ask for the file of a backup."""
        asked = QFileDialog(self, "选一份备份", "", "登记簿的备份 (*.db)")
        asked.fileSelected.connect(lambda name: self.pick(Path(name)))
        asked.open()

    def pick(self, path: Path) -> None:
        """Take a file for a backup, if it is one."""
        if (backup := told_of(path)) is None:
            self.wrong.emit(f"“{path.name}”旁边没有备份说明（.json），不是备份；请另选。")
        else:
            self.picked.emit(backup)
