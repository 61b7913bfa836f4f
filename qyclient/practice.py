"""练习日期: a day the program takes for today; the real time is kept beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from qyclient.errors import Refused

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Practice:
    """A clock that shows the real time of day on the day that is practised."""

    real: Clock
    day: date

    def __call__(self) -> datetime:
        """Return the time as the program takes it."""
        now = self.real()
        return now.replace(year=self.day.year, month=self.day.month, day=self.day.day)


def practised(clock: Clock) -> date | None:
    """Return the day that is practised by a clock; None for the office's own."""
    return clock.day if isinstance(clock, Practice) else None


def real_time(clock: Clock) -> datetime:
    """Return when it really is, whatever day is practised."""
    return clock.real() if isinstance(clock, Practice) else clock()


def told(clock: Clock) -> str:
    """Return what is written beside the real time; nothing by the office's own clock."""
    day = practised(clock)
    return f"【练习日期 {day}】" if day else ""


def day_practised(text: str) -> date:
    """Return the day that is asked for, as 2012-08-30."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"--today 应写成 2012-08-30 的样子，而不是“{text}”。") from None
