"""备份 in the bottom line: how old the newest backup is; made daily and on leaving by itself."""

import logging
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qyclient.errors import Refused
from qyclient.safekeeping.keeping import CLOSING, DAILY, Age, Made, age_of, back_up, is_due
from qyclient.workspace import Workspace
from ui.kit.jobs import Jobs
from ui.kit.looks import give_role
from ui.kit.status import StatusLine
from ui.office.backup_dialog import BackupDialog
from ui.office.backup_words import said_of
from ui.office.guard_dialog import GuardDialog
from ui.office.sheet_dialog import SheetDialog

_LATE_DAYS = 3
_log = logging.getLogger(__name__)


class Safe(QObject):
    """`restoring` carries the backup that somebody wants back, `sealing` who is to encrypt it.

    A sample is neither backed up nor encrypted.
    """

    restoring = Signal(object)
    sealing = Signal(object, bool)

    def __init__(self, jobs: Jobs, line: StatusLine, parent: QWidget, *, sample: bool) -> None:
        super().__init__(parent)
        self._jobs, self._parent, self._sample = jobs, parent, sample
        self.button = line.add_button("备份")
        self.button.clicked.connect(lambda _checked: self.show())
        if sample:
            self.button.hide()
            return
        jobs.farewell = _on_leaving
        jobs.do(partial(_daily, jobs.workspace), self._made, self._trouble)

    def show(self) -> None:
        """Show the backups there are."""
        dialog = BackupDialog(self._jobs, self._parent)
        dialog.made.connect(self._look)
        dialog.restoring.connect(self.restoring)
        dialog.open()

    def seal(self) -> None:
        """Encrypt the register, or print its recovery sheet anew."""
        workspace = self._jobs.workspace
        if self._sample:
            self._jobs.refused.emit(Refused("样例县的数据是编造的，不需要加密。"))
        elif workspace.database.key is None:
            asked = GuardDialog(
                self._jobs, workspace.operator, workspace.today, self._parent, is_new=False
            )
            asked.guarded.connect(self.sealing)
            asked.open()
        else:
            SheetDialog(self._jobs, workspace.database.path, workspace.today, self._parent).open()

    def _made(self, made: Made | None) -> None:
        if made is not None and made.trouble:
            self._jobs.said.emit(f"备份已做，但没有写到第二处：{made.trouble}")
        self._look()

    def _trouble(self, no: Refused) -> None:
        self._jobs.refused.emit(no)
        self._look()

    def _look(self) -> None:
        self._jobs.ask(lambda workspace: age_of(workspace.database.path), self._tell)

    def _tell(self, age: Age) -> None:
        now = self._jobs.workspace.now().replace(tzinfo=None)
        late = [at is None or (now - at).days > _LATE_DAYS for at in (age.here, age.there)]
        self.button.setText(f"备份：{said_of(age.here, now)}")
        second = "没有设第二处" if age.second is None else f"第二处：{said_of(age.there, now)}"
        self.button.setToolTip(f"{second}；点开看全部备份")
        wrong = late[0] or (age.second is not None and late[1])
        give_role(self.button, "late" if wrong else "")


def _daily(workspace: Workspace) -> Made | None:
    if is_due(workspace.database, workspace.now(), daily=True):
        return back_up(workspace.database, workspace.now(), DAILY)
    return None


def _on_leaving(workspace: Workspace) -> None:
    try:
        if is_due(workspace.database, workspace.now()):
            back_up(workspace.database, workspace.now(), CLOSING)
    except Refused as no:  # nobody is there any more to be told; the next start tells
        _log.info("no backup on leaving: %s", no)
