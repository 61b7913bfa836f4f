"""Scenes of an encrypted register: asked for its password, its sheet, and encrypting it."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.keys.ring import KEY_FILE
from qyclient.keys.words import words_of
from qyclient.safekeeping.sealing import Guard, begin
from ui.gallery.stage import Stage
from ui.office.guard_dialog import GuardDialog
from ui.office.recover_dialog import RecoverDialog
from ui.office.unlock_dialog import UnlockDialog

_GUARD = Guard("张晓梅", "七座大山两条河流", bytes(range(16)))


def guarded(stage: Stage) -> QWidget:
    """Show what a new office reads before it gives a password."""
    dialog = GuardDialog(stage.window.jobs, "张晓梅", _day(stage), stage.window, is_new=True)
    dialog.open()
    stage.wait()
    return dialog


def sheet(stage: Stage) -> QWidget:
    """Show the recovery sheet before it is printed."""
    dialog: Any = guarded(stage)
    dialog.first.setText(_GUARD.password)
    dialog.again.setText(_GUARD.password)
    dialog.go_on()
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # the dialog made above


def asked(stage: Stage) -> QWidget:
    """Show a wrong password."""
    dialog = UnlockDialog(stage.window.jobs, _file(stage), _day(stage), stage.window)
    dialog.open()
    dialog.password.setText("不是这个密码")
    dialog.give()
    stage.wait()
    return dialog


def recovered(stage: Stage) -> QWidget:
    """Show a word of the recovery sheet that was mistaken."""
    dialog = RecoverDialog(stage.window.jobs, _file(stage), _day(stage), stage.window)
    dialog.open()
    dialog.words[0].setPlainText(" ".join(["红山", "山红", *words_of(_GUARD.secret)[2:]]))
    dialog.give()
    stage.wait()
    return dialog


def _day(stage: Stage) -> Any:
    return stage.clock().date()


def _file(stage: Stage) -> Path:
    register = stage.folder / "钥匙" / "register.db"
    if not (register.parent / KEY_FILE).exists():
        begin(register, _GUARD)
    return register.parent / KEY_FILE


KEYS = {
    "key-new-office": guarded,
    "key-sheet": sheet,
    "key-asked": asked,
    "key-recover": recovered,
}
