"""文书样式: which words a paper has here, changing them, and going back to those it came with."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid
from qyclient.office.services import let_administer
from qyclient.organizations.models import PaperText
from qyclient.organizations.rules.paper_texts import text_problem
from qyclient.organizations.rules.papers import MARKS, Paper, papers
from qyclient.organizations.services.drawing import drawn
from qyclient.paper.official.text import filled

_SAMPLE_CODE = "2026-00000"


def text_of(session: Session, paper: Paper) -> str:
    """Return the words of a paper: the office's own, else those it came with."""
    own = _own(session, paper)
    return own.text if own is not None and own.text else paper.text


def own_texts(session: Session) -> Mapping[str, str]:
    """Return the texts the office has changed, by paper."""
    return {one.paper: one.text for one in session.scalars(select(PaperText)) if one.text}


def set_text(session: Session, key: str, text: str) -> PaperText:
    """Give a paper other words from now on; what was issued stays as it was."""
    let_administer(session)
    paper = papers()[key]
    if problem := text_problem(paper, text):
        raise Invalid({"text": problem})
    drawn(session, filled(text, MARKS, MARKS), session.info["today"])
    own = _own(session, paper)
    if own is None:
        own = PaperText(paper=key)
        session.add(own)
    own.text = None if text.strip() == paper.text.strip() else text.strip()
    return own


def back_to_original(session: Session, key: str) -> PaperText | None:
    """Take the words again that the paper came with."""
    let_administer(session)
    own = _own(session, papers()[key])
    if own is not None:
        own.text = None
    return own


def proof(session: Session, key: str, text: str) -> bytes:
    """Return the page of a text, each mark showing what it stands for; refused if it is wrong."""
    if problem := text_problem(papers()[key], text):
        raise Invalid({"text": problem})
    shown = {mark: f"〈{label}〉" for mark, label in MARKS.items()} | {"code": _SAMPLE_CODE}
    return drawn(session, filled(text, shown, MARKS), session.info["today"])


def _own(session: Session, paper: Paper) -> PaperText | None:
    found: PaperText | None = session.scalar(select(PaperText).where(PaperText.paper == paper.key))
    return found
