"""Drawing the words of a paper as the office prints it."""

from datetime import date

from sqlalchemy.orm import Session

from qyclient.office.services import office_of
from qyclient.organizations.reports import document_page


def drawn(session: Session, words: str, dated: date) -> bytes:
    """Return the page of a paper whose marks are filled."""
    return document_page(words, office_of(session), dated, session.info["stamp"].operator)
