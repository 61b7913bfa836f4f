"""What each session is opened within, for what is asked for too deep down to be handed over.

A register that opens sessions knows no subject; whoever wants something around them says so.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager

from sqlalchemy.orm import Session

Surrounding = Callable[[Session], AbstractContextManager[None]]
_DECLARED: dict[str, Surrounding] = {}


def surrounding(made: Surrounding) -> Surrounding:
    """Declare what every session is opened within."""
    _DECLARED[f"{made.__module__}.{made.__name__}"] = made
    return made


@contextmanager
def surrounded(session: Session) -> Iterator[None]:
    """Open what the subjects want around a session, and close it in the end."""
    with ExitStack() as stack:
        for made in _DECLARED.values():
            stack.enter_context(made(session))
        yield
