"""文书: what can be made of a matter now, making it, and keeping what was issued as it was."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Document, Matter, Organization
from qyclient.organizations.rules.papers import MARKS, Paper, papers
from qyclient.organizations.services.drawing import drawn
from qyclient.organizations.services.numbering import numbered
from qyclient.organizations.services.offering import NUMBER, Offer, offers
from qyclient.organizations.services.paper_facts import facts_of
from qyclient.organizations.services.texts import text_of
from qyclient.paper.official.text import filled, marks_of
from qyclient.records.dates import format_date
from qyclient.store.listing import linked


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as it is printed: its words, its page, and what was kept of it; a form is not."""

    paper: Paper
    words: str
    pdf: bytes
    document: Document | None

    @property
    def name(self) -> str:
        """Return what a file of it is called."""
        number = f"{self.document.number} " if self.document and self.document.number else ""
        return f"{number}{self.paper.label}"


@dataclass(frozen=True, slots=True)
class About:
    """What a paper is about: a matter, or a body without one; and what it is called."""

    subject: str
    matter: Matter | None = None
    organization: Organization | None = None


def make(
    session: Session,
    matter: UUID,
    key: str,
    said: Mapping[str, str],
    dated: date,
    number: str = "",
) -> Made:
    """Make a paper of a matter and keep it if it is numbered; one that stands is shown as it was.

    `said` are values of marks that the matter does not know or that are to be others; `number` is
    typed where the general office allots it.
    """
    one = session.scalar(linked(Matter).where(Matter.id == matter))
    if one is None:
        raise Refused("这个办件已不存在。")
    paper = papers()[key]
    [offer] = [o for o in offers(session, one) if o.paper is paper] or [Offer(paper, ())]
    if offer.issued is not None:
        return kept(session, offer.issued.id)
    if dated < one.filed_on:
        raise Invalid({"date": f"成文日期不能早于收件日期（{format_date(one.filed_on)}）"})
    facts = {**facts_of(session, one, paper, dated), **said}
    return issue(session, paper, About(one.subject, one, one.organization), facts, dated, number)


def issue(
    session: Session,
    paper: Paper,
    about: About,
    facts: Mapping[str, str],
    dated: date,
    number: str = "",
) -> Made:
    """Fill a paper in, number it, draw it, and keep it; a form is only drawn."""
    if dated > session.info["today"]:
        raise Invalid({"date": "成文日期不能晚于今天"})
    operator: str = session.info["stamp"].operator
    facts = {**facts, "date": format_date(dated)}
    text = text_of(session, paper)
    if not paper.numbered:
        words = filled(text, facts, MARKS)
        return Made(paper, words, drawn(session, words, dated), None)
    needed = marks_of(text).get(NUMBER, False)
    told, sequence = numbered(session, paper, dated, number, needed=needed)
    words = filled(text, {**facts, NUMBER: told}, MARKS)
    pdf = drawn(session, words, dated)
    document = Document(
        number=told or None,
        paper=paper.key,
        subject=about.subject,
        matter=about.matter,
        organization=about.organization,
        addressee=facts.get("addressee") or about.subject,
        dated=dated,
        issued_by=operator,
        series=paper.series,
        year=dated.year,
        sequence=sequence,
        pdf_sha256=hashlib.sha256(pdf).hexdigest(),
        words=words,
        pdf=pdf,
    )
    session.add(document)
    session.flush()
    return Made(paper, words, pdf, document)


def kept(session: Session, key: UUID) -> Made:
    """Return an issued paper as it was, page and words."""
    query = linked(Document).where(Document.id == key).options(undefer(Document.pdf))
    document = session.scalars(query).one()
    if hashlib.sha256(document.pdf).hexdigest() != document.pdf_sha256:
        raise Refused("这份文书的存档页与登记的指纹不符，可能被改动过，请从备份恢复。")
    return Made(papers()[document.paper], document.words, document.pdf, document)


def cancel(session: Session, key: UUID, because: str) -> Document:
    """Say that an issued paper does not hold: it keeps its number, another may be issued."""
    document = session.get_one(Document, key)
    if not because.strip():
        raise Invalid({"cancelled_because": "请填写作废原因"})
    if document.cancelled_because is not None:
        raise Refused(f"{document} 已经作废。")
    document.cancelled_because = because.strip()
    return document


def find_document(session: Session, number: str) -> Document | None:
    """Return the paper of a number that holds."""
    mine = (Document.number == number.strip()) & Document.cancelled_because.is_(None)
    found: Document | None = session.scalar(select(Document).where(mine))
    return found
