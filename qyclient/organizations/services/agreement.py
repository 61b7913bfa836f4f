"""Whether a cell says what is stored: exactly, masked, or rounded as lists round."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from qyclient.office.rules.areas import renamed
from qyclient.organizations.models import Organization
from qyclient.records.base import field_of

_SHOWN = Decimal(1000)
"""Statistical forms show 万元 with one decimal: what is finer than 1,000 元 they cannot show."""


def differs(key: str, stored: Any, value: Any) -> bool:
    """Say whether a value changes what is stored; a county's new name is no change of name."""
    if key == "name":
        return stored not in renamed(value)
    return bool(stored != value)


def agrees_masked(key: str, stored: Any, text: str) -> bool:
    """Say whether a masked cell is what we would show of the stored value."""
    kind = field_of(Organization, key).kind
    return bool(stored) and kind.mask is not None and kind.mask(str(stored)) == text.strip()


def rounded(stored: Decimal | None, value: Decimal, text: str) -> bool | None:
    """Say whether a cell in 万元 is the stored amount rounded.

    True: it agrees. False: it disagrees, and cannot have shown the stored amount whole, so a
    person must decide. None: it is a plain amount.
    """
    step = _step(text)
    if stored is None or not step or stored % step == 0:
        return None
    if (stored / step).quantize(Decimal(1), ROUND_HALF_UP) * step == value:
        return True
    return None if step < _SHOWN or stored % _SHOWN == 0 else False


def _step(text: str) -> Decimal:
    """Return the smallest difference a cell written in 万元 can show, in yuan; 0 for others."""
    number = text.removesuffix("元").removesuffix("万").replace(",", "").strip()
    if not text.strip().endswith(("万元", "万")) or not number.replace(".", "", 1).isdecimal():
        return Decimal(0)
    return Decimal(10_000).scaleb(-len(number.partition(".")[2]))
