"""Who works in the office of the sample county."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from sqlalchemy.orm import Session

from qyclient.office.services.staff import add_operator, stand_in

_AWAY = timedelta(days=14), timedelta(days=20)


def seat(
    session: Session,
    people: Sequence[Mapping[str, str]],
    stand_ins: Sequence[Mapping[str, str]],
) -> None:
    """Take the operators in, the first of whom makes the rest; one is away in two weeks' time."""
    session.info["stamp"] = replace(session.info["stamp"], operator=people[0]["name"])
    for texts in people:
        add_operator(session, texts)
        session.flush()
    since, until = (session.info["today"] + days for days in _AWAY)
    for texts in stand_ins:
        stand_in(session, {**texts, "since": since.isoformat(), "until": until.isoformat()})


@contextmanager
def seated(session: Session, name: str) -> Iterator[None]:
    """Let somebody else be at the desk for a while."""
    stamp = session.info["stamp"]
    session.info["stamp"] = replace(stamp, operator=name)
    yield
    session.info["stamp"] = stamp
