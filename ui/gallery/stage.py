"""Where pictures are taken: a window that waits until everything has come, and a camera."""

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.kit.record_tab import RecordTab
from ui.main_window import MainWindow
from ui.office.opening import Opening

_QUIET_MS = 450
"""Longer than what people's typing is waited for, and than what a slow job shows itself after."""
_PATIENCE_S = 60.0
_VEIL = QColor(20, 30, 40, 70)
_TITLE = 28
_TITLE_GROUND, _TITLE_INK = QColor("#39434e"), QColor("#ffffff")


class Stage:
    """Plays scenes in a window; every picture is drawn in every scale."""

    def __init__(
        self, window: MainWindow, opening: Opening, output: Path, scales: Sequence[float]
    ) -> None:
        self.window, self._output, self._scales = window, output, scales
        self.folder, self.clock = opening.folder, opening.clock
        self._heard = 0
        window.jobs.busy.connect(self._hear)
        for scale in scales:
            self._folder(scale).mkdir(parents=True, exist_ok=True)

    def play(self, name: str, scene: Callable[["Stage"], QWidget]) -> None:
        """Set a scene, take its picture, and clear the stage."""
        shown = scene(self)
        for scale in self._scales:
            picture = _framed(self.window, shown, scale)
            picture.save(str(self._folder(scale) / f"{name}.png"))
        self.clear()

    def tab(self, title: str) -> RecordTab:
        """Go to a tab of records and wait until it is full."""
        self.window.visit_title(title)
        self.wait()
        tab = self.window.tab(title)
        if not isinstance(tab, RecordTab):
            raise TypeError(title)
        return tab

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """Return the dialog that was just opened."""
        return next(
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, kind) and one.isVisible()
        )

    def wait(self) -> None:
        """Let jobs, timers and paint come to rest."""
        began = monotonic()
        while monotonic() - began < _PATIENCE_S:
            before = self._heard
            loop = QEventLoop()
            QTimer.singleShot(_QUIET_MS, loop.quit)
            loop.exec()
            if self.window.jobs.idle and self._heard == before:
                return

    def clear(self) -> None:
        """Close whatever stands in front of the window, without asking."""
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible():
                QDialog.reject(one)
                one.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def _hear(self, _jobs: int) -> None:
        self._heard += 1

    def _folder(self, scale: float) -> Path:
        return self._output / f"{scale:.0%}".removesuffix("%")


def _framed(window: QWidget, shown: QWidget, scale: float) -> QPixmap:
    """Return the window, with a dialog in the middle of it where one is open."""
    picture = QPixmap(_with_title(window) * scale)
    picture.setDevicePixelRatio(scale)
    window.render(picture, QPoint(0, _TITLE))
    painter = QPainter(picture)
    _draw_title(painter, window.windowTitle(), QRect(0, 0, window.width(), _TITLE))
    if shown is not window:
        painter.fillRect(QRect(QPoint(0, 0), _with_title(window)), _VEIL)
        place = QRect(QPoint(0, 0), _with_title(shown))
        place.moveCenter(QRect(QPoint(0, 0), _with_title(window)).center())
        _draw_title(
            painter, shown.windowTitle(), QRect(place.topLeft(), QSize(shown.width(), _TITLE))
        )
        painter.end()
        shown.render(picture, place.topLeft() + QPoint(0, _TITLE))
    else:
        painter.end()
    return picture


def _with_title(widget: QWidget) -> QSize:
    return widget.size() + QSize(0, _TITLE)


def _draw_title(painter: QPainter, title: str, where: QRect) -> None:
    """Draw what the desktop draws above a window."""
    painter.fillRect(where, _TITLE_GROUND)
    painter.setPen(_TITLE_INK)
    painter.drawText(where.adjusted(12, 0, -12, 0), Qt.AlignmentFlag.AlignVCenter, title)
