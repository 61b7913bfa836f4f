"""附件: which files may be kept, and what they are kept for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from qyclient.assets import asset
from qyclient.records.characters import one_line
from qyclient.records.choices import Choice, listed

_LONGEST = 120


class Use(Choice):
    """用途: what an attachment is to the matter it belongs to."""

    MATERIAL = "MATERIAL", "收件材料", ("材料",)
    APPROVAL = "APPROVAL", "审批页", ("审批表",)
    SIGNED = "SIGNED", "签发件", ("已签发文书",)
    RECEIPT = "RECEIPT", "送达回证", ("回证",)
    OTHER = "OTHER", "其他", ()


@dataclass(frozen=True, slots=True)
class FileKind:
    """A sort of file that may be kept: told by its first bytes, not by its name alone."""

    key: str
    label: str
    endings: tuple[str, ...]
    starts: tuple[bytes, ...]


@cache
def _written() -> Mapping[str, Any]:
    found: dict[str, Any] = json.loads(asset("rules/attachments.json").read_text("utf-8"))
    return found


@cache
def file_kinds() -> Mapping[str, FileKind]:
    """Return the sorts of files that may be kept, by key."""
    return {
        one["key"]: FileKind(
            one["key"],
            one["label"],
            tuple(one["endings"]),
            tuple(map(bytes.fromhex, one["starts"])),
        )
        for one in _written()["kinds"]
    }


MOST_BYTES: int = _written()["most_mb"] * 1024 * 1024
MOST_PAGES: int = _written()["most_pages"]
MOST_PIXELS: int = _written()["most_megapixels"] * 1_000_000
FILE_KIND = listed({key: kind.label for key, kind in file_kinds().items()})
PICTURES = frozenset({"JPEG", "PNG", "TIFF"})


def safe_name(name: str) -> str:
    """Return a file's name without any way to another place; ValueError if nothing is left."""
    last = PureWindowsPath(PurePosixPath(one_line(name)).name).name
    kept = "".join(one for one in last if one.isprintable() and one not in '<>:"|?*').strip(". ")
    if not kept:
        raise ValueError("文件名不能用，请改名后再试")
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:_LONGEST]}{dot}{ending}" if dot else kept[:_LONGEST]


def kind_of(name: str, start: bytes) -> FileKind:
    """Return the sort of a file by its name and first bytes, which must agree; else ValueError."""
    ending = PurePosixPath(name).suffix.lower()
    by_name = [kind for kind in file_kinds().values() if ending in kind.endings]
    if not by_name:
        known = "、".join(sorted(e for kind in file_kinds().values() for e in kind.endings))
        raise ValueError(f"不能收这种文件，可以收：{known}")
    if not start.startswith(by_name[0].starts):
        raise ValueError(f"内容不是{by_name[0].label}，和文件名不符；请用原来的程序另存后再试")
    return by_name[0]
