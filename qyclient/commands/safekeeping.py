"""The words for backups: making them, listing them, trying one out, putting one back."""

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from qyclient.commands.saying import print_json, say
from qyclient.errors import Refused
from qyclient.founding import drill, open_restored
from qyclient.safekeeping.backup import Backup, told_of
from qyclient.safekeeping.keeping import ASKED, back_up, backups_of, keep_second_place
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
