"""What may become of a row, in the office's words, and a row as the list shows it."""

from collections.abc import Mapping

from qyclient.organizations.services.bodies import Row

OUTCOMES = {
    "new": "新增",
    "changed": "变更",
    "unchanged": "无变化",
    "held": "待处理",
    "skipped": "略过",
}


def place_of(row: Row) -> tuple[str, str, int]:
    """Return what tells a row from all others."""
    return row.file, row.sheet, row.row


def line_of(row: Row, *, several: bool) -> tuple[str, str, str]:
    """Return where a row stands, its name, and what is to be said of it."""
    place = f"{row.sheet} {row.cell or f'第 {row.row} 行'}"
    told = "；".join(row.reasons) or "、".join(label for label, _before, _after in row.changes)
    return (f"{row.file} {place}" if several else place, row.name, told)


def told_of(counts: Mapping[str, int]) -> str:
    """Return how many rows there are of each outcome, in words."""
    return "，".join(f"{label} {counts[key]}" for key, label in OUTCOMES.items())
