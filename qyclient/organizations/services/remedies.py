"""救济期限: until when a body may ask for reconsideration or sue, once a decision was served."""

from sqlalchemy.orm import Session

from qyclient.office.rules.clock import due_on
from qyclient.office.rules.limits import limit
from qyclient.organizations.models import Document
from qyclient.organizations.rules.papers import papers
from qyclient.organizations.services.clocks import CALENDAR
from qyclient.organizations.services.texts import text_of
from qyclient.paper.official.text import marks_of
from qyclient.records.dates import format_date

_REMEDY = "government"
_LIMITS = (("RECONSIDER_DAYS", "行政复议"), ("SUE_MONTHS", "行政诉讼"))


def remedies_of(session: Session, document: Document) -> list[str]:
    """Return until when each remedy is open; nothing for a paper that names none."""
    text = text_of(session, papers()[document.paper])
    if document.served_on is None or _REMEDY not in marks_of(text):
        return []
    found = []
    for rule, label in _LIMITS:
        try:
            known = limit(rule, document.served_on)
        except KeyError:  # the law of that day is not among the rows
            continue
        day = due_on(document.served_on, known, CALENDAR)
        if day is not None:
            found.append(f"{label}至 {format_date(day)}（{known.citation}）")
    return found
