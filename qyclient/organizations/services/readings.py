"""What each row of a ledger says, as values: the same door as a form's."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from qyclient.organizations.models import AnnualReview, Organization
from qyclient.organizations.rules.checks import KIND_IN_CODE
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.services.ledgers import REVIEW, Ledger, Rule
from qyclient.paper.ledger.cells import address
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
    for line in lines(ledger.sheet, ledger.layout):
        if line.row in ledger.decisions.skips:
            line = Line(line.row, line.texts, "已选择略过")  # noqa: PLW2901 - the row, left out
        reading = Reading(ledger, line)
        if name := ledger.layout.column("name"):
            reading.texts["name"] = ledger.decisions.text(
                line.row, name, line.texts.get(name.index, "")
            )
        if not line.aside:
            _read(reading, code_reason)
        yield reading


def _read(reading: Reading, code_reason: str) -> None:
    decisions = reading.ledger.decisions
    for column in reading.ledger.layout.columns:
        text = reading.line.texts.get(column.index, "")
        text = decisions.text(reading.line.row, column, text)
        ignored = decisions.rules.get(column.key or "") is Rule.IGNORE
        if column.key is None or not text or ignored:
            continue
        if column.key.startswith(REVIEW):
            _take(reading, column.key, field_of(AnnualReview, "conclusion"), text)
        else:
            _take_fact(reading, column.key, column.unit or reading.ledger.unit, text)
    _accept_code(reading, code_reason)
    for key in [*reading.facts]:
        if key.startswith(REVIEW):
            reading.reviews[int(key.removeprefix(REVIEW))] = reading.facts.pop(key)
    if sort := _type_of(reading.ledger, reading.facts):
        reading.facts.setdefault("org_type", sort)


def _take_fact(reading: Reading, key: str, unit: str, text: str) -> None:
    shown = field_of(Organization, key)
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
        reading.facts[key] = shown.kind.parse(text)
    except CodeDefect as defect:
        reading.problems[key] = shown.complaint(defect)
        if defect.overridable:
            reading.overridable.add(key)
    except ValueError as problem:
        reading.problems[key] = shown.complaint(problem)


def _accept_code(reading: Reading, reason: str) -> None:
    """Let a code through that breaks the standard, with the reason for it in writing."""
    if reason and "uscc" in reading.overridable:
        del reading.problems["uscc"]
        reading.facts["uscc"] = normalise_code(reading.texts["uscc"])
        reading.facts["code_exception"] = reason


def _type_of(ledger: Ledger, facts: Mapping[str, Any]) -> OrgType | None:
    code = facts.get("uscc") or ""
    return ledger.org_type or KIND_IN_CODE.get(code[1:2])
