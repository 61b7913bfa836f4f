"""The lines of a package that was opened, each held against the chain and against what we know."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from qyclient.errors import Refused
from qyclient.exchange.services.collecting import row_of
from qyclient.exchange.services.nouns import columns_of, travelling
from qyclient.exchange.services.opening import BROKEN, Opened
from qyclient.store.history import seal

_DEEDS = frozenset({"created", "changed", "removed"})
_TEXTS = ("at", "by", "in", "noun", "id", "called", "did", "why")


def lines_of(opened: Opened) -> Iterator[Mapping[str, Any]]:
    """Yield the lines in order; refused where the sender's own history does not hold together."""
    manifest = opened.manifest
    chained = bool(manifest.tail)
    head, expected = manifest.head, manifest.first
    for line in opened.lines():
        seq = line.get("seq")
        if type(seq) is not int or seq < expected or seq > manifest.last:
            raise Refused(BROKEN)
        if chained:
            if seq != expected or ("noun" in line and seal(head, _row(line)) != line.get("hash")):
                raise Refused(
                    f"{manifest.office}的操作记录第 {seq} 条与前后不衔接，可能被改动过，"
                    "没有收进任何内容；请让对方核对登记数据。"
                )
            head = str(line.get("hash", ""))
        expected = seq + 1
        yield line
    if chained and (head != manifest.tail or expected != manifest.last + 1):
        raise Refused(BROKEN)


def refuse_strange(line: Mapping[str, Any]) -> None:
    """Refuse a line that would write what no program of ours writes."""
    if "noun" not in line:
        return
    model = travelling().get(line["noun"])
    if model is None:
        raise Refused(f"数据包里有本程序不认识的内容（{line['noun']}），没有收进任何内容。")
    if line["did"] not in _DEEDS or not isinstance(line["changes"], dict):
        raise Refused(BROKEN)
    known = columns_of(model)
    for name, both in line["changes"].items():
        if name not in known:
            raise Refused(f"{model.__label__}里有本程序不认识的项目（{name}），没有收进任何内容。")
        if not isinstance(both, list) or len(both) != 2:  # noqa: PLR2004 - from and to
            raise Refused(BROKEN)
        _readable(known[name][1], both)
    try:
        UUID(line["id"])
    except ValueError as error:
        raise Refused(BROKEN) from error


def _readable(read: Any, both: list[Any]) -> None:
    try:
        for plain in both:
            if plain is not None:
                read(plain)
    except (ValueError, TypeError, ArithmeticError, AttributeError) as error:
        raise Refused(BROKEN) from error


def _row(line: Mapping[str, Any]) -> Mapping[str, Any]:
    if any(not isinstance(line.get(name), str) for name in _TEXTS):
        raise Refused(BROKEN)
    return row_of(line)
