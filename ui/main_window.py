"""The window: a frame for tabs and one line to speak in."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from ui.kit.frame import Frame
from ui.kit.jobs import Jobs
from ui.kit.status import StatusLine
from ui.kit.tab import Tab, Visit
from ui.tabs import TABS, add_finder, make_desk, make_tab, room_of


class MainWindow(QMainWindow):
    """Paints its frame at once, opens the register in a worker, makes a tab when it is visited."""

    begun = Signal()

    def __init__(self, opener: Callable[[], Any]) -> None:
        super().__init__()
        self.setWindowTitle("社会组织登记与购买服务")
        self.jobs = Jobs(self)
        self.line = StatusLine(self.jobs, self)
        self.setStatusBar(self.line)
        self.tabs = Frame(TABS, "正在打开登记数据…")
        self._made, self.known = dict[str, Tab](), False
        self.tabs.moved.connect(self._visit_current)
        self.setCentralWidget(self.tabs)
        self.resize(1360, 820)
        self.jobs.shut.connect(self.tabs.refuse)
        self.tabs.painted.connect(lambda: self.open(opener))

    def open(self, opener: Callable[[], Any]) -> None:
        """Open a register, or say why not."""
        self.jobs.open(opener, self._opened)

    def tab(self, title: str) -> Tab:
        """Return a room, made if it is not there yet; the title of a tab means its first room."""
        if (room := room_of(title)) not in self._made:
            tab = self._made[room] = make_tab(room, self.jobs)
            tab.counted.connect(self.line.counts.setText)
            tab.wants.connect(self.visit)
            self.tabs.place(room, tab)
        return self._made[room]

    def visit_title(self, title: str) -> None:
        """Go to a tab."""
        self.tabs.go_to(title)

    def visit(self, title: str, visit: Visit) -> None:
        """Go to a tab for what another tab wanted there."""
        self.visit_title(title)
        self.tab(title).visit(visit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the last job finish, unseen."""
        self.hide()
        self.jobs.close()
        super().closeEvent(event)

    def _opened(self, _workspace: object) -> None:
        self.desk = make_desk(self.jobs, self._begin)

    def _begin(self) -> None:
        self.known = True
        self.setWindowTitle(self.desk.title())
        self.counter = self.desk.sit(self.line, self)
        self.finder = add_finder(self.jobs, self.tabs, self.visit)
        self._visit_current()
        self.begun.emit()

    def _visit_current(self) -> None:
        if self.known:
            tab = self.tab(self.tabs.title)
            tab.start()
            tab.setFocus()  # its shortcuts work where the focus is
            self.line.counts.setText(tab.counts)
