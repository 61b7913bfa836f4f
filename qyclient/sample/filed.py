"""What bodies of the sample county filed: seal, account, fees, support."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from qyclient.organizations.rules.matter_facts import sheets, told
from qyclient.records.dates import parse_date

Filed = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Name of a body to sort of matter to facts, as the county's file writes them."""


def filed(key: UUID, name: str, county: Filed) -> list[dict[str, Any]]:
    """Return the rows of what a body filed; most filed nothing that is known."""
    return [_row(key, kind, facts) for kind, facts in county.get(name, {}).items()]


def _row(key: UUID, kind: str, facts: Mapping[str, str]) -> dict[str, Any]:
    sheet = sheets()[kind]
    shown = told(kind, {name: ["", text, ""] for name, text in facts.items()})
    return {
        "organization_id": key,
        "kind": kind,
        "content": "；".join(f"{label} {text}" for label, text in shown),
        "since": parse_date(facts[sheet.since]),
        "facts": facts,
    }
