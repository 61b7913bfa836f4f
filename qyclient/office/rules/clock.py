"""期限: until when something must be done, what does not count, and how it is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qyclient.office.rules.limits import Limit
from qyclient.office.rules.workdays import Calendar

WORK_DAYS, DAYS, MONTHS, YEARS = "工作日", "天", "个月", "年"
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Pause:
    """不计入期限的时间: from a day until another, or still (行政许可法第四十五条)."""

    since: date
    until: date | None


def due_on(
    start: date, limit: Limit, calendar: Calendar, pauses: Sequence[Pause] = (), extra: int = 0
) -> date | None:
    """Return the last day of a limit that begins the day after `start`; None while it stands still.

    Each pause moves the end by as many days as it took, counted in the unit of the limit; `extra`
    is by how much the head of the office extended it.
    """
    if any(pause.until is None for pause in pauses):
        return None
    amount = int(limit.value) + extra
    if limit.unit == WORK_DAYS:
        lost = sum(calendar.between(p.since, p.until) for p in pauses if p.until)
        return calendar.after(start, amount + lost)
    days = timedelta(days=sum((p.until - p.since).days for p in pauses if p.until))
    if limit.unit == DAYS:
        return start + timedelta(days=amount) + days
    return _later(start, amount * (_LAST_MONTH if limit.unit == YEARS else 1)) + days


def _later(start: date, months: int) -> date:
    """Return the same day some months later, or the last of a month that has no such day."""
    count = start.year * _LAST_MONTH + start.month - 1 + months
    year, month = divmod(count, _LAST_MONTH)
    following = date(year + month // (_LAST_MONTH - 1), (month + 1) % _LAST_MONTH + 1, 1)
    last = following - timedelta(days=1)
    return min(date(year, month + 1, 1) + timedelta(days=start.day - 1), last)


def said_of(due: date, today: date, calendar: Calendar, unit: str = WORK_DAYS) -> str:
    """Return how much time is left as the desk says it: 剩 3 个工作日，9月18日 到期."""
    when = (
        f"{due.month}月{due.day}日"
        if due.year == today.year
        else f"{due:%Y}年{due.month}月{due.day}日"
    )
    if due == today:
        return f"今天（{when}）到期"
    count = count_of(due, today, calendar, unit)
    return f"{count}（{when} 到期）" if due < today else f"{count}，{when} 到期"


def count_of(due: date, today: date, calendar: Calendar, unit: str = WORK_DAYS) -> str:
    """Return how much time is left without the day: 剩 3 个工作日, 已超期 2 天."""
    if due == today:
        return "今天到期"
    count = calendar.between(today, due) if unit == WORK_DAYS else (due - today).days
    word = "个工作日" if unit == WORK_DAYS else "天"
    return f"已超期 {-count} {word}" if due < today else f"剩 {count} {word}"
