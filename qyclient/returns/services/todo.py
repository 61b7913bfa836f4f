"""待办 of returns: what is to be filled, checked, signed and sent, until the day the city set."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.office.rules.todo import Todo
from qyclient.office.services.todo import dues_of
from qyclient.returns.models import Return
from qyclient.returns.rules.states import FLOW, GONE


@dues_of("统计报表")
def returns_in_hand(session: Session) -> Iterator[Todo]:
    """Yield the returns that the city does not have yet, or sent back."""
    query = select(Return.id, Return.title, Return.state, Return.due_on)
    for key, title, state, due_on in session.execute(query.where(Return.state.not_in(GONE))):
        move = FLOW.usual(state)
        what = move.label if move else FLOW.states[state].label
        role = move.role if move else None
        yield Todo("统计报表", what, title, Return, key, due_on, role=role)
