"""What follows at the end of a transaction from what it touched, whichever verb it was.

Subjects declare it: the register that runs it knows no subject.
"""

from collections.abc import Callable

from sqlalchemy.orm import Session

Consequence = Callable[[Session], None]
_DECLARED: dict[str, Consequence] = {}
_READ_FIRST: dict[str, Consequence] = {}


def consequence(verb: Consequence) -> Consequence:
    """Declare a verb that runs before each transaction ends; it looks itself what was touched."""
    _DECLARED[f"{verb.__module__}.{verb.__name__}"] = verb
    return verb


def on_opening(query: Consequence) -> Consequence:
    """Declare what is read of a register once it is open, before anything is made of it."""
    _READ_FIRST[f"{query.__module__}.{query.__name__}"] = query
    return query


def read_first(session: Session) -> None:
    """Read what subjects want to know of a register that was just opened."""
    for query in _READ_FIRST.values():
        query(session)


def follow(session: Session) -> None:
    """Let what follows from a transaction happen in it."""
    session.flush()
    for verb in _DECLARED.values():
        verb(session)
    session.flush()
