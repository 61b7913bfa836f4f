"""The existing bodies by kind and by the year in which they were registered."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel

from qyclient.organizations.rules.lists import OrgType
from qyclient.paper.charts import lying, standing
from qyclient.paper.pdf.chart_pages import WIDTH, Drawn, charts_pdf
from qyclient.paper.report import Heading
from qyclient.records.view import Filter
from ui.home.cards import Card, line_button
from ui.home.figures import EXISTING, Figures
from ui.kit.charts import Bars, Count
from ui.kit.tab import Visit

PAPER = "社会组织统计图"
_TITLES = ("存续单位：按种类", "存续单位：按成立登记年份")
_YEARS = 15
Go = Callable[[str, Visit], Callable[..., Any]]


def bars_row(figures: Figures, go: Go, prints: Callable[..., Any]) -> QHBoxLayout:
    """Return both charts side by side; a click opens the list behind a bar."""
    kinds, when = (Card(title) for title in _TITLES)
    kinds.add(Bars(_kinds(figures, go)))
    if figures.years:
        when.add(Bars(_of_years(figures.years, go), upright=True))
        when.add(line_button("打印这两张图…", prints))
    else:
        when.add(QLabel("登记以后，这里按成立登记年份画出单位数。"))
    row = QHBoxLayout()
    row.setSpacing(12)
    for card, stretch in ((kinds, 2), (when, 3)):
        card.fill()
        row.addWidget(card, stretch)
    return row


def printed(figures: Figures, heading: Heading) -> bytes:
    """Return both charts on paper."""
    counts = [_kinds(figures, _nowhere), _of_years(figures.years, _nowhere)]
    lay_out = (lying, standing)
    drawn = [
        Drawn(title, lay([count.counted for count in each], WIDTH))
        for title, each, lay in zip(_TITLES, counts, lay_out, strict=True)
    ]
    return charts_pdf(PAPER, drawn, heading)


def _nowhere(_tab: str, _visit: Visit) -> Callable[..., Any]:
    return lambda *_args: None


def _kinds(figures: Figures, go: Go) -> list[Count]:
    return [_of_kind(sort, figures.types.get(sort, 0), go) for sort in OrgType]


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
