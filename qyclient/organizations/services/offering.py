"""What papers a matter can have now, and what each still asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from qyclient.office.services import series_of
from qyclient.organizations.models import Document, Matter
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.rules.papers import Paper, papers
from qyclient.organizations.services.clocks import steps_of
from qyclient.organizations.services.paper_facts import facts_of
from qyclient.organizations.services.texts import text_of
from qyclient.paper.official.text import marks_of
from qyclient.store.listing import of

NUMBER, DATE = "number", "date"
"""Marks that are not asked for as the others are: the program or its user says them apart."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that fits where a matter stands; `documents` are those that were issued already."""

    paper: Paper
    documents: tuple[Document, ...]

    @property
    def issued(self) -> Document | None:
        """Return the one that is shown instead of a new one: none can be made beside it."""
        return None if self.paper.serves or not self.documents else self.documents[-1]


def offers(session: Session, matter: Matter) -> list[Offer]:
    """Return the papers of the steps done, the newest first, then those always at hand."""
    kind = kinds()[matter.kind]
    moves = {move.key: move.paper for move in kind.flow.moves}
    steps = [step.move for step in reversed(steps_of(session, matter))]
    done = [moves.get(move, "") for move in steps]
    always = [paper.key for paper in papers().values() if paper.offered(kind, steps)]
    issued = documents_of(session, matter)
    return [
        Offer(papers()[key], tuple(one for one in issued if one.paper == key))
        for key in dict.fromkeys(filter(None, (*done, *always)))
        if issued or not papers()[key].serves
    ]


def documents_of(session: Session, matter: Matter) -> Sequence[Document]:
    """Return what was issued in a matter and still holds, oldest first."""
    found = of(session, Document, "matter", matter.id)
    return [one for one in found if one.cancelled_because is None]


@dataclass(frozen=True, slots=True)
class Blank:
    """A paper before it is made: its marks and whether each must be filled, and what is known.

    `typed` says that its number is typed; the number and the date are no marks here.
    """

    marks: Mapping[str, bool]
    facts: Mapping[str, str]
    typed: bool


def blank_of(session: Session, matter: Matter, key: str, dated: date) -> Blank:
    """Return what a paper of a matter still asks for."""
    paper = papers()[key]
    every = marks_of(text_of(session, paper))
    marks = {mark: needed for mark, needed in every.items() if mark not in {NUMBER, DATE}}
    typed = paper.numbered and not series_of(session, paper.series, dated.year).ours
    return Blank(marks, facts_of(session, matter, paper, dated), typed)
