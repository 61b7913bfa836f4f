"""From nothing to the first paint, and to the first rows, against a bare window with a table."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.figures import Figure

_ROOT = Path(__file__).parents[2]
_RUNS = 7

_WATCH = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QTableView
class Watch(QObject):
    def __init__(self, ready):
        super().__init__()
        self.ready, self.painted = ready, 0.0
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            QTimer.singleShot(0, self.note)
            self.painted = time.time()
        return False
    def note(self):
        self.timer = QTimer()
        self.timer.timeout.connect(self.look)
        self.timer.start(2)
    def look(self):
        if self.ready():
            print(self.painted, time.time(), flush=True)
            QApplication.instance().exit()
            self.timer.stop()
"""
_BARE = (
    _WATCH
    + """
from PySide6.QtGui import QStandardItemModel
app = QApplication(sys.argv)
view = QTableView()
model = QStandardItemModel(50, 12)
view.setModel(model)
view.resize(1360, 820)
watch = Watch(lambda: True)
app.installEventFilter(watch)
view.show()
app.exec()
"""
)
_OURS = (
    _WATCH
    + """
from datetime import datetime
from functools import partial
from ui.application import make_application
from ui.main_window import MainWindow
from ui.tabs import open_register
app = make_application()
window = MainWindow(partial(open_register, __import__("pathlib").Path(sys.argv[1]), "基准",
                            lambda: datetime.now().astimezone()))
def full():
    window.visit_title("社会组织")
    return any(view.model() and view.model().rowCount() and
               view.model().index(0, 0).data() not in (None, "", "…")
               for view in window.findChildren(QTableView))
watch = Watch(full)
app.installEventFilter(watch)
window.show()
app.exec()
window.close()
"""
)


def figures(folder):
    """Start both in turn."""
    bare, ours = [], []
    for _ in range(_RUNS):
        bare.append(_start(_BARE))
        ours.append(_start(_OURS, str(folder)))
    raw = median(paint for paint, _rows in bare)
    return [
        Figure("first paint of the frame", median(paint for paint, _ in ours), raw, 1.5),
        Figure("first rows of the register", median(rows for _, rows in ours), raw, 4),
    ]


def _start(program, *words):
    began = time.time()
    said = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=_ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "", "HOME": str(Path.home())},
        capture_output=True,
        text=True,
        check=True,
    )
    painted, full = map(float, said.stdout.split())
    return painted - began, full - began
