"""轮换: which backups are kept: of seven days, eight weeks and twenty-four months the newest."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

_DAYS, _WEEKS, _MONTHS = 7, 8, 24


def kept(made: Iterable[datetime]) -> set[datetime]:
    """Return which of these backups are kept; the newest always is."""
    newest_first = sorted(made, reverse=True)
    return {
        *newest_first[:1],
        *_newest_of_each(newest_first, lambda at: at.date(), _DAYS),
        *_newest_of_each(newest_first, lambda at: at.isocalendar()[:2], _WEEKS),
        *_newest_of_each(newest_first, lambda at: (at.year, at.month), _MONTHS),
    }


def _newest_of_each(
    newest_first: list[datetime],
    span: Callable[[datetime], date | tuple[int, ...]],
    many: int,
) -> list[datetime]:
    first: dict[object, datetime] = {}
    for at in newest_first:
        first.setdefault(span(at), at)
    return [*first.values()][:many]
