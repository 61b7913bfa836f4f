"""轮换: which backups are kept.

Of the last two days each, for what was done before noon may be missed in the afternoon; before
that the newest of seven days, eight weeks and twenty-four months.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

_EACH, _DAYS, _WEEKS, _MONTHS = timedelta(days=2), 7, 8, 24


def kept(made: Iterable[datetime]) -> set[datetime]:
    """Return which of these backups are kept; the newest always is."""
    newest_first = sorted(made, reverse=True)
    return {
        *(at for at in newest_first if newest_first[0] - at < _EACH),
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
