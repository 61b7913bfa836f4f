"""名称的组成: which area, which brand, which field, which organizational form."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from qyclient.office.rules.limits import dated, in_force
from qyclient.organizations.rules.lists import OrgType

PART_LABELS = {"area": "行政区划", "brand": "字号", "field": "行（事）业领域", "form": "组织形式"}


@dataclass(frozen=True, slots=True)
class Parts:
    """名称的组成; `brand` and `field` cannot always be told apart, then `field` holds both."""

    area: str = ""
    brand: str = ""
    field: str = ""
    form: str = ""

    @property
    def core(self) -> str:
        """Return what tells the name apart: without area and form."""
        return self.brand + self.field

    def told(self) -> list[tuple[str, str]]:
        """Return each part with what it is called."""
        return [(label, getattr(self, key)) for key, label in PART_LABELS.items()]


def rows(name: str, on: date) -> dict[str, Any]:
    """Return the row of a rule about names that held on a day."""
    return in_force(dated("names")[name], on)


@cache
def forms(org_type: OrgType | None, on: date) -> tuple[str, ...]:
    """Return the organizational forms of a kind, or of all, the longest first."""
    row = rows("forms", on)
    kinds = [org_type] if org_type else [*OrgType]
    found = {form for kind in kinds for form in row[kind.value]}
    return tuple(sorted(found, key=lambda form: (-len(form), form)))


def parts_of(name: str, places: Collection[str], org_type: OrgType | None, on: date) -> Parts:
    """Return the parts of a name; `places` are the names of areas it may begin with."""
    area, rest = "", name
    while place := max(filter(rest.startswith, places), key=len, default=""):
        area, rest = area + place, rest.removeprefix(place)
    mine = next((form for form in forms(org_type, on) if rest.endswith(form)), "")
    form = mine or next((form for form in forms(None, on) if rest.endswith(form)), "")
    core = rest.removesuffix(form) if form else rest
    brand = ""
    if org_type in {OrgType.PRIVATE_NON_ENTERPRISE, OrgType.FOUNDATION}:
        begins = [at for word in rows("fields", on)["words"] if (at := core.find(word)) > 0]
        brand = core[: min(begins)] if begins else ""
    return Parts(area, brand, core.removeprefix(brand), form)
