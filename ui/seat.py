"""What is asked in front of a window until its register is open."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog

from qyclient.errors import Locked, NothingThere, Refused
from qyclient.premises.memory import usual_folder
from ui.kit.tab import Visit
from ui.main_window import MainWindow
from ui.office.opening import Opening
from ui.tabs import (
    load_rooms,
    make_first_start,
    make_gone,
    make_unlock,
    open_register,
)

_BODIES = "社会组织"


class Seat(QObject):
    """Shows the welcome where there was no register yet, and asks where one has gone.

    `settled` tells where the register is that was opened; `sampled` asks for the sample county.
    """

    settled = Signal(object)
    sampled = Signal()

    def __init__(self, window: MainWindow, opening: Opening) -> None:
        super().__init__(window)
        self._window, self._opening = window, opening
        self._tried, self._action = opening, ""
        self.asking: QDialog | None = None
        window.jobs.shut.connect(self._shut)
        window.begun.connect(self._begun)

    def _shut(self, no: Refused) -> None:
        if isinstance(no, Locked):
            self._ask_key(no.file)
        elif self.asking is not None:
            self.asking.refuse(no)  # type: ignore[attr-defined]  # both dialogs can
        elif isinstance(no, NothingThere) and self._opening.remembered:
            self._ask_where()
        elif isinstance(no, NothingThere):
            self._welcome(self._opening)

    def _begun(self) -> None:
        if self.asking is not None:
            self.asking.accept()
        self._opening = self._tried
        self.settled.emit(self._opening)
        if self._action:
            self._window.visit(_BODIES, Visit(action=self._action))
            self._action = ""

    def _ask_key(self, file: Path) -> None:
        asked = make_unlock(self._window.jobs, file, self._opening.clock().date(), self._window)
        asked.opened.connect(self._window.jobs.again)
        self._ask(asked, "登记簿已加密", self._window.jobs.again)
        self._window.jobs.do(load_rooms)

    def _ask_where(self) -> None:
        gone = make_gone(self._opening.folder, self._window)
        gone.again.connect(partial(self._try, self._opening))
        gone.elsewhere.connect(self._look_in)
        gone.anew.connect(self._start_anew)
        self._ask(gone, "登记簿不在原来的地方")

    def _look_in(self, folder: Path) -> None:
        self._try(self._opening.at(folder))

    def _start_anew(self) -> None:
        self._welcome(self._opening.at(usual_folder()))

    def _welcome(self, opening: Opening) -> None:
        welcome = make_first_start(self._window.jobs, opening, self._window)
        welcome.begun.connect(self._try)
        welcome.sampled.connect(self.sampled)
        self._ask(welcome, "还没有登记簿")

    def _ask(self, dialog: QDialog, waiting: str, go: Callable[[], None] | None = None) -> None:
        if self.asking is not None:
            self.asking.reject()
        self.asking = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._left(dialog))
        self._window.line.say("")
        again = go or partial(self._try, self._opening)
        self._window.tabs.say(waiting, "", "现在就打开…" if go else "现在就开始…", again)
        dialog.open()

    def _left(self, dialog: QDialog) -> None:
        if self.asking is dialog:
            self.asking = None

    def _try(self, opening: Opening, opener: object = None, action: str = "") -> None:
        self._tried, self._action = opening, action
        usual = partial(open_register, opening.folder, opening.operator, opening.clock)
        self._window.open(opener if callable(opener) else usual)
