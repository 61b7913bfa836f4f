"""Narrowing a list by its columns: what a filter says in words, and views that are often wanted."""

from dataclasses import dataclass

from qyclient.records.field import Field
from qyclient.records.view import Filter

_NAMED = 4


@dataclass(frozen=True, slots=True)
class Preset:
    """A view that is wanted often: a chip beside the search box."""

    label: str
    filters: tuple[Filter, ...]


def in_words(field: Field, narrowing: Filter) -> str:
    """Return what a filter keeps, as a chip says it."""
    if narrowing.empty is not None:
        return f"{field.label}{'为空' if narrowing.empty else '不为空'}"
    if narrowing.contains:
        return f"{field.label}含“{narrowing.contains}”"
    if narrowing.among:
        first = "、".join(_shown(field, plain) for plain in narrowing.among[:_NAMED])
        more = f"等 {len(narrowing.among)} 个" if len(narrowing.among) > _NAMED else ""
        return f"{field.label}：{first}{more}"
    least, most = _shown(field, narrowing.least), _shown(field, narrowing.most)
    if least and most:
        return f"{field.label}：{least} 至 {most}"
    return f"{field.label} ≥ {least}" if least else f"{field.label} ≤ {most}"


def _shown(field: Field, plain: str) -> str:
    return str(field.kind.format(field.kind.parse(plain))) if plain else ""
