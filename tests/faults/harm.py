"""Files that are damaged, and a history that is tampered with: what is changed is named."""

import random
import shutil
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from qyclient.errors import Refused
from qyclient.safekeeping.backup import faults_of
from qyclient.safekeeping.keeping import ASKED, back_up, backups_of
from qyclient.store.history import broken_links
from qyclient.workspace import REGISTER
from tests.conftest import NOW
from tests.faults.ground import Outcome, copied, made, opened, room
from tests.faults.work import bodies, changes, scans

_BODIES = 12
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
UNSEEN = "没有发觉"


def flipped(trials, seed=2, say=None):
    """Turn one bit of a register or a backup over: it is named, or nobody can see a difference.

    A plain register has no fingerprint of each page, so that some of what is changed in one is not
    found before it is held against a backup: these are counted, and are no failure.
    """
    chance, outcome = random.Random(seed), Outcome("翻转一个比特")
    with room() as name:
        grounds = {e: _filled(Path(name) / str(e), encrypted=e) for e in (False, True)}
        whole = {e: _dump(ground) for e, ground in grounds.items()}
        for number in range(trials):
            encrypted = number % 2 == 1
            folder = copied(grounds[encrypted], Path(name) / "trial")
            backup = number % 4 > 1
            victim = backups_of(folder / REGISTER)[0].path if backup else folder / REGISTER
            _flip(victim, chance)
            kind = ("备份" if backup else "登记簿") + ("（加密）" if encrypted else "")
            became = _became(folder, whole[encrypted], backup=backup)
            outcome.kinds[f"{kind}：{became}"] += 1
            if became == UNSEEN and (backup or encrypted):
                outcome.failures.append(f"{kind} {number}: silently other")
            shutil.rmtree(folder)
            if say:
                say(outcome)
    return outcome


def tampered(trials, seed=3, say=None):
    """Change the history behind the program's back: every change is found.

    A tail that is cut off is found by the head that the newest backup keeps.
    """
    chance, outcome = random.Random(seed), Outcome("篡改操作记录")
    with room() as name:
        folder = _filled(Path(name) / "ground", encrypted=False)
        head = backups_of(folder / REGISTER)[0].head
        workspace = opened(folder)
        last = workspace.read(_last)
        for _number in range(trials):
            deed = chance.choice([*_TAMPERINGS])
            at = chance.randint(2, last - 1)
            with workspace.database.writer.connect() as connection, connection.begin() as undo:
                connection.info["door"] = True
                for statement in _TAMPERINGS[deed]:
                    connection.exec_driver_sql(statement, {"at": at, "last": last})
                ours = connection.exec_driver_sql("SELECT hash FROM history").scalars().all()
                found = broken_links(connection) or head not in ours
                undo.rollback()
            outcome.kinds[deed] += 1
            outcome.failures += [] if found else [f"{deed} {at}"]
            if say:
                say(outcome)
        workspace.close()
    return outcome


_TAMPERINGS = {
    "改经办人": ("UPDATE history SET operator = operator || '某' WHERE seq = :at",),
    "改内容": ("UPDATE history SET changes = replace(changes, '\"', '\" ') WHERE seq = :at",),
    "改时间": ("UPDATE history SET at = '2020-01-01 00:00:00.000000' WHERE seq = :at",),
    "删中间": ("DELETE FROM history WHERE seq = :at",),
    "删末尾": ("DELETE FROM history WHERE seq > :last - 1",),
    "换次序": (
        "UPDATE history SET seq = -1 WHERE seq = :at",
        "UPDATE history SET seq = :at WHERE seq = :at + 1",
        "UPDATE history SET seq = :at + 1 WHERE seq = -1",
    ),
    "接上号": (
        "DELETE FROM history WHERE seq = :at",
        "UPDATE history SET seq = seq - 1 WHERE seq > :at",
    ),
}


def _last(session):
    return session.connection().exec_driver_sql("SELECT max(seq) FROM history").scalar()


def _filled(folder, *, encrypted):
    made(folder, encrypted=encrypted)
    workspace = opened(folder)
    for number in range(_BODIES):
        bodies(workspace, number)
        changes(workspace, number)
        scans(workspace, number)
    back_up(workspace.database, NOW, ASKED)
    workspace.close()
    return folder


def _flip(path, chance):
    with path.open("r+b") as file:
        at = chance.randrange(path.stat().st_size)
        file.seek(at)
        byte = file.read(1)[0] ^ 1 << chance.randrange(8)
        file.seek(at)
        file.write(bytes([byte]))


def _became(folder, whole, *, backup):
    """Return what a flip comes to: it is named, it changes nothing, or nobody is told."""
    if _named(folder, backup=backup):
        return "指出"
    return "没有改变内容" if not backup and _dump(folder) == whole else UNSEEN


def _named(folder, *, backup):
    """Say whether the program names what is wrong."""
    try:
        if backup:
            return bool(faults_of(backups_of(folder / REGISTER)[0]))
        workspace = opened(folder)
        try:
            said = workspace.database.check()
            return bool(said or workspace.read(lambda s: broken_links(s.connection())))
        finally:
            workspace.close()
    except (Refused, SQLAlchemyError):
        return True


def _dump(folder):
    """Return all that can be seen of a register."""
    workspace = opened(folder)
    try:
        with workspace.database.reader.connect() as connection:
            names = connection.exec_driver_sql(_TABLES).scalars().all()
            return {n: connection.exec_driver_sql(f"SELECT * FROM [{n}]").all() for n in names}
    finally:
        workspace.close()
