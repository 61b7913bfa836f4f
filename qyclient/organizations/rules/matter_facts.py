"""备案内容: what an application of a sort says beyond its documents, declared as data.

`resources/workflows/facts.json` lists the fields of each sort, the lines below them (candidates, a
liquidation group), from when to when what was filed holds, and which checks are made of it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from qyclient.assets import asset
from qyclient.organizations.rules.lists import Post
from qyclient.records import kinds
from qyclient.records.choices import choice, listed
from qyclient.records.field import Field
from qyclient.records.kinds import Kind

GROUND = "ground"
"""What kinds without declared facts say in one text."""

_KINDS: Mapping[str, Kind[Any]] = {
    "text": kinds.TEXT,
    "long": kinds.LONG_TEXT,
    "date": kinds.DATE,
    "money": kinds.MONEY,
    "count": kinds.COUNT,
    "yes": kinds.YES_NO,
    "account": kinds.ACCOUNT,
    "phone": kinds.PHONE,
    "person": kinds.PERSON_NAME,
    "id": kinds.PAPER_NUMBER,
    "post": choice(Post),
}


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of an application: what each holds."""

    key: str
    label: str
    fields: tuple[Field, ...]

    def keyed(self, number: int, key: str) -> str:
        """Return the key of a cell among the facts."""
        return f"{self.key}.{number}.{key}"


@dataclass(frozen=True, slots=True)
class FactSheet:
    """What is filed by one sort of matter.

    `since` and `until` name the fields that say from when to when it holds; what agrees in the
    fields of `same` takes the place of what was filed before (None: nothing does).
    """

    fields: tuple[Field, ...]
    lines: Lines | None
    most: Mapping[str, int]
    since: str
    until: str
    same: tuple[str, ...] | None
    checks: tuple[str, ...]

    def field(self, key: str) -> Field | None:
        """Return the field of a fact, also of one in a line; None if it is none of ours."""
        if self.lines and key.startswith(f"{self.lines.key}."):
            last = key.rpartition(".")[2]
            return next((field for field in self.lines.fields if field.key == last), None)
        return next((field for field in self.fields if field.key == key), None)

    def rows(self, facts: Mapping[str, str]) -> list[dict[str, str]]:
        """Return the lines that were filled in, in their order."""
        found: list[dict[str, str]] = []
        while self.lines and (row := self._row(facts, len(found))):
            found.append(row)
        return found

    def _row(self, facts: Mapping[str, str], number: int) -> dict[str, str]:
        lines = self.lines
        keyed = (
            [(field.key, lines.keyed(number, field.key)) for field in lines.fields] if lines else []
        )
        return {key: facts[long] for key, long in keyed if facts.get(long)}


@cache
def sheets() -> Mapping[str, FactSheet]:
    """Return what is filed by each sort of matter that files anything."""
    written = json.loads(asset("workflows/facts.json").read_text("utf-8"))
    return {key: _sheet(one) for key, one in written.items()}


def told(kind: str, application: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield what was filed, as lists show it: label and text, personal data masked."""
    sheet = sheets().get(kind)
    for key, (_before, text, *_reason) in application.items():
        field = sheet.field(key) if sheet else None
        if field is None:
            yield "事由", text
            continue
        try:
            shown = field.kind.format(field.kind.parse(text))
        except ValueError:
            shown = text
        number = key.split(".")[1] if "." in key else ""
        label = f"{field.label}（{int(number) + 1}）" if number else field.label
        yield label, field.kind.mask(shown) if field.kind.mask else shown


def _sheet(written: Mapping[str, Any]) -> FactSheet:
    rows = written.get("rows")
    lines = Lines(rows["key"], rows["label"], _fields(rows["fields"])) if rows else None
    most = {one["key"]: one["most"] for one in written["fields"] if "most" in one}
    same = written.get("same")
    return FactSheet(
        _fields(written["fields"]),
        lines,
        most,
        written.get("since", ""),
        written.get("until", ""),
        None if same is None else tuple(same),
        tuple(written.get("checks", ())),
    )


def _fields(written: Sequence[Mapping[str, Any]]) -> tuple[Field, ...]:
    return tuple(
        Field(
            one["key"],
            one["label"],
            _kind(one),
            required=one.get("required", False),
            width=one.get("width", 12),
            help=one.get("help", ""),
        )
        for one in written
    )


def _kind(one: Mapping[str, Any]) -> Kind[Any]:
    if "options" in one:
        return listed({option: option for option in one["options"]})
    return _KINDS[one.get("kind", "text")]
