"""The window: a frame for tabs and one line to speak in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from qyclient.errors import Refused
from ui.kit.frame import Frame
from ui.kit.jobs import Jobs
from ui.kit.status import StatusLine
from ui.kit.tab import Tab, Visit
from ui.tabs import TABS, make_desk, make_tab

if TYPE_CHECKING:
    from qyclient.workspace import Workspace


class MainWindow(QMainWindow):
    """Paints its frame at once, opens the register in a worker, makes a tab when it is visited."""

    def __init__(self, opener: Callable[[], "Workspace"]) -> None:
        super().__init__()
        self.setWindowTitle("社会组织登记与购买服务")
        self.jobs = Jobs(self)
        self.line = StatusLine(self.jobs, self)
        self.setStatusBar(self.line)
        self.tabs = Frame([*TABS], "正在打开登记数据…")
        self._made: dict[str, Tab] = {}
        self.known = False
        self.tabs.currentChanged.connect(lambda _number: self._visit_current())
        self.setCentralWidget(self.tabs)
        self.resize(1360, 820)
        self.jobs.open(opener, self._opened, self._shut)

    def tab(self, title: str) -> Tab:
        """Return a tab, made if it is not there yet."""
        if title not in self._made:
            tab = self._made[title] = make_tab(title, self.jobs)
            tab.counted.connect(self.line.counts.setText)
            tab.wants.connect(self.visit)
            self.tabs.place(title, tab)
        return self._made[title]

    def visit_title(self, title: str) -> None:
        """Go to a tab."""
        self.tabs.go_to(title)

    def visit(self, title: str, visit: Visit) -> None:
        """Go to a tab for what another tab wanted there."""
        self.visit_title(title)
        self.tab(title).visit(visit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the last job finish."""
        self.jobs.close()
        super().closeEvent(event)

    def _opened(self, workspace: "Workspace") -> None:
        self.line.operator.setText(f"经办人：{workspace.operator}")
        self.desk = make_desk(self.jobs)
        self.desk.known.connect(self._begin)
        self.desk.look(self)

    def _begin(self) -> None:
        self.known = True
        self.setWindowTitle(self.desk.title())
        self._visit_current()

    def _visit_current(self) -> None:
        if self.known:
            tab = self.tab(self.tabs.title)
            tab.start()
            tab.setFocus()  # its shortcuts work where the focus is
            self.line.counts.setText(tab.counts)

    def _shut(self, no: Refused) -> None:
        self.line.refuse(no)
        self.tabs.say("登记数据打不开", str(no))
