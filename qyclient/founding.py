"""Making a register where it is to live, looking whose a folder is, throwing a sample away."""

import shutil
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from qyclient.errors import Locked, NothingThere, Refused
from qyclient.keys.ring import KEY_FILE
from qyclient.office.models import Office
from qyclient.office.services import establish
from qyclient.office.services.sign_in import add_first
from qyclient.practice import Clock, practised
from qyclient.premises.kinds import refuse_unfit
from qyclient.premises.machine import facts_of
from qyclient.safekeeping.sealing import Guard, begin
from qyclient.sample.county import fill
from qyclient.store.engine import Database
from qyclient.store.revision import current, is_newer
from qyclient.workspace import REGISTER, Workspace

SAMPLE_AREA = "441803"
"""The county whose code and names the sample wears."""

_NAME = "登记簿"
_LEFT_BY_SQLITE = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What register is to be made: an office of the list, an area typed in, or the sample.

    Without a `guard` anybody who has its file can read it.
    """

    area_code: str
    added: Mapping[str, str] = field(default_factory=dict)
    is_sample: bool = False
    on_stick: bool = False
    guard: Guard | None = None


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose register a folder holds."""

    name: str
    area_code: str
    is_sample: bool


def owner_of(folder: Path) -> Owner | None:
    """Return whose register a folder holds, changing nothing; None if it holds none.

    Raises Refused for a file that is damaged, shut, or of a newer program.
    """
    if not (folder / REGISTER).is_file():
        return None
    database = Database(folder / REGISTER)
    try:
        if is_newer(database.reader):
            raise Refused(
                f"“{folder}”里的登记数据由更新版本的程序建立，请先升级本程序再打开，"
                "或换一个文件夹；数据没有改动。"
            )
        if current(database.reader) is None:
            return None
        with Session(database.reader) as session:
            row = session.execute(select(Office.name, Office.area_code, Office.is_sample)).first()
    except DatabaseError as error:
        raise Refused(
            f"“{folder}”里的登记数据读不出来，可能已损坏；请从备份恢复，或换一个文件夹。"
        ) from error
    finally:
        database.close()
    return Owner(*row) if row else None


def open_established(folder: Path, operator: str, clock: Callable[[], datetime]) -> Workspace:
    """Open an office's register; a folder without one is left as it is."""
    if owner_of(folder) is None:
        raise NothingThere(f"“{folder}”里没有登记数据。")
    refuse_practice(folder, clock)
    return Workspace(folder, operator, clock)


def refuse_practice(folder: Path, clock: Clock) -> None:
    """Refuse to practise a day on the register of an office: only a sample may be told one."""
    owner = owner_of(folder) if practised(clock) else None
    if owner is not None and not owner.is_sample:
        raise Refused(f"--today 只用于样例县：“{folder}”里是{owner.name}的登记数据，没有打开。")


def open_sample(folder: Path, operator: str, clock: Callable[[], datetime]) -> Workspace:
    """Open the sample county, made first if it is not there."""
    owner = owner_of(folder)
    if owner is None:
        return found(folder, operator, clock, Wanted(SAMPLE_AREA, is_sample=True))
    if not owner.is_sample:
        raise Refused(f"“{folder}”里是{owner.name}的登记数据，不是样例县；没有改动。")
    return Workspace(folder, operator, clock)


def survey(picked: Path) -> tuple[Path, Owner | None]:
    """Return the folder a register would have in one that was picked, and whose is there already.

    Among other files it gets a folder of its own. Raises Refused where none can be made.
    """
    if owner := _owner_if_known(picked):
        return picked, owner
    refuse_unfit(facts_of(picked))
    among_others = picked.is_dir() and any(path.name != REGISTER for path in picked.iterdir())
    folder = picked / _NAME if among_others else picked
    return folder, _owner_if_known(folder)


def _owner_if_known(folder: Path) -> Owner | None:
    """Return whose register a folder holds; an encrypted one tells nobody."""
    try:
        return owner_of(folder)
    except Locked:
        return Owner("一家机关（已加密）", "", is_sample=False)


def found(folder: Path, operator: str, clock: Callable[[], datetime], wanted: Wanted) -> Workspace:
    """Make a register; whatever goes wrong, the folder is left as it was."""
    if practised(clock) and not wanted.is_sample:
        raise Refused("--today 只用于练习：另定日期时只能建立样例县（--sample）。")
    refuse_unfit(facts_of(folder), on_stick=wanted.on_stick)
    if owner := owner_of(folder):
        raise Refused(
            f"“{folder}”里已有{owner.name}的登记数据，不能再次初始化；请打开它，或换一个文件夹。"
        )
    above = [path for path in (folder, *folder.parents) if not path.exists()]
    with ExitStack() as undo:
        if not (folder / REGISTER).exists():
            undo.callback(_take_back, folder, above)
        if wanted.guard is not None:
            begin(folder / REGISTER, wanted.guard)
        workspace = Workspace(folder, operator, clock)
        undo.callback(workspace.close)
        if wanted.is_sample:
            workspace.write(fill, wanted.area_code)
        else:
            workspace.write(establish, wanted.area_code, added=wanted.added)
        if wanted.guard is not None:
            seat_first(workspace, wanted.guard)
        undo.pop_all()
    return workspace


def throw_away(folder: Path) -> None:
    """Delete a sample county, folder and all; refuse to touch anything else."""
    owner = owner_of(folder)
    if owner is None or not owner.is_sample:
        raise Refused(f"“{folder}”里不是样例县，没有删除。")
    try:
        (folder / REGISTER).unlink()  # first: on Windows it cannot go while somebody has it open
    except OSError as error:
        raise Refused("样例县还开着另一个窗口，没有删除；请先关闭那个窗口。") from error
    shutil.rmtree(folder, ignore_errors=True)


def seat_first(workspace: Workspace, guard: Guard) -> None:
    """Let who opens the register be among its operators, with the same password."""
    workspace.operator = guard.name
    workspace.write(add_first, guard.name, guard.password)


def _take_back(folder: Path, above: list[Path]) -> None:
    for name in (*(f"{REGISTER}{ending}" for ending in _LEFT_BY_SQLITE), KEY_FILE):
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)
    for path in above:
        with suppress(OSError):
            path.rmdir()
