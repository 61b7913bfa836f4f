"""The register is not where it was: look again, choose another folder, or start anew."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from qyclient.errors import Refused
from ui.kit.banner import Banner
from ui.office.folder_line import ask_for_folder

_WIDTH = 560


class Gone(QDialog):
    """Nothing is made here: `again` and `anew` are asked for, `elsewhere` carries a folder."""

    again = Signal()
    elsewhere = Signal(object)
    anew = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("登记簿不在原来的地方")
        self.setMinimumWidth(_WIDTH)
        self.folder = folder
        self.banner = Banner()
        told = QLabel(
            f"上次用的登记簿在“{folder}”，现在那里找不到了。可能是 U 盘没有插，"
            "也可能是文件夹改了名或搬走了。数据没有改动，也没有另建新的。"
        )
        told.setWordWrap(True)
        look, choose = QPushButton("再找一次"), QPushButton("选择其他文件夹…")
        start = QPushButton("重新开始…")
        look.setProperty("role", "primary")
        look.setToolTip("插好 U 盘或把文件夹放回去以后按这里")
        choose.setToolTip("登记簿搬到了别处：选放着 register.db 的文件夹")
        start.setToolTip("另建一份登记簿；原来的不动")
        look.clicked.connect(lambda _checked: self.again.emit())
        choose.clicked.connect(lambda _checked: self.choose())
        start.clicked.connect(lambda _checked: self.anew.emit())
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(12)
        for part in (told, look, choose, start):
            inner.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addLayout(inner)

    def choose(self) -> None:
        """Ask where it is now."""
        asked = ask_for_folder(self, self.folder)
        asked.fileSelected.connect(lambda path: self.elsewhere.emit(Path(path)))
        asked.open()

    def refuse(self, no: Refused) -> None:
        """Say that it is not there either, or why it cannot be opened."""
        self.banner.say(str(no))
