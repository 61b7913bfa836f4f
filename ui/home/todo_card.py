"""待办 on the first page: how much waits for whom, and the worst of what waits for me."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLabel

from qyclient.office.rules.todo import Side, Todo
from qyclient.office.services.todo import TodoList
from ui.home.cards import Card, figure_button, line_button
from ui.kit.tab import Visit

ROOM = "待办"
SEEN = frozenset({
    "organization", "officer", "contact", "matter", "reserved_name", "annual_review",
    "credit_listing", "reminder", "issue", "old_copy", "correction", "contract", "instalment",
    "payment", "challenge", "function_item", "directory_entry", "evaluation_round",
    "rectification", "grading", "substitution", "operator",
})  # fmt: skip
"""The nouns of which something may be to be done, and what says for whom."""
_LISTED = 10
_ORDER = (Side.MINE, Side.OVERDUE, Side.THEIRS, Side.ALL)


def todo_card(
    found: TodoList,
    go: Callable[[str, Visit], Callable[..., Any]],
    opens: Callable[[Todo], Any],
) -> Card:
    """Return the card: each number opens the list behind it, each line its record."""
    card = Card(ROOM)
    numbers = [
        figure_button(len(found.side(side)), side.label, go(ROOM, Visit(action=side.value)))
        for side in _ORDER
    ]
    card.add_flow(numbers, len(_ORDER))
    mine = found.side(Side.MINE)
    for one in mine[:_LISTED]:
        late = one.overdue(found.today)
        said = "　".join(filter(None, (one.left(found.today), one.sort, one.what, one.subject)))
        card.add(line_button(said, partial(opens, one), "late" if late else "link"))
    if len(mine) > _LISTED:
        card.add(line_button("全部…", go(ROOM, Visit(action=Side.MINE.value))))
    if not mine:
        card.add(QLabel("没有等您办的事项。"))
    card.fill()
    return card
