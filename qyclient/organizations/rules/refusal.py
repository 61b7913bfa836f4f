"""不予许可、不予受理的法定理由: which grounds the law lists, as dated data."""

from dataclasses import dataclass
from datetime import date

from qyclient.office.rules.dated import held
from qyclient.office.rules.limits import dated
from qyclient.organizations.rules.lists import OrgType


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground on which an application may be refused, and where it stands."""

    reason: str
    citation: str

    def __str__(self) -> str:
        """Return it as it is written into a decision."""
        return f"{self.reason}（{self.citation}）"


def grounds(kind: str, org_type: OrgType | None, move: str, on: date) -> list[Ground]:
    """Return the grounds for a step that says no, in the order of the law."""
    return [
        Ground(reason, row["citation"])
        for row in dated("refusal")["grounds"]
        if held(row, on)
        and move in row["moves"]
        and (not row["kinds"] or kind in row["kinds"])
        and (org_type is None or org_type.value in row["types"])
        for reason in row["reasons"]
    ]
