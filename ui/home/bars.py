"""The existing bodies by kind and by the year in which they were registered."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from qyclient.organizations.rules.lists import OrgType
from qyclient.records.view import Filter
from ui.home.cards import Card
from ui.home.figures import EXISTING
from ui.kit.charts import Bars, Count
from ui.kit.tab import Visit

_YEARS = 15
Go = Callable[[str, Visit], Callable[..., Any]]


def bars_row(types: Mapping[OrgType, int], years: Mapping[int, int], go: Go) -> QHBoxLayout:
    """Return both charts side by side; a click opens the list behind a bar."""
    kinds, when = Card("存续单位：按种类"), Card("存续单位：按成立登记年份")
    kinds.add(Bars([_of_kind(sort, types.get(sort, 0), go) for sort in OrgType]))
    when.add(Bars(_of_years(years, go), upright=True))
    row = QHBoxLayout()
    row.setSpacing(12)
    for card, stretch in ((kinds, 2), (when, 3)):
        card.fill()
        row.addWidget(card, stretch)
    return row


def _of_kind(sort: OrgType, many: int, go: Go) -> Count:
    only = Filter("org_type", among=(sort.value,))
    return Count(sort.label, many, go("社会组织", Visit(filters=(EXISTING, only))))


def _of_years(years: Mapping[int, int], go: Go) -> list[Count]:
    """Return the last years one by one, and all before them together."""
    if not years:
        return []
    first = max(years) - _YEARS + 1
    before = sum(many for year, many in years.items() if year < first)
    counts = []
    if before:
        only = Filter("established_on", most=str(first - 1))
        counts.append(Count("更早", before, go("社会组织", Visit(filters=(EXISTING, only)))))
    for year in range(first, max(years) + 1):
        only = Filter("established_on", least=str(year), most=str(year))
        opens = go("社会组织", Visit(filters=(EXISTING, only)))
        counts.append(Count(str(year), years.get(year, 0), opens))
    return counts
