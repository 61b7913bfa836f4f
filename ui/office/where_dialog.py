"""登记簿在哪里: the folder, what sort of place it is, and a way to open it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qyclient.premises.kinds import place_of
from qyclient.premises.machine import facts_of
from ui.kit.banner import Banner
from ui.kit.icons import icon

_WIDTH = 560


class WhereDialog(QDialog):
    """Shows and opens; to move a register, its folder is moved while the program is closed."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("登记簿在哪里")
        self.setMinimumWidth(_WIDTH)
        self.folder = folder.absolute()
        place = place_of(facts_of(folder))
        self.banner = Banner()
        self.path = QLabel(str(self.folder))
        self.path.setAccessibleName("登记簿所在的文件夹")
        self.path.setWordWrap(True)
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        kind = QLabel(f"在{place.kind.value}上。全部登记数据是其中的 register.db。")
        moving = QLabel(
            "要换地方：先关闭程序，把整个文件夹搬过去，再打开程序，按“选择其他文件夹…”指给它。"
        )
        for label in (kind, moving):
            label.setProperty("role", "hint")
            label.setWordWrap(True)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(12)
        for part in (self.path, kind, moving):
            inner.addWidget(part)
        inner.addLayout(self._foot())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addLayout(inner)
        self.banner.say(place.warning)

    def open_folder(self) -> None:
        """Show the folder in the desktop's own file browser."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))):
            self.banner.say(f"没有打开文件管理器；请自己打开 {self.folder}。")

    def _foot(self) -> QHBoxLayout:
        show, leave = QPushButton(icon("folder"), "打开文件夹"), QPushButton("关闭")
        show.clicked.connect(lambda _checked: self.open_folder())
        leave.clicked.connect(lambda _checked: self.reject())
        row = QHBoxLayout()
        row.addStretch()
        for button in (show, leave):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row
