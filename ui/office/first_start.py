"""The welcome: whose register this is, where it shall live, and what to begin with."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.founding import Owner, Wanted, found, survey
from qyclient.premises.kinds import Unsure
from qyclient.reopening import open_restored
from qyclient.safekeeping.backup import Backup
from qyclient.safekeeping.sealing import Guard
from ui.kit.banner import Banner
from ui.kit.icons import icon
from ui.kit.jobs import Jobs
from ui.office.area_dialog import AreaDialog
from ui.office.folder_line import FolderLine
from ui.office.from_backup import FromBackup
from ui.office.guard_dialog import GuardDialog
from ui.office.offers import Told, beside_each_other
from ui.office.offices import Offices
from ui.office.opening import Opening

_SIZE = (640, 640)
BRING_IN = "bring_in"


class FirstStart(QDialog):
    """`begun` carries where the register is, who opens it, and an action to begin with.

    Nothing is made until one of the offers is pressed, and nothing if it is refused.
    """

    begun = Signal(object, object, str)
    sampled = Signal()

    def __init__(self, jobs: Jobs, opening: Opening, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("欢迎使用")
        self.jobs, self.opening = jobs, opening
        self._last = ""
        self._guard: Guard | None = None
        self.banner = Banner()
        self.offices, self.place = Offices(), FolderLine(opening.folder)
        self.add = QPushButton(icon("add"), "添加其他地区…")
        self.add.setProperty("role", "link")
        self.add.clicked.connect(lambda _checked: self.ask_area())
        self.place.chosen.connect(self.look_at)
        self.blank, self.bring, self.sample = QPushButton(), QPushButton(), QPushButton()
        self.back = FromBackup()
        self.back.wrong.connect(self.banner.say)
        self.back.picked.connect(self._restore)
        self.later = QPushButton("以后再说")
        self.later.clicked.connect(lambda _checked: self.reject())
        self._lay_out()
        self.resize(*_SIZE)
        self.look_at(opening.folder)

    def look_at(self, picked: Path) -> None:
        """See whether a register can be made in a folder, and whose is there already."""
        self._allow(False)
        self.jobs.do(partial(survey, picked), self._seen, partial(self._unfit, picked))

    def ask_area(self) -> None:
        """Ask for an area that is not in the list."""
        asked = AreaDialog(self.opening.clock().date(), self)
        asked.given.connect(self.offices.add_area)
        asked.open()

    def ask_guard(self, action: str = "") -> None:
        """Ask who opens the register with which password, then make it."""
        today, name = self.opening.clock().date(), self.opening.operator
        asked = GuardDialog(self.jobs, name, today, self, is_new=True)
        asked.guarded.connect(lambda guard, _wipe: self.establish(action, guard=guard))
        asked.declined.connect(partial(self.establish, action))
        asked.open()

    def establish(
        self, action: str = "", *, on_stick: bool = False, guard: Guard | None = None
    ) -> None:
        """Make the register the chosen office's, then go on with an action."""
        code, added = self.offices.chosen
        self._last, self._guard = action, guard
        wanted = Wanted(code, added, on_stick=on_stick, guard=guard)
        at = self.opening.at(self.place.folder)
        self._allow(False)
        opener = partial(found, at.folder, at.operator, at.clock, wanted)
        self.begun.emit(at, opener, action)

    def refuse(self, no: Refused) -> None:
        """Say why it was not made, and what can be done instead."""
        self._allow(True)
        if isinstance(no, Unsure):
            go = partial(self.establish, self._last, on_stick=True, guard=self._guard)
            self.banner.say(str(no), "仍然放在这里", go)
            self.banner.offer_other("另选文件夹…", self.place.ask)
        else:
            self.banner.say(str(no), "另选文件夹…", self.place.ask)

    def _restore(self, backup: Backup) -> None:
        at = self.opening.at(self.place.folder)
        opener = partial(open_restored, at.folder, at.operator, at.clock, backup)
        self.begun.emit(at, opener, "")

    def _seen(self, found_there: tuple[Path, Owner | None]) -> None:
        folder, owner = found_there
        self.place.show_folder(folder)
        self._allow(owner is None)
        if owner is None:
            self.banner.say("")
            return
        self.offices.choose(owner.area_code)
        self.banner.say(
            f"这个文件夹里已有{owner.name}的登记数据。", "打开它", self._open, tone="plain"
        )
        self.banner.offer_other("另选文件夹…", self.place.ask)

    def _unfit(self, picked: Path, no: Refused) -> None:
        self.place.show_folder(picked)
        self.refuse(no)
        self._allow(isinstance(no, Unsure))

    def _open(self) -> None:
        at = self.opening.at(self.place.folder)
        self.begun.emit(at, None, "")

    def _allow(self, free: bool) -> None:
        for button in (self.blank, self.bring, self.back):
            button.setEnabled(free)
            button.setToolTip("" if free else "先选好放登记簿的文件夹")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        column.addWidget(self.banner)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 4, 20, 0)
        inner.setSpacing(4)
        inner.addWidget(_heading("1　本机关（写在名册、报表和证书上，选定后不能改）"))
        inner.addWidget(self.offices, 1)
        inner.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(_heading("2　登记簿放在"))
        inner.addWidget(self.place)
        inner.addWidget(_heading("3　怎样开始"))
        inner.addLayout(self._offers())
        inner.addSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.later)
        inner.addLayout(foot)
        column.addLayout(inner, 1)

    def _offers(self) -> QGridLayout:
        told: Sequence[Told] = (
            (self.blank, "空白登记簿", "add", "从头逐个登记", self.ask_guard),
            (
                self.bring,
                "导入我的台账",
                "import",
                "建好后接着导入 Excel 台账",
                partial(self.ask_guard, BRING_IN),
            ),
            (
                self.sample,
                "先看样例县",
                "search",
                "编造的数据，随时可删",
                self.sampled.emit,
            ),
        )
        return beside_each_other(told)


def _heading(text: str) -> QLabel:
    heading = QLabel(text)
    heading.setProperty("role", "heading")
    return heading
