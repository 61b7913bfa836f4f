"""承诺事项: what callers were promised and is not done yet, on the first page."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from qyclient.organizations.services.notes import keep_promise
from ui.home.cards import Card, line_button
from ui.kit.jobs import Jobs
from ui.kit.tab import Visit

_LISTED = 6


def promises_card(
    jobs: Jobs, promises: Sequence[Any], today: date, go: Callable[[str, Visit], Callable[..., Any]]
) -> Card:
    """Return the card of what is open, the most pressing first; 办结 marks one as kept today."""
    card = Card(f"承诺事项（{len(promises)}）")
    for contact in promises[:_LISTED]:
        late = contact.due_on is not None and contact.due_on < today
        text = f"{contact.due_on}　{contact.promise}　{contact.organization}"
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        opens = go("社会组织", Visit(words=str(contact.organization)))
        said = f"已过期　{text}" if late else text
        row.addWidget(line_button(said, opens, "late" if late else "link"), 1)
        done = QPushButton("办结")
        done.setAccessibleName(f"办结：{contact.promise}")
        done.clicked.connect(partial(_keep, jobs, contact))
        row.addWidget(done)
        card.add(line)
    card.fill()
    return card


def _keep(jobs: Jobs, contact: Any, _checked: bool = False) -> None:
    said = f"已办结：{contact.promise}"
    jobs.write(keep_promise, contact.id, then=lambda _kept: jobs.said.emit(said))
