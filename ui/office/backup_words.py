"""What backups there are, and how their age and size are said."""

from collections.abc import Sequence
from datetime import datetime

from qyclient.safekeeping.backup import Backup, backups_in
from qyclient.safekeeping.keeping import Age, age_of, backups_of
from qyclient.workspace import Workspace

HEADERS = ("备份时间", "为什么", "社会组织", "大小", "在哪里")
WIDTHS = (170, 90, 90, 90)
Found = tuple[Sequence[Backup], Age]
"""The backups of both places, the newest first, and how old they are."""

_BODIES = "organization"
_KILO = 1024


def found_in(workspace: Workspace) -> Found:
    """Return what backups there are."""
    register = workspace.database.path
    age = age_of(register)
    there = backups_in(age.second) if age.second is not None else []
    both = [*backups_of(register), *there]
    return sorted(both, key=lambda backup: backup.made_at, reverse=True), age


def line_of(backup: Backup, age: Age | None) -> tuple[str, ...]:
    """Return a backup as a line of the list."""
    there = age is not None and age.second is not None and backup.path.parent == age.second
    return (
        f"{backup.made_at:%Y-%m-%d %H:%M}",
        backup.why,
        f"{backup.counts.get(_BODIES, 0):,}",
        size_of(backup.size),
        "第二处" if there else "登记簿旁边",
    )


def said_of(at: datetime | None, now: datetime) -> str:
    """Return when a backup was made as people say it."""
    if at is None:
        return "还没有"
    days = (now.date() - at.date()).days
    words = {0: f"今天 {at:%H:%M}", 1: f"昨天 {at:%H:%M}"}
    return words.get(days, f"{days} 天前")


def size_of(size: int) -> str:
    """Return how large a file is."""
    mega = size / _KILO / _KILO
    return f"{mega:,.1f} MB" if mega >= 1 else f"{size / _KILO:,.0f} KB"
