"""文书: every paper of a matter as data: its text, its number series, and where it is offered."""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from qyclient.assets import asset
from qyclient.organizations.rules.matter_kinds import MatterKind
from qyclient.records.choices import listed

_CODE = re.compile(r"(\d{4}-\d{5,})(?:-([A-Z]))?")


@dataclass(frozen=True, slots=True)
class Paper:
    """文书种类: what it is called, in which series it is numbered, and which limit it names.

    `flows` are those in which it can be made at any step, where the flow has its `move`, the matter
    is one of its `kinds`, and the step `after` was done; else it is made after the move that
    declares it. One that `serves` hands others over, once there are
    any, and as often as needed. One without a series is a form: filled in, signed and filed, but
    not numbered and not kept here. `code` is printed behind the matter's number, so that a scanned
    page finds its matter, as `use` says for what.
    """

    key: str
    label: str
    series: str = ""
    days: str = ""
    flows: tuple[str, ...] = ()
    move: str = ""
    kinds: tuple[str, ...] = ()
    after: str = ""
    serves: bool = False
    code: str = ""
    use: str = ""

    @property
    def numbered(self) -> bool:
        """Say whether it has a number and is kept as it was issued."""
        return bool(self.series)

    @property
    def text(self) -> str:
        """Return its words as they come with the program."""
        return asset(f"papers/{self.key}.md").read_text("utf-8")

    def offered(self, kind: MatterKind, done: Collection[str]) -> bool:
        """Say whether a matter of this sort can have it, once these steps were done."""
        has_move = not self.move or any(move.key == self.move for move in kind.flow.moves)
        of_kind = not self.kinds or kind.key in self.kinds
        was_done = not self.after or self.after in done
        return kind.flow_key in self.flows and of_kind and has_move and was_done


@cache
def papers() -> Mapping[str, Paper]:
    """Return every paper by its key, in the order of the declaration."""
    return {one["key"]: _paper(one) for one in _written()["papers"]}


def _paper(written: Mapping[str, Any]) -> Paper:
    lists = {key: tuple(written.get(key, ())) for key in ("flows", "kinds")}
    return Paper(**{**written, **lists})


def printed_code(paper: Paper, number: str) -> str:
    """Return what a scanner reads off a form: the matter's number and which form it is."""
    return f"{number}-{paper.code}" if paper.code else number


def told_by(code: str) -> tuple[str, Paper | None]:
    """Return the matter's number that a printed code says, and which form; no number if none."""
    told = _CODE.fullmatch(code.strip())
    if told is None:
        return "", None
    return told[1], next((one for one in papers().values() if one.code == told[2]), None)


@dataclass(frozen=True, slots=True)
class PlatformItem:
    """One box of the province's page: what it is called there, and which field of ours it takes."""

    label: str
    field: str


@cache
def platform_items() -> tuple[PlatformItem, ...]:
    """Return the boxes of the province's platform in its order (录入卡)."""
    written = json.loads(asset("papers/platform.json").read_text("utf-8"))
    return tuple(PlatformItem(**one) for one in written)


@cache
def _written() -> Mapping[str, Any]:
    found: dict[str, Any] = json.loads(asset("papers/catalogue.json").read_text("utf-8"))
    return found


MARKS: Mapping[str, str] = _written()["marks"]
"""What each mark of a text stands for, by its key."""

LONG_MARKS = frozenset(_written()["long"])
"""Marks whose values have several lines, each a paragraph, an item or a row."""

PAPER = listed({key: paper.label for key, paper in papers().items()})
"""文书种类: kept as its key."""
