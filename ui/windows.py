"""The windows of the program: the office's own register, and the sample county beside it."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from qyclient.errors import Refused
from qyclient.premises.memory import sample_folder
from ui.kit.notices import question
from ui.main_window import MainWindow
from ui.office.opening import Opening
from ui.seat import Seat
from ui.tabs import (
    make_where_dialog,
    open_encrypted,
    open_register,
    open_restored,
    open_sample,
    show_texts,
    throw_away_sample,
)


class Windows(QObject):
    """At most one window of each register; neither knows of the other's data."""

    def __init__(self, opening: Opening, sample: Path | None = None) -> None:
        super().__init__()
        self._opening = opening
        self._folder = sample or sample_folder()
        self.own: MainWindow | None = None
        self.sample: MainWindow | None = None

    def show_own(self) -> MainWindow:
        """Bring the office's own register to the front."""
        if self.own is None or not self.own.isVisible():
            at = self._opening
            self.own = self._made(partial(open_register, at.folder, at.operator, at.clock))
        return _raised(self.own)

    def restore_own(self, backup: object) -> None:
        """Close the own register, put a backup in its place, and show what it has become."""
        at = self._opening
        if self.own is not None:
            self.own.close()
        self.own = self._made(partial(open_restored, at.folder, at.operator, at.clock, backup))
        _raised(self.own)

    def encrypt_own(self, guard: object, wipe: bool) -> None:
        """Close the own register, encrypt it, and show what it has become."""
        at = self._opening
        if self.own is not None:
            self.own.close()
        opener = partial(open_encrypted, at.folder, at.operator, at.clock, guard, wipe)
        self.own = self._made(opener)
        _raised(self.own)

    def show_sample(self) -> MainWindow:
        """Bring the sample county to the front, made first if it is not there."""
        if self.sample is None or not self.sample.isVisible():
            at = self._opening.at(self._folder)
            self.sample = MainWindow(partial(open_sample, at.folder, at.operator, at.clock))
            self.sample.setWindowTitle("样例县 — 社会组织登记与购买服务")
            self.sample.tabs.add_menu("样例县", self._sample_menu(self.sample))
        return _raised(self.sample)

    def ask_to_end(self) -> None:
        """Ask whether the sample county shall be thrown away."""
        asked = question(
            self.sample,
            "结束试用并删除样例县吗？",
            "结束试用并删除",
            more="样例县里试着录入的内容一并删除。本局的登记簿不受影响。",
        )
        asked.accepted.connect(self.end_trial)
        asked.open()

    def end_trial(self) -> None:
        """Throw the sample county away, and go back to the welcome or the own register."""
        if self.sample is not None:
            self.sample.close()
            self.sample.deleteLater()
            self.sample = None
        own = self.show_own()
        own.jobs.do(partial(throw_away_sample, self._folder), partial(self._ended, own))

    def _ended(self, own: MainWindow, _nothing: object) -> None:
        own.line.say("样例县已删除；本局的登记簿没有动过。")

    def _made(self, opener: Callable[[], Any]) -> MainWindow:
        window = MainWindow(opener)
        window.begun.connect(partial(self._hear, window))
        self._seat = Seat(window, self._opening)  # held here: a signal does not keep its listener
        self._seat.settled.connect(self._settle)
        self._seat.sampled.connect(self.show_sample)
        menu = _menu(window)
        menu.addAction("打开样例县", self.show_sample)
        window.tabs.add_menu("登记簿", menu)
        return window

    def _hear(self, window: MainWindow) -> None:
        window.desk.safe.restoring.connect(self.restore_own)
        window.desk.safe.sealing.connect(self.encrypt_own)

    def _settle(self, opening: Opening) -> None:
        self._opening = opening
        if self.own is not None:
            try:
                opening.keep()
            except Refused as no:  # it is only asked for again the next time
                self.own.line.refuse(no)

    def _sample_menu(self, window: MainWindow) -> QMenu:
        menu = _menu(window)
        menu.addAction("回到本局", self.show_own)
        menu.addAction("结束试用并删除样例…", self.ask_to_end)
        return menu


def _menu(window: MainWindow) -> QMenu:
    """Return what every window offers of its register; without one, only where it would be."""
    menu = QMenu(window)
    menu.addAction("登记簿在哪里…", partial(_say_where, window))
    for text, show in _OF_THE_REGISTER.items():
        menu.addAction(text, partial(_show, window, show))
    menu.addSeparator()
    return menu


def _show(window: MainWindow, show: Callable[[MainWindow], None]) -> None:
    if window.known:
        show(window)


def _say_where(window: MainWindow) -> None:
    try:
        make_where_dialog(window.jobs.workspace.folder, window).open()
    except Refused as no:
        window.line.refuse(no)


_OF_THE_REGISTER: Mapping[str, Callable[[MainWindow], None]] = {
    "经办人…": lambda window: window.counter.keep_staff(),
    "本机关…": lambda window: window.desk.show_office(window),
    "文号…": lambda window: window.desk.show_series(window),
    "法规和期限…": lambda window: window.desk.show_law(window),
    "文书样式…": lambda window: show_texts(window.jobs, window),
    "加密和恢复单…": lambda window: window.desk.safe.seal(),
    "备份和恢复…": lambda window: window.desk.safe.show(),
}
"""What is kept of the office itself, by what the menu calls it."""


def _raised(window: MainWindow) -> MainWindow:
    window.show()
    window.raise_()
    window.activateWindow()
    return window
