"""What sort of place a folder is, judged from facts: the kinds are data, read from resources/."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

from qyclient.assets import asset
from qyclient.errors import Refused

_MEGABYTE = 1024 * 1024
_ELSEWHERE = "请放在本机硬盘的普通文件夹里"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the machine says of a folder; `room` is in bytes, None if it does not say."""

    folder: str
    parts: tuple[str, ...] = ()
    markers: frozenset[str] = frozenset()
    filesystem: str = ""
    remote: bool = False
    removable: bool = False
    blocked: str = ""
    room: int | None = None


class Kind(Enum):
    """Sorts of places: only an own disk is fit, a stick if somebody takes the risk."""

    OWN = "本机硬盘"
    REMOVABLE = "移动盘"
    NETWORK = "网络文件夹"
    SYNCED = "同步盘"


@dataclass(frozen=True, slots=True)
class Place:
    """The judgement on a folder: its kind, and why a register should not be kept there."""

    kind: Kind
    warning: str = ""

    @property
    def fit(self) -> bool:
        """Say whether a register may be made there, if need be after a question."""
        return self.kind in {Kind.OWN, Kind.REMOVABLE}


def place_of(facts: Facts) -> Place:
    """Say what sort of place a folder is."""
    if name := _syncing(facts):
        return Place(
            Kind.SYNCED,
            f"“{facts.folder}”在“{name}”的同步文件夹里：同步软件会在登记时搬动文件，登记数据会"
            f"损坏或变成两份。{_ELSEWHERE}；要备份，另存一份到同步盘。",
        )
    if facts.remote or facts.filesystem in _kinds()["network_filesystems"]:
        return Place(
            Kind.NETWORK,
            f"“{facts.folder}”在网络文件夹上：断网或两台电脑同时使用，都会损坏登记数据。"
            f"{_ELSEWHERE}；几台电脑都要看，请用导出的名册。",
        )
    if facts.removable:
        return Place(
            Kind.REMOVABLE,
            f"“{facts.folder}”在移动盘（U 盘）上：没关程序就拔出会损坏登记数据，"
            "盘丢了数据也就丢了。",
        )
    return Place(Kind.OWN)


def refuse_unfit(facts: Facts, *, on_stick: bool = False) -> None:
    """Refuse a place where a register must not be made; a stick only if nobody confirmed it."""
    place = place_of(facts)
    if not place.fit:
        raise Refused(place.warning)
    if facts.blocked:
        raise Refused(
            f"“{facts.folder}”不能写入（{facts.blocked}），什么也没有建立；"
            "请换一个文件夹，或请管理员开放权限。"
        )
    least = _kinds()["room_mb"]
    if facts.room is not None and facts.room < least * _MEGABYTE:
        raise Refused(
            f"“{facts.folder}”所在的磁盘只剩 {facts.room // _MEGABYTE} MB，至少要 {least} MB，"
            "什么也没有建立；请清理磁盘，或换一个磁盘。"
        )
    if place.kind is Kind.REMOVABLE and not on_stick:
        raise Unsure(place.warning)


class Unsure(Refused):
    """The place can be taken, but only if somebody says so."""


def marker_names() -> frozenset[str]:
    """Return the files by which a synced folder is known."""
    return frozenset(name for one in _kinds()["synced"] for name in one["markers"])


def _syncing(facts: Facts) -> str:
    parts = [part.casefold() for part in facts.parts]
    for one in _kinds()["synced"]:
        if _named(parts, one["folders"]) or facts.markers & {*one["markers"]}:
            return str(one["name"])
    return ""


def _named(parts: Iterable[str], patterns: Iterable[str]) -> bool:
    folded = [pattern.casefold() for pattern in patterns]
    return any(fnmatchcase(part, pattern) for part in parts for pattern in folded)


@cache
def _kinds() -> Mapping[str, Any]:
    kinds: Mapping[str, Any] = json.loads(asset("places/kinds.json").read_text("utf-8"))
    return kinds
