"""Starting the window: fonts, style, language, input of Chinese, and what to do about a bug."""

import logging
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QDir, QLibraryInfo, QLocale, QObject, QTimer, QTranslator, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from qyclient.assets import asset
from qyclient.premises.memory import Memory
from ui.kit import fonts
from ui.kit.icons import icon
from ui.kit.notices import CrashDialog
from ui.main_window import MainWindow
from ui.manual.key import HelpKey
from ui.office.opening import Opening
from ui.tabs import make_manual
from ui.windows import Windows

STYLE = ("-style", "Fusion")
"""As words of the command line: asked of Qt, the style would be wrapped before the first paint."""

_POINTS = 10.5
_log = logging.getLogger(__name__)


def run(
    folder: Path, operator: str, clock: Callable[[], datetime], memory: Memory | None = None
) -> int:
    """Open the window on a register and stay until it is closed."""
    app = make_application()
    windows = Windows(Opening(folder, operator, clock, memory))
    window = windows.show_own()
    apologies = Apologies(window, folder)
    window.jobs.crashed.connect(apologies.apologize)
    sys.excepthook = apologies.hook
    QTimer.singleShot(0, window, partial(_load_rare_characters, window))
    try:
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__


def make_application() -> QApplication:
    """Return the application with our style, fonts and language."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return dressed(running)
    mend_input()
    return dressed(QApplication([*sys.argv[:1], *STYLE]))


def dressed(app: QApplication) -> QApplication:
    """Give an application our style, fonts and language."""
    if app.property("dressed"):
        return app
    app.setProperty("dressed", True)
    HelpKey(app, make_manual)
    app.setApplicationName("qyclient")
    app.setApplicationDisplayName("")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)
    fonts.add(fonts.file_of(fonts.TEXT))
    font = QFont()
    font.setFamilies(fonts.FAMILIES)
    font.setPointSizeF(_POINTS)
    app.setFont(font)
    app.setPalette(fonts.palette())
    app.setWindowIcon(icon("program"))
    QDir.addSearchPath("icons", str(asset("icons")))
    app.setStyleSheet(asset("style.qss").read_text("utf-8"))
    return app


def mend_input() -> None:
    """Let people type Chinese where the desktop asks for fcitx: Qt's wheels only speak ibus."""
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"


class Apologies(QObject):
    """Shows a crash once at a time, and writes it to the log."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self._open: CrashDialog | None = None

    def hook(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        """Take what nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
            return
        _log.error("nobody caught this", exc_info=bug)
        self.apologize(bug)

    def apologize(self, bug: BaseException) -> None:
        """Say sorry; while one apology is open, others go to the log only."""
        if self._open is None:
            self._open = CrashDialog(bug, str(self._folder), self._window)
            self._open.finished.connect(lambda _result: self._forget())
            self._open.open()

    def _forget(self) -> None:
        self._open = None


class _Arrival(QObject):
    """Brings the file of a font from the worker to the UI thread."""

    arrived = Signal(object)


def _load_rare_characters(window: MainWindow) -> None:
    """Add the large font of rare characters once the window is up."""
    arrival = _Arrival(window)
    arrival.arrived.connect(fonts.add)
    worker = ThreadPoolExecutor(1, "fonts")
    worker.submit(lambda: arrival.arrived.emit(fonts.file_of(fonts.RARE)))
    worker.shutdown(wait=False)
