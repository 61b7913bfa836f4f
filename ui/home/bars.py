"""The charts of the first page: each bar opens the list behind it, and all of them are printed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel

from qyclient.organizations.rules.lists import OrgType
from qyclient.paper.charts import lying, standing
from qyclient.paper.pdf.chart_pages import WIDTH, Drawn, charts_pdf
from qyclient.paper.report import Heading
from qyclient.records.view import Filter
from ui.home.cards import Card, line_button
from ui.home.figures import EXISTING, Figures, of_this_year
from ui.kit.charts import Bars, Count
from ui.kit.tab import Visit

PAPER = "社会组织统计图"
_REGISTER, _MATTERS = "名册", "办件"
_YEARS, _MONTHS = 15, 12
_DECEMBER = 12
Go = Callable[[str, Visit], Callable[..., Any]]
_Chart = Callable[[Figures, Go], list[Count]]


def charts_grid(figures: Figures, go: Go, prints: Callable[..., Any]) -> QGridLayout:
    """Return every chart as a box of its own; a click opens the list behind a bar."""
    grid = QGridLayout()
    grid.setSpacing(12)
    for number, (title, counts_of, upright, nothing) in enumerate(_CHARTS):
        card = Card(title)
        counts = counts_of(figures, go)
        card.add(Bars(counts, upright=upright) if counts else QLabel(nothing))
        if number == 1 and counts:
            card.add(line_button("打印这些图…", prints))
        card.fill()
        grid.addWidget(card, number // 2, number % 2)
    for column, stretch in enumerate((2, 3)):
        grid.setColumnStretch(column, stretch)
    return grid


def printed(figures: Figures, heading: Heading) -> bytes:
    """Return every chart that counts anything on paper."""
    drawn = []
    for title, counts_of, upright, _nothing in _CHARTS:
        if counts := [count.counted for count in counts_of(figures, _nowhere)]:
            drawn.append(Drawn(title, (standing if upright else lying)(counts, WIDTH)))
    return charts_pdf(PAPER, drawn, heading)


def _nowhere(_tab: str, _visit: Visit) -> Callable[..., Any]:
    return lambda *_args: None


def _existing(go: Go, *only: Filter) -> Callable[..., Any]:
    return go(_REGISTER, Visit(filters=(EXISTING, *only)))


def _kinds(figures: Figures, go: Go) -> list[Count]:
    return [
        Count(sort.label, figures.types.get(sort, 0),
              _existing(go, Filter("org_type", among=(sort.value,))))
        for sort in OrgType
    ]  # fmt: skip


def _towns(figures: Figures, go: Go) -> list[Count]:
    """Return the towns, the fullest first, and last what stands in none."""
    found = sorted(figures.towns.items(), key=lambda town: (not town[0], -town[1]))
    return [
        Count(town or "没有填写", many,
              _existing(go, Filter("town", among=(town,)) if town else Filter("town", empty=True)))
        for town, many in found
    ]  # fmt: skip


def _of_years(figures: Figures, go: Go) -> list[Count]:
    """Return the last years one by one, and all before them together."""
    years = figures.years
    if not years:
        return []
    first = max(years) - _YEARS + 1
    before = sum(many for year, many in years.items() if year < first)
    earlier = _existing(go, Filter("established_on", most=str(first - 1)))
    counts = [Count("更早", before, earlier)] if before else []
    return counts + [
        Count(str(year), years.get(year, 0), _founded(go, str(year)))
        for year in range(first, max(years) + 1)
    ]


def _of_months(figures: Figures, go: Go) -> list[Count]:
    """Return the last twelve months, this one included."""
    this = figures.today.year * _DECEMBER + figures.today.month - 1
    found = []
    for number in range(this - _MONTHS + 1, this + 1):
        month = f"{number // _DECEMBER}-{number % _DECEMBER + 1:02d}"
        found.append(Count(month[2:], figures.months.get(month, 0), _founded(go, month)))
    return found if any(count.many for count in found) else []


def _founded(go: Go, when: str) -> Callable[..., Any]:
    return _existing(go, Filter("established_on", least=when, most=when))


def _in_time(figures: Figures, go: Go) -> list[Count]:
    """Return the matters of this year: decided in time or late, open in time or overdue."""
    found = [
        Count(label, figures.handled[label], go(_MATTERS, Visit(filters=filters)))
        for label, filters in of_this_year(figures.today).items()
    ]
    return found if any(count.many for count in found) else []


_CHARTS: Sequence[tuple[str, _Chart, bool, str]] = (
    ("存续单位：按种类", _kinds, False, ""),
    ("存续单位：按成立登记年份", _of_years, True, "登记以后，这里按成立登记年份画出单位数。"),
    ("存续单位：按镇街", _towns, False, "登记以后，这里按镇街画出单位数。"),
    ("近十二个月成立登记", _of_months, True, "近十二个月没有成立登记。"),
    ("办件：今年是否按期", _in_time, False, "今年还没有决定的办件，在办的也没有期限。"),
)
"""The charts: title, what it counts, whether its bars stand, and what is said for nothing."""
