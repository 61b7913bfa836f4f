"""信用名单: why a body is put on a list, and when it may leave it (民政部令第60号)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qyclient.office.rules.clock import due_on
from qyclient.office.rules.dated import held
from qyclient.office.rules.limits import Limit, dated, limit
from qyclient.office.rules.workdays import Calendar
from qyclient.organizations.rules.lists import CreditList

_CALENDAR = Calendar()
_CLOCKS = {CreditList.ABNORMAL: "ABNORMAL_TO_SERIOUS", CreditList.SERIOUS: "SERIOUS_MIN_YEARS"}
REPORT, TWO_YEARS = "REPORT", "TWO_YEARS"


@dataclass(frozen=True, slots=True)
class Ground:
    """事由: why a body is put on a list, with where the law says so."""

    key: str
    on_list: CreditList
    label: str
    citation: str

    @property
    def text(self) -> str:
        """Return it as a decision says it."""
        return f"{self.label}（{self.citation}）"


def grounds(on_list: CreditList, on: date) -> Sequence[Ground]:
    """Return the grounds of a list as they held on a day."""
    return [
        Ground(row["key"], on_list, row["label"], row["citation"])
        for row in dated("credit")["grounds"]
        if row["list"] == on_list.value and held(row, on)
    ]


def ground(key: str, on: date) -> Ground:
    """Return one ground by its key; KeyError if it did not hold on the day."""
    every = [one for on_list in CreditList for one in grounds(on_list, on)]
    return {one.key: one for one in every}[key]


def lifting(on_list: CreditList, on: date) -> str:
    """Return the usual ground for taking a body off a list."""
    rows = (r for r in dated("credit")["lifting"] if r["list"] == on_list.value and held(r, on))
    return next((f"{row['label']}（{row['citation']}）" for row in rows), "")


def penalty_for(years: int, on: date) -> tuple[str, str]:
    """Return the kind of case that years missed in a row call for, and why; nothing for few."""
    for row in dated("credit")["penalty"]:
        if held(row, on) and years >= row["misses"]:
            return row["kind"], f"{row['label'].format(years=years)}（{row['citation']}）"
    return "", ""


def clock_of(on_list: CreditList, on: date) -> Limit:
    """Return the rule of how long a body stands on a list before something follows."""
    return limit(_CLOCKS[on_list], on)


def turning_day(on_list: CreditList, since: date) -> date | None:
    """Return the day after which a listing leads on: to the worse list, or to being lifted."""
    try:
        return due_on(since, clock_of(on_list, since), _CALENDAR)
    except KeyError:  # listed before the law knew the list
        return None
