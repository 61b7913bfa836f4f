"""Run inside the program under test: tells where what one sees is, so that a mouse can go there.

Nothing is pressed from here: the journey clicks and types through the X server like a person.
"""

import json
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
)

from ui import application

_LOOK_MS = 60
_DOT = 12


class Eyes(QObject):
    """Writes down every few moments what can be pressed or typed into, and where it is."""

    def __init__(self, path):
        super().__init__()
        self._path = path
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)

    def look(self):
        seen = {}
        active = QApplication.activeModalWidget() or QApplication.activeWindow()
        for widget in QApplication.allWidgets():
            hidden = not widget.isVisible() or widget.visibleRegion().isEmpty()
            if hidden or (active and widget.window() is not active):
                continue
            for name, point in _named(widget):
                seen.setdefault(name, [point.x(), point.y()])
        focus = QApplication.focusWidget()
        seen["typed"] = _typed(focus)
        seen["focus"] = focus.objectName() if focus else ""
        partial_ = self._path.with_suffix(".part")
        partial_.write_text(json.dumps(seen, ensure_ascii=False), "utf-8")
        partial_.replace(self._path)


def _typed(widget):
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def _named(widget):
    middle = widget.mapToGlobal(widget.rect().center())
    if isinstance(widget, QRadioButton):  # it is as wide as its column, and hit only on its words
        middle = widget.mapToGlobal(QPoint(_DOT, widget.height() // 2))
    if isinstance(widget, QAbstractButton) and widget.isEnabled() and widget.text():
        yield widget.text().replace("&", ""), middle
    elif isinstance(widget, (QLineEdit, QComboBox, QPlainTextEdit)) and widget.objectName():
        yield f"#{widget.objectName()}", middle
    elif isinstance(widget, QTabBar):
        for n in range(widget.count()):
            yield widget.tabText(n), widget.mapToGlobal(widget.tabRect(n).center())
    elif isinstance(widget, QAbstractItemView) and widget.model() and widget.model().rowCount():
        first = widget.visualRect(widget.model().index(0, 0)).center()
        yield "first row", widget.viewport().mapToGlobal(QPoint(40, first.y()))


def main():
    folder, written = map(Path, sys.argv[1:3])
    now = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    application.make_application()
    eyes = Eyes(written)
    sys.exit(partial(application.run, folder, "张三", lambda: now)() or (eyes and 0))


if __name__ == "__main__":
    main()
