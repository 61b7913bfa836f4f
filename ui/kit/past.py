"""What the history says of a record, in the office's words."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from qyclient.records.field import Field

_DONE = {"created": "登记", "changed": "修改", "removed": "删除"}
_LONGEST = 60


def when(entry: Mapping[str, Any]) -> str:
    """Return the minute of an entry by the clock on the wall."""
    at: datetime = entry["at"]
    return f"{at.replace(tzinfo=UTC).astimezone():%Y-%m-%d %H:%M}"


def title(entry: Mapping[str, Any]) -> str:
    """Return when it was, who did it and what kind of change it was."""
    reason = f"（{entry['reason']}）" if entry["reason"] else ""
    return f"{when(entry)}　{entry['operator']}　{_DONE[entry['action']]}{reason}"


def changes(entry: Mapping[str, Any], fields: Sequence[Field]) -> list[str]:
    """Return a line for each field that changed: label, what it was, what it is."""
    if entry["action"] == "created":
        return []
    return [
        f"{field.label}：{_shown(field, entry['changes'][field.key][0])}"
        f" → {_shown(field, entry['changes'][field.key][1])}"
        for field in fields
        if field.key in entry["changes"]
    ]


def _shown(field: Field, plain: Any) -> str:
    if plain is None:
        return "（空）"
    if field.target is not None:
        return f"另一个{field.label}"
    try:
        text = field.kind.format(field.kind.parse(str(plain)))
    except ValueError:
        text = str(plain)
    text = field.kind.mask(text) if field.kind.mask else text
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
