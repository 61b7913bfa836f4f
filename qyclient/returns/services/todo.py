"""待办 of returns: what is to be filled, checked, signed and sent, until the day the city set."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.office.rules.roles import Role
from qyclient.office.rules.todo import Todo
from qyclient.office.services.todo import dues_of
from qyclient.returns.models import OfficialForm, Return
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


@dues_of("市局表样")
def forms_in_hand(session: Session) -> Iterator[Todo]:
    """Yield the forms a notice of the city wants by a day, until they were filled in for it."""
    query = select(OfficialForm.id, OfficialForm.name, OfficialForm.due_on, OfficialForm.filled_on)
    wanted = query.where(OfficialForm.due_on.is_not(None))
    for key, name, due_on, filled_on in session.execute(wanted):
        if filled_on is None:
            yield Todo(
                "市局表样",
                "按市局通知填报",
                name,
                OfficialForm,
                key,
                due_on,
                role=Role.STATISTICIAN,
            )
