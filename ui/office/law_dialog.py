"""法规和期限…: the rules the program judges by, the work days it counts, who must be two."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.office.eyes_panel import EyesPanel
from ui.office.holidays_panel import HolidaysPanel
from ui.office.rules_panel import RulesPanel

_SIZE = (1180, 680)


class LawDialog(QDialog):
    """Everybody may look; the administrator changes, and the history keeps what it was."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("法规和期限")
        self.banner = Banner()
        self.rules = RulesPanel(jobs, self.banner)
        self.holidays = HolidaysPanel(jobs, self.banner)
        self.eyes = EyesPanel(jobs, self.banner)
        self.pages = QTabWidget()
        self.pages.addTab(self.rules, "规则")
        self.pages.addTab(self.holidays, "放假安排")
        self.pages.addTab(self.eyes, "双人复核")
        self.pages.currentChanged.connect(lambda _page: self.banner.say(""))
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 8, 16, 12)
        inner.addWidget(self.pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addLayout(inner)
        self.resize(*_SIZE)
