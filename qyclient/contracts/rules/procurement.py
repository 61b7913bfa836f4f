"""采购限额: advice on the procurement method from dated thresholds; advice only, never a bar.

采购法 art 27 asks for open tender above the published amount, art 28 forbids splitting to avoid it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from qyclient.contracts.rules.lists import ProcurementMethod
from qyclient.office.rules.dated import held
from qyclient.office.rules.limits import dated

_MANY = 2


@dataclass(frozen=True, slots=True)
class Thresholds:
    """分散采购限额 and 公开招标数额标准 of a region on a day; yuan."""

    decentralised: Decimal
    tender: Decimal
    citation: str

    def band(self, amount: Decimal) -> str:
        """Return the band an amount falls into, as the rules name it."""
        if amount >= self.tender:
            return "above"
        return "between" if amount >= self.decentralised else "below"


def thresholds(area: str, on: date) -> Thresholds | None:
    """Return what holds in an area on a day, the narrowest region first; None if nothing did."""
    rows = [row for row in dated("procurement")["thresholds"] if held(row, on)]
    mine = [row for row in rows if area.startswith(row["area"])]
    if not mine:
        return None
    row = max(mine, key=lambda one: len(one["area"]))
    return Thresholds(Decimal(row["decentralised"]), Decimal(row["tender"]), row["citation"])


def advice(
    amount: Decimal, method: ProcurementMethod | None, limits: Thresholds | None
) -> list[str]:
    """Say which methods an amount asks for, and whether the one chosen is among them."""
    if limits is None or amount <= 0:
        return []
    band = limits.band(amount)
    wan = f"{amount / 10000:,.2f} 万元"
    said = _BANDS[band].format(
        wan=wan,
        least=f"{limits.decentralised / 10000:,.0f} 万元",
        most=f"{limits.tender / 10000:,.0f} 万元",
    )
    told = [f"{said}（{limits.citation}；以当年本地标准为准）"]
    fits: Sequence[Any] = dated("procurement")[band]
    if method is not None and method.value not in fits:
        told.append(f"所选“{method.label}”与上述提示不符，请写明理由和批准文件。")
    return told


def split(
    alone: Decimal, together: Sequence[Decimal], limits: Thresholds | None
) -> tuple[Decimal, Decimal] | None:
    """Return the sum and the threshold that several small purchases reach together, or nothing."""
    total = sum(together, Decimal(0))
    if limits is None or len(together) < _MANY:
        return None
    for most in (limits.tender, limits.decentralised):
        if alone < most <= total:
            return total, most
    return None


_BANDS = {
    "below": "提示：{wan}低于分散采购限额 {least}，可以由本单位按内控制度自行采购",
    "between": "提示：{wan}达到分散采购限额 {least}，应当采用政府采购方式",
    "above": "提示：{wan}达到公开招标数额标准 {most}，应当公开招标；改用其他方式须事先批准",
}
