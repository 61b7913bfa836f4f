"""The windows of the program: the office's own register, and the sample county beside it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from qyclient.errors import Refused
from qyclient.premises.memory import sample_folder
from ui.kit.notices import question
from ui.main_window import MainWindow
from ui.office.opening import Opening
from ui.office.where_dialog import WhereDialog
from ui.seat import Seat
from ui.tabs import open_register, open_sample, throw_away_sample


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
            self.own = MainWindow(partial(open_register, at.folder, at.operator, at.clock))
            self._seat = Seat(self.own, at)  # held here: a signal does not keep its listener
            self._seat.settled.connect(self._settle)
            self._seat.sampled.connect(self.show_sample)
            self.own.tabs.add_menu("登记簿", self._own_menu(self.own))
        return _raised(self.own)

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

    def _settle(self, opening: Opening) -> None:
        self._opening = opening
        if self.own is not None:
            try:
                opening.keep()
            except Refused as no:  # it is only asked for again the next time
                self.own.line.refuse(no)

    def _own_menu(self, window: MainWindow) -> QMenu:
        menu = QMenu(window)
        menu.addAction("登记簿在哪里…", partial(self._say_where, window))
        menu.addAction("经办人…", partial(self._keep_staff, window))
        menu.addAction("本机关…", partial(self._show_office, window))
        menu.addSeparator()
        menu.addAction("打开样例县", self.show_sample)
        return menu

    def _sample_menu(self, window: MainWindow) -> QMenu:
        menu = QMenu(window)
        menu.addAction("登记簿在哪里…", partial(self._say_where, window))
        menu.addAction("经办人…", partial(self._keep_staff, window))
        menu.addAction("本机关…", partial(self._show_office, window))
        menu.addSeparator()
        menu.addAction("回到本局", self.show_own)
        menu.addAction("结束试用并删除样例…", self.ask_to_end)
        return menu

    def _say_where(self, window: MainWindow) -> None:
        try:
            WhereDialog(window.jobs.workspace.folder, window).open()
        except Refused as no:
            window.line.refuse(no)

    def _keep_staff(self, window: MainWindow) -> None:
        if window.known:  # else there is no register yet whose operators could be listed
            window.counter.keep_staff()

    def _show_office(self, window: MainWindow) -> None:
        if window.known:  # as above
            window.desk.show_office(window)


def _raised(window: MainWindow) -> MainWindow:
    window.show()
    window.raise_()
    window.activateWindow()
    return window
