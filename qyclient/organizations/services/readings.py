"""What each row of a ledger says, as values: the same door as a form's."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from qyclient.organizations.models import AnnualReview, Organization
from qyclient.organizations.rules.checks import KIND_IN_CODE
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.services.ledgers import REVIEW, Ledger, Rule
from qyclient.paper.ledger.cells import address
from qyclient.paper.ledger.headings import Column
from qyclient.paper.ledger.rows import Line, lines
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.money import has_unit
from qyclient.records.uscc import CodeDefect, normalise_code

_NUMBER = "legacy_cert_no"
_CODE_LIKE = re.compile(r"[159][1239]\d{6}[0-9A-HJ-NPQRTUWXY]{10}")


@dataclass(slots=True)
class Reading:
    """What one row says: values by field key, what is wrong with it, where and why."""

    ledger: Ledger
    line: Line
    facts: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    reviews: dict[int, Any] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    masked: set[str] = field(default_factory=set)
    overridable: set[str] = field(default_factory=set)

    @property
    def number(self) -> int:
        """Return the row as Excel counts."""
        return self.line.row + 1

    def cell(self, key: str) -> str:
        """Return the address of the cell a field came from; empty if it has none."""
        layout = self.ledger.layout
        column = layout.column(key) or (layout.column(_NUMBER) if key == "uscc" else None)
        return address(self.line.row, column.index) if column else ""


def readings(ledger: Ledger, code_reason: str) -> Iterator[Reading]:
    """Return what each row under the headings says."""
    columns = _read_columns(ledger)
    for line in lines(ledger.sheet, ledger.layout):
        if line.row in ledger.decisions.skips:
            line = Line(line.row, line.texts, "已选择略过")  # noqa: PLW2901 - the row, left out
        reading = Reading(ledger, line)
        if name := ledger.layout.column("name"):
            reading.texts["name"] = ledger.decisions.text(
                line.row, name, line.texts.get(name.index, "")
            )
        if not line.aside:
            _read(reading, columns, code_reason)
        yield reading


def _read_columns(ledger: Ledger) -> list[tuple[Column, str, Field]]:
    """Return the columns that count, with the key and the field of each."""
    rules = ledger.decisions.rules
    conclusion = field_of(AnnualReview, "conclusion")
    return [
        (c, c.key, conclusion if c.key.startswith(REVIEW) else field_of(Organization, c.key))
        for c in ledger.layout.columns
        if c.key is not None and rules.get(c.key) is not Rule.IGNORE
    ]


def _read(reading: Reading, columns: Sequence[tuple[Column, str, Field]], code_reason: str) -> None:
    row, texts, ledger = reading.line.row, reading.line.texts, reading.ledger
    for column, key, shown in columns:
        if text := ledger.decisions.text(row, column, texts.get(column.index, "")):
            _take_cell(reading, key, shown, column.unit or ledger.unit, text)
    _accept_code(reading, code_reason)
    for key in [*reading.facts]:
        if key.startswith(REVIEW):
            reading.reviews[int(key.removeprefix(REVIEW))] = reading.facts.pop(key)
    if sort := _type_of(reading.ledger, reading.facts):
        reading.facts.setdefault("org_type", sort)


def _take_cell(reading: Reading, key: str, shown: Field, unit: str, text: str) -> None:
    if shown.kind.name == "money" and unit.startswith("万") and not has_unit(text):
        text += "万元"
    if key == _NUMBER and _CODE_LIKE.fullmatch(text):
        # since 2016 the number on the certificate is the credit code
        key, shown = "uscc", field_of(Organization, "uscc")
        if key in reading.texts:
            return
    _take(reading, key, shown, text)


def _take(reading: Reading, key: str, shown: Field, text: str) -> None:
    if shown.is_empty(text):
        return
    reading.texts[key] = text
    if shown.personal and "*" in text:
        reading.masked.add(key)
        return
    try:
        reading.facts[key] = _parsed(shown.kind.parse, text)
    except CodeDefect as defect:
        reading.problems[key] = shown.complaint(defect)
        if defect.overridable:
            reading.overridable.add(key)
    except ValueError as problem:
        reading.problems[key] = shown.complaint(problem)


@lru_cache(maxsize=50_000)
def _parsed(parse: Callable[[str], Any], text: str) -> Any:
    """Read a cell; most of a ledger says again what other rows have said."""
    return parse(text)


def _accept_code(reading: Reading, reason: str) -> None:
    """Let a code through that breaks the standard, with the reason for it in writing."""
    if reason and "uscc" in reading.overridable:
        del reading.problems["uscc"]
        reading.facts["uscc"] = normalise_code(reading.texts["uscc"])
        reading.facts["code_exception"] = reason


def _type_of(ledger: Ledger, facts: Mapping[str, Any]) -> OrgType | None:
    code = facts.get("uscc") or ""
    return ledger.org_type or KIND_IN_CODE.get(code[1:2])
