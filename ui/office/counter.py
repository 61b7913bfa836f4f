"""Who sits at the window: shown in its bottom line, changed with a click, locked when he leaves."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from qyclient.office.models import Operator
from qyclient.office.services.people import operators
from qyclient.office.services.sign_in import idle_minutes
from qyclient.workspace import Workspace
from ui.kit.cover import Cover
from ui.kit.idle import Idle
from ui.kit.jobs import Jobs
from ui.kit.status import StatusLine
from ui.office.sign_in_dialog import SignInDialog
from ui.office.staff_dialog import StaffDialog

Staff = tuple[Sequence[Operator], int]
"""Who works here, and after how many minutes untouched a window is locked."""


def staff_of(workspace: Workspace) -> Staff:
    """Return who works here."""
    return workspace.read(operators), workspace.read(idle_minutes)


class Counter(QObject):
    """`sat` carries the name of who sits down; from then on what is written is his."""

    sat = Signal(str)

    def __init__(self, jobs: Jobs, staff: Staff, line: StatusLine, window: QMainWindow) -> None:
        super().__init__(window)
        self._jobs, self._line, self._window = jobs, line, window
        self._people, self._minutes = staff
        self.asking: SignInDialog | None = None
        self.cover = Cover(window)
        self.idle = Idle(self)
        self.idle.passed.connect(self.lock)
        self.locked = False
        line.operator.clicked.connect(lambda _checked: self.change())
        QShortcut(QKeySequence("Ctrl+Shift+L"), window, self.lock)
        jobs.changed.connect(self._hear)
        self._begin(jobs.workspace.opened_by)

    @property
    def proven(self) -> bool:
        """Say whether it must be proven who sits here: somebody has a password."""
        return any(person.has_password for person in self._people)

    def change(self) -> None:
        """Ask who is at the desk now; an office that has named nobody is asked for names first."""
        self._jobs.ask(staff_of, self._ask)

    def lock(self) -> None:
        """Show nothing until somebody says who he is."""
        if self.locked:
            return
        self.locked = True
        self.cover.say(
            "窗口已锁定", "登记数据没有关闭，填了一半的内容也都在。", "继续…", self._return
        )
        self.cover.lay()
        self._return()

    def keep_staff(self) -> None:
        """Show the list of operators."""
        dialog = StaffDialog(self._jobs, self._window)
        dialog.kept.connect(self._look_again)
        dialog.open()

    def _begin(self, opened_by: str = "") -> None:
        """Seat who is known, else the first of the list; behind a lock where that is the rule.

        Who just opened the register with his password is known.
        """
        names = [person.name for person in self._people]
        name = self._jobs.workspace.operator
        if opened_by in names:
            self._sit(opened_by)
        elif not names or (name in names and not self.proven):
            self._sit(name)
        elif not self.proven:
            self._sit(names[0])
        else:
            self._line.say_operator("")
            self.lock()

    def _ask(self, staff: Staff) -> None:
        self._people, self._minutes = staff
        if not self._people and not self.locked:
            self.keep_staff()
            return
        if self.asking is not None:
            return
        now = self._jobs.workspace.operator
        self.asking = SignInDialog(self._jobs, self._people, now, self._window)
        self.asking.signed.connect(self._sit)
        self.asking.finished.connect(lambda _result: self._answered())
        self.asking.open()

    def _return(self) -> None:
        if self._people:
            self.change()
        else:
            self.cover.button.setFocus()
            self.cover.say("窗口已锁定", "还没有设经办人，按一下就回来。", "继续", self._come_back)

    def _come_back(self) -> None:
        self._sit(self._jobs.workspace.operator)

    def _answered(self) -> None:
        self.asking = None

    def _sit(self, name: str) -> None:
        self._jobs.workspace.operator = name
        self._line.say_operator(name)
        if self.locked:
            self.locked = False
            self.cover.lift()
        self.idle.watch(self._minutes if self.proven else 0)
        self.sat.emit(name)

    def _hear(self, changed: frozenset[str]) -> None:
        if Operator.__tablename__ in changed:
            self._look_again()

    def _look_again(self) -> None:
        self._jobs.ask(staff_of, partial(self._know))

    def _know(self, staff: Staff) -> None:
        """Learn who works here now; who was just taken off the list sits here no longer."""
        self._people, self._minutes = staff
        names = [person.name for person in self._people]
        if self.locked:
            return
        if names and self._jobs.workspace.operator not in names:
            self._begin()
        else:
            self.idle.watch(self._minutes if self.proven else 0)
