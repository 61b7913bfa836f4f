"""提醒: what the clocks say of contracts in a list, and small purchases that add up."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract
from qyclient.contracts.rules import ProcurementMethod
from qyclient.contracts.rules.clocks import Warn, warnings
from qyclient.contracts.rules.procurement import advice, split, thresholds
from qyclient.contracts.rules.states import RUNNING
from qyclient.contracts.services.suppliers import renamed
from qyclient.office.services import office_of
from qyclient.store.listing import linked

_Same = tuple[str, str | None, int]
_OVER = frozenset({"ARCHIVED", "TERMINATED", "PROCUREMENT_FAILED"})


def warned(session: Session, contracts: Sequence[Contract]) -> dict[UUID, list[Warn]]:
    """Return what to look out for with each contract, the most pressing first."""
    today: date = session.info["today"]
    area = office_of(session).area_code
    together = _together(session, contracts)
    return {
        one.id: [*warnings(one, today), *_renamed(one), *_splits(one, together, area, today)]
        for one in contracts
        if one.status not in _OVER
    }


def warned_of(session: Session, key: UUID) -> list[Warn]:
    """Return the same for one contract."""
    contract = session.scalars(linked(Contract).where(Contract.id == key)).one()
    return warned(session, [contract]).get(key, [])


def advised(session: Session, amount: Decimal, method: ProcurementMethod | None) -> list[str]:
    """Say which procurement methods an amount asks for today, here."""
    limits = thresholds(office_of(session).area_code, session.info["today"])
    return advice(amount, method, limits)


def _together(session: Session, contracts: Sequence[Contract]) -> Mapping[_Same, list[Contract]]:
    """Return what was bought of the same catalogue items, by purchaser, item and year."""
    items = {one.catalogue_item for one in contracts if one.catalogue_item}
    query = select(Contract).where(
        Contract.catalogue_item.in_(items), Contract.status.not_in(_OVER)
    )
    found: dict[_Same, list[Contract]] = defaultdict(list)
    for one in session.scalars(query) if items else ():
        found[_same(one, session.info["today"])].append(one)
    return found


def _renamed(one: Contract) -> list[Warn]:
    runs = one.status in RUNNING and renamed(one)
    return [Warn(f"承接主体已更名为“{one.party}”", False)] if runs else []


def _splits(
    one: Contract, together: Mapping[_Same, list[Contract]], area: str, today: date
) -> list[Warn]:
    worth = _worth(one)
    if not one.catalogue_item or not worth:
        return []
    others = together.get(_same(one, today), [])
    limits = thresholds(area, _day(one, today))
    found = split(worth, [_worth(other) for other in others], limits)
    if found is None:
        return []
    total, most = found
    told = f"同年同一事项合计 {total / 10000:,.2f} 万元，达到 {most / 10000:,.0f} 万元限额"
    return [Warn(f"{told}，请核对是否化整为零", False, "政府采购法第二十八条")]


def _worth(one: Contract) -> Decimal:
    return one.amount or one.budget_amount or Decimal(0)


def _day(one: Contract, today: date) -> date:
    return one.award_on or one.signed_on or today


def _same(one: Contract, today: date) -> _Same:
    return one.purchaser, one.catalogue_item, _day(one, today).year
