"""Opening a register again as something else: from a backup, encrypted, by its recovery sheet."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from qyclient.founding import seat_first
from qyclient.office.services.sign_in import add_first
from qyclient.progress import Progress, Silent
from qyclient.safekeeping.backup import Backup, bring_key, faults_of
from qyclient.safekeeping.keeping import back_up, restore
from qyclient.safekeeping.sealing import Guard, encrypt
from qyclient.workspace import REGISTER, Workspace

ENCRYPTED = "加密后"


def open_restored(
    folder: Path, operator: str, clock: Callable[[], datetime], backup: Backup
) -> Workspace:
    """Put a backup in the place of a register, and open what it has become."""
    restore(folder / REGISTER, backup, clock())
    return Workspace(folder, operator, clock)


def open_encrypted(
    folder: Path,
    operator: str,
    clock: Callable[[], datetime],
    guard: Guard,
    wipe_old: bool,
    progress: Progress | None = None,
) -> Workspace:
    """Encrypt a register that nobody has open, open it, and back it up as what it is now.

    Refused, with nothing changed, for who may not keep the operators of the office.
    """
    plain = Workspace(folder, guard.name, clock)
    try:
        plain.try_out(add_first, guard.name, guard.password)
    finally:
        plain.close()
    encrypt(folder / REGISTER, guard, progress or Silent(), wipe_old=wipe_old)
    workspace = Workspace(folder, operator, clock)
    seat_first(workspace, guard)
    back_up(workspace.database, clock(), ENCRYPTED)
    return workspace


def drill(backup: Backup, clock: Callable[[], datetime]) -> list[str]:
    """Restore a backup elsewhere and look whether the program can work with it (恢复演练)."""
    if faults := faults_of(backup):
        return faults
    with TemporaryDirectory() as elsewhere:
        shutil.copy(backup.path, Path(elsewhere) / REGISTER)
        bring_key(backup, Path(elsewhere) / REGISTER)
        workspace = Workspace(Path(elsewhere), "恢复演练", clock)
        try:
            return workspace.database.check()
        finally:
            workspace.close()
