"""目录: what a package says of itself, and what is refused before anything in it is believed."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from qyclient.errors import Refused
from qyclient.exchange.rules.lists import Sort
from qyclient.exchange.rules.words import phrase

FORMAT = 1
MAGIC = b"QYPKG1\n"
MANIFEST, SIGNATURE, LINES, SHEET = "manifest.json", "signature", "records.jsonl", "名册.xlsx"
_BROKEN = "这个数据包不完整或被改动过，没有收进任何内容；请让对方重新写出。"


@dataclass(frozen=True, slots=True)
class Part:
    """One file in a package."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package is: from whom, for whom, which number, and which entries of the history.

    `first` and `last` are the numbers of the sender's history it holds, `head` the hash of the
    entry before the first and `tail` that of the last; both empty where entries were left out on
    purpose. `before` is the package before. `told` is what a receipt says.
    """

    sort: Sort
    sender: str
    office: str
    receiver: str
    number: int
    revision: str
    made_at: str
    made_by: str
    before: str = ""
    first: int = 1
    last: int = 0
    head: str = ""
    tail: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    parts: Sequence[Part] = ()
    told: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_full(self) -> bool:
        """Say whether it holds the sender's whole history."""
        return self.first == 1

    def text(self) -> bytes:
        """Return it as it is signed."""
        said = {"format": FORMAT, **asdict(self)}
        return json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1).encode()


@dataclass(frozen=True, slots=True)
class Header:
    """What stands on the outside, readable by anybody: nothing personal."""

    format: int
    sort: str
    sender: str
    office: str
    receiver: str
    number: int
    revision: str
    identity: str

    @property
    def phrase(self) -> str:
        """Return the check phrase that is read out at the counter."""
        return phrase(self.identity)

    def text(self) -> bytes:
        """Return the line it is."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True).encode() + b"\n"


def header_of(manifest: Manifest) -> Header:
    """Return the outside of a package."""
    return Header(
        FORMAT,
        manifest.sort.value,
        manifest.sender,
        manifest.office,
        manifest.receiver,
        manifest.number,
        manifest.revision,
        hashlib.sha256(manifest.text()).hexdigest(),
    )


def read_header(line: bytes) -> Header:
    """Return the outside of a package; refused if it is none, or of a newer program."""
    said = _json(line, "这不是数据包，或文件开头已损坏；请重新选择文件。")
    if not isinstance(said.get("format"), int):
        raise Refused("这不是数据包，或文件开头已损坏；请重新选择文件。")
    if said["format"] > FORMAT:
        raise Refused("这个数据包由更新版本的程序制作，请先升级本程序，再读取它。")
    try:
        header = Header(**said)
        Sort[header.sort]
        bytes.fromhex(header.identity)
    except (TypeError, ValueError, KeyError) as error:
        raise Refused(_BROKEN) from error
    if header.text() != line:
        raise Refused(_BROKEN)
    return header


def refuse_unfit(header: Header, own_area: str, newest: str) -> None:
    """Refuse what is for somebody else or newer than this program."""
    if header.revision > newest:
        raise Refused(
            f"{header.office}的第 {header.number} 号{Sort[header.sort].label}"
            "由更新版本的程序制作，请先升级本程序，再读取它；没有改动。"
        )
    if header.receiver != own_area:
        raise Refused(
            f"这个{Sort[header.sort].label}是发给区划 {header.receiver} 的机关的，"
            "不是发给本机关的；没有改动。"
        )
    if header.sender == own_area:
        raise Refused("这个数据包是本机关自己发出的，不用读取。")


def read_manifest(data: bytes, header: Header) -> Manifest:
    """Return what a package says of itself; refused if it is not what stands on its outside."""
    said = dict(_json(data, _BROKEN))
    if said.pop("format", None) != FORMAT:
        raise Refused(_BROKEN)
    try:
        parts = tuple(Part(**part) for part in said.pop("parts"))
        manifest = Manifest(**{**said, "sort": Sort[said["sort"]], "parts": parts})
        numbers = (manifest.number, manifest.first, manifest.last, *(p.size for p in parts))
        sound = all(type(number) is int and number >= 0 for number in numbers)
    except (TypeError, ValueError, KeyError) as error:
        raise Refused(_BROKEN) from error
    if not sound or manifest.text() != data or header_of(manifest) != header:
        raise Refused(_BROKEN)
    return manifest


def _json(data: bytes, no: str) -> Mapping[str, Any]:
    try:
        said = json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise Refused(no) from error
    if not isinstance(said, dict):
        raise Refused(no)
    return said
