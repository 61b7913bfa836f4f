"""What is filed with a matter of the sample county."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from qyclient.organizations.rules.matter_facts import GROUND, FactSheet, sheets
from qyclient.records.field import Field
from qyclient.records.kinds import DATE


def facts_of(kind: str, county: Mapping[str, Any], today: date) -> dict[str, str]:
    """Return what a sort of matter asks for, else why it is begun."""
    sheet, grounds = sheets().get(kind), county["grounds"]
    if sheet is None or not sheet.fields:
        return {GROUND: grounds.get(kind, grounds[""])}
    own = [*sheet.fields, *_first_line(sheet)]
    return {f.key: _example(county["examples"], f, today) for f in own if f.required}


def _first_line(sheet: FactSheet) -> list[Field]:
    lines = sheet.lines
    return [replace(f, key=lines.keyed(0, f.key)) for f in lines.fields] if lines else []


def _example(examples: Mapping[str, str], field: Field, today: date) -> str:
    """Return something that can be filed in a field."""
    key = field.key.rpartition(".")[2]
    if key in examples:
        return examples[key]
    if field.kind.options:
        return field.kind.options[0]
    return str(today) if field.kind is DATE else examples.get(field.kind.name, field.label)
