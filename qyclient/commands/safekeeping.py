"""The words for backups: making them, listing them, trying one out, putting one back."""

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from qyclient.commands.saying import print_json, say
from qyclient.errors import Refused
from qyclient.keys.words import new_secret
from qyclient.office.services.sign_in import judge
from qyclient.paper.atomic import write_bytes
from qyclient.paper.pdf.recovery import recovery_sheets
from qyclient.reopening import drill, open_encrypted, open_restored
from qyclient.safekeeping.backup import Backup, told_of
from qyclient.safekeeping.keeping import ASKED, back_up, backups_of, keep_second_place
from qyclient.safekeeping.sealing import Guard
from qyclient.workspace import Workspace


def backup(workspace: Workspace, args: Namespace) -> int:
    """Back the register up, or list, or try out the newest backup."""
    if args.list:
        return _list(workspace, as_json=args.json)
    if args.drill:
        return _drill(workspace)
    if args.second:
        keep_second_place(workspace.database.path, args.second)
    made = back_up(workspace.database, workspace.now(), ASKED)
    say(str(made.backup.path))
    if made.trouble:
        raise Refused(made.trouble)
    return 0


def restore(folder: Path, args: Namespace, operator: str, clock: Callable[[], datetime]) -> int:
    """Put a backup in the place of a register that nobody has open."""
    found = told_of(args.backup)
    if found is None:
        raise Refused(f"“{args.backup}”旁边没有备份说明（.json），不能当作备份恢复。")
    open_restored(folder, operator, clock, found).close()
    say(f"已恢复 {found.made_at:%Y-%m-%d %H:%M} 的备份；恢复前的登记簿另存在“备份”文件夹。")
    return 0


def guarded(args: Namespace, name: str, password: str, at: datetime) -> Guard:
    """Return who opens the register, once its recovery sheet is written where it was asked for."""
    if not args.recovery:
        raise Refused("加密前先写出恢复单：请用 --recovery 恢复单.pdf 写明放在哪里，打印后收好。")
    judge(password, name, at.date())
    guard = Guard(name, password, new_secret(), 2 if args.halves else 1)
    write_bytes(args.recovery, recovery_sheets(guard.sheets, at.date()))
    return guard


def encrypt(folder: Path, args: Namespace, guard: Guard, clock: Callable[[], datetime]) -> int:
    """Encrypt a plain register that nobody has open."""
    workspace = open_encrypted(folder, guard.name, clock, guard, wipe_old=not args.keep)
    workspace.close()
    say(f"登记簿已加密；恢复单在 {args.recovery}，请打印后收好，再删掉这个文件。")
    return 0


def _list(workspace: Workspace, *, as_json: bool) -> int:
    found = backups_of(workspace.database.path)
    if as_json:
        print_json([_facts(one) for one in found])
        return 0
    for one in found:
        say(f"{one.made_at:%Y-%m-%d %H:%M}\t{one.why}\t{one.path}")
    return 0


def _drill(workspace: Workspace) -> int:
    newest = next(iter(backups_of(workspace.database.path)), None)
    if newest is None:
        raise Refused("还没有备份；先用 backup 备份一次。")
    if faults := drill(newest, workspace.now):
        raise Refused(f"这份备份不能用：{faults[0]}。")
    say(f"演练通过：{newest.made_at:%Y-%m-%d %H:%M} 的备份可以恢复。")
    return 0


def _facts(one: Backup) -> dict[str, Any]:
    return {
        "path": str(one.path),
        "made_at": one.made_at.isoformat(),
        "why": one.why,
        "bodies": one.counts.get("organization", 0),
        "sha256": one.sha256,
    }
