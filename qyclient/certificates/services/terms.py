"""机关名称和签发人, by the day: a certificate of 2012 says who issued in 2012."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.certificates.models import SignatureTerm
from qyclient.errors import Invalid
from qyclient.office.rules.areas import issuing_authority
from qyclient.office.services import office_of
from qyclient.store.entry import entered
from qyclient.store.listing import standing


def terms(session: Session) -> Sequence[SignatureTerm]:
    """Return who signed and what the office was called, the newest first."""
    query = select(SignatureTerm).where(standing(SignatureTerm))
    return session.scalars(query.order_by(SignatureTerm.since.desc())).all()


def add_term(session: Session, texts: Mapping[str, str]) -> SignatureTerm:
    """Keep who signs, or what the office is called, from a day on.

    Who signed until then ends on the day before, if his row was open.
    """
    term = entered(session, SignatureTerm, texts)
    if not term.signatory and not term.office_name:
        raise Invalid({"signatory": "请填写签发人或机关名称"})
    if term.until is not None and term.until < term.since:
        raise Invalid({"until": "止日不能早于起日"})
    for before in terms(session):
        same = bool(before.signatory) == bool(term.signatory)
        if same and before.until is None and before.since < term.since:
            before.until = date.fromordinal(term.since.toordinal() - 1)
    session.add(term)
    session.flush()
    return term


def office_on(session: Session, day: date) -> str:
    """Return what the office was called on a day: by its own rows, else by the history of areas."""
    office = office_of(session)
    named = (term.office_name for term in terms(session) if _held(term, day) and term.office_name)
    return next(named, None) or issuing_authority(office.area_code, office.name, day)


def signatory_on(session: Session, day: date) -> str | None:
    """Return who signed on a day; None if nobody is written down."""
    names = (term.signatory for term in terms(session) if _held(term, day) and term.signatory)
    return next(names, None)


def _held(term: SignatureTerm, day: date) -> bool:
    return term.since <= day and (term.until is None or day <= term.until)
