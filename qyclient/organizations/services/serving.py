"""送达: a paper is handed over; from that day the law counts (行政处罚法第六十四条)."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Refused, refuse
from qyclient.organizations.models import Delivery, Document
from qyclient.organizations.rules.serving import problems, served_on
from qyclient.organizations.services.clocks import settle_due
from qyclient.store.entry import amended
from qyclient.store.listing import linked, of
from qyclient.store.rows import entered_under, values_of

_DOCUMENT = "document"


def deliver(session: Session, document: UUID, texts: Mapping[str, str]) -> Delivery:
    """Note that a paper was sent or handed over."""
    paper = _standing(session, document)
    if open_delivery(session, document) is not None:
        raise Refused(f"{paper} 上一次送出还没有结果，请先填写签收或退回。")
    by = {"handed_by": session.info["stamp"].operator}
    given = {key: text for key, text in texts.items() if text.strip()}
    delivery = entered_under(session, Delivery, by | given, document=paper)
    session.add(delivery)
    return _settled(session, delivery, paper)


def amend_delivery(session: Session, key: UUID, version: int, texts: Mapping[str, str]) -> Delivery:
    """Note what became of it: signed for, or returned."""
    delivery = amended(session, Delivery, key, version, texts)
    return _settled(session, delivery, _standing(session, _paper_of(session, key)))


def deliveries_of(session: Session, document: UUID) -> Sequence[Delivery]:
    """Return how a paper was sent, the first try first."""
    return of(session, Delivery, _DOCUMENT, document)


def open_delivery(session: Session, document: UUID) -> Delivery | None:
    """Return the try that has no outcome yet."""
    for one in deliveries_of(session, document):
        if one.served_on is None and one.returned_on is None:
            return one
    return None


def _paper_of(session: Session, key: UUID) -> UUID:
    [delivery] = session.scalars(linked(Delivery).where(Delivery.id == key))
    return delivery.document.id


def _standing(session: Session, key: UUID) -> Document:
    found: Document | None = session.scalar(linked(Document).where(Document.id == key))
    if found is None or found.cancelled_because is not None:
        raise Refused("这份文书已作废，不再送达。")
    return found


def _settled(session: Session, delivery: Delivery, paper: Document) -> Delivery:
    """Work out when it counts as served, and let the matter's clock follow."""
    facts = values_of(delivery)
    today: date = session.info["today"]
    refuse(problems(facts, paper.dated, today))
    try:
        delivery.served_on = served_on(facts)
    except KeyError as never:
        raise Refused("那一天的法律还没有公告送达的期限，请核对日期。") from never
    paper.served_on = delivery.served_on
    session.flush()
    if paper.matter is not None:
        settle_due(session, paper.matter)
        session.flush()
    return delivery
