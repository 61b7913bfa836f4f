"""Who works in the office of the sample county."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from qyclient.office.services.staff import add_operator


def seat(session: Session, people: Sequence[Mapping[str, str]]) -> None:
    """Take the operators in, the first of whom makes the rest of the county."""
    session.info["stamp"] = replace(session.info["stamp"], operator=people[0]["name"])
    for texts in people:
        add_operator(session, texts)
        session.flush()
