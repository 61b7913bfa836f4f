"""What R10 says of each contract, worked out of the rows in a few questions."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qyclient.contracts.models import CatalogueItem, Contract, Payment, ServiceRecord, Verdict
from qyclient.contracts.reports.bought import Bought
from qyclient.contracts.rules import RecordStatus, Stage
from qyclient.contracts.rules.money import NOTHING
from qyclient.contracts.rules.states import PAID
from qyclient.contracts.services.sums import paid_of
from qyclient.records.base import column_of, field_of
from qyclient.store.listing import standing

Levels = tuple[str | None, str | None, str | None]


def bought(session: Session, contracts: Sequence[Contract], until: date) -> list[Bought]:
    """Return a line for each contract; 本期 is the year of the day."""
    keys = [one.id for one in contracts]
    paid = paid_of(session, keys)
    now = _paid_since(session, keys, date(until.year, 1, 1))
    people = _people(session, keys)
    verdicts = _verdicts(session, keys)
    return [
        _line(session, one, (now.get(one.id, NOTHING), paid[one.id]), people, verdicts)
        for one in contracts
    ]


def _line(
    session: Session,
    contract: Contract,
    paid: tuple[Decimal, Decimal],
    people: dict[UUID, int],
    verdicts: dict[UUID, Verdict],
) -> Bought:
    body, outside = contract.contractor, contract.outside
    verdict = verdicts.get(contract.id)
    kind = body.org_type.label if body else (outside.kind.label if outside else None)
    return Bought(
        contract=contract,
        levels=_levels(session, contract.catalogue_item),
        party=contract.supplier or contract.party,
        code=body.uscc if body else (outside.code if outside else None),
        sort=kind,
        org_grade=body.org_grade.label if body and body.org_grade else None,
        paid_now=paid[0],
        paid=paid[1],
        beneficiaries=people.get(contract.id),
        score=field_of(Verdict, "score").show(verdict) if verdict else None,
        grade=verdict.grade.label if verdict else None,
    )


def _levels(session: Session, item: str | None) -> Levels:
    """Return the three levels under which an item stands; alone if no catalogue knows it."""
    if not item:
        return None, None, None
    found = session.scalar(
        select(CatalogueItem).where(CatalogueItem.name == item).order_by(CatalogueItem.id.desc())
    )
    names: list[str] = [item]
    while found is not None and found.upper:
        above = select(CatalogueItem).where(
            CatalogueItem.code == found.upper,
            column_of(CatalogueItem, "catalogue") == column_of(found, "catalogue"),
        )
        found = session.scalar(above)
        if found is not None:
            names.insert(0, found.name)
    first, second, third, *_ = [*names, None, None, None]
    return first, second, third


def _paid_since(session: Session, keys: Sequence[UUID], since: date) -> dict[UUID, Decimal]:
    owner = column_of(Payment, "contract")
    query = select(owner, func.sum(Payment.amount)).where(
        owner.in_(keys), Payment.status.in_(PAID), Payment.paid_on >= since
    )
    return {row[0]: row[1] for row in session.execute(query.group_by(owner))}


def _people(session: Session, keys: Sequence[UUID]) -> dict[UUID, int]:
    owner = column_of(ServiceRecord, "contract")
    query: Any = select(owner, func.sum(ServiceRecord.beneficiaries)).where(
        owner.in_(keys), ServiceRecord.status == RecordStatus.RECOGNISED
    )
    return {row[0]: row[1] for row in session.execute(query.group_by(owner)) if row[1]}


def _verdicts(session: Session, keys: Sequence[UUID]) -> dict[UUID, Verdict]:
    owner = column_of(Verdict, "contract")
    query = select(Verdict).where(
        owner.in_(keys), standing(Verdict), Verdict.confirmed_by.is_not(None)
    )
    found: dict[UUID, Verdict] = {}
    for one in session.scalars(query):
        key = column_of(one, "contract")
        if key not in found or one.stage is Stage.FINAL:
            found[key] = one
    return found
