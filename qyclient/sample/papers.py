"""Papers of the sample county: what its matters were told in writing, and how it was served."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle
from typing import Any

from sqlalchemy.orm import Session

from qyclient.errors import Invalid
from qyclient.organizations.models import Document, MatterStep
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.rules.papers import Paper, papers
from qyclient.organizations.services.documents import cancel, make
from qyclient.organizations.services.serving import amend_delivery, deliver
from qyclient.sample.desk import day_at_desk
from qyclient.store.listing import linked

Answers = Mapping[str, str]
"""What the county says where a matter knows nothing, by mark."""

_NOTICE = "prior_notice"
_WAYS = cycle(("IN_PERSON", "MAIL", "RETURNED", "UNDER_WAY", "NONE"))
"""How one paper after the other was served; a prior notice always was, so that its clock runs."""


def issue_all(session: Session, county: Mapping[str, Any]) -> None:
    """Issue the paper of each step on its day, so that numbers rise with the days."""
    first = True
    for step, paper in _steps(session):
        with day_at_desk(session, step.done_on):
            document = _issued(session, step, paper, county["paper_answers"])
            if first:
                cancel(session, document.id, "致送对象写错，重新制发")
                document = _issued(session, step, paper, county["paper_answers"])
                first = False
        way = "IN_PERSON" if paper.key == _NOTICE else next(_WAYS)
        _serve(session, document, way, step.done_on)


def _steps(session: Session) -> Iterator[tuple[MatterStep, Paper]]:
    """Yield each step after which a numbered paper is issued, in the order of the days."""
    order = (MatterStep.done_on, MatterStep.id)
    for step in session.scalars(linked(MatterStep).order_by(*order)).all():
        moves = {move.key: move.paper for move in kinds()[step.matter.kind].flow.moves}
        paper = papers().get(moves.get(step.move, ""))
        if paper is not None and paper.numbered and not paper.serves:
            yield step, paper


def _issued(session: Session, step: MatterStep, paper: Paper, answers: Answers) -> Document:
    """Issue a paper as who did the step; what its matter does not know is said by the county."""
    today: date = session.info["today"]
    session.info["stamp"] = replace(session.info["stamp"], operator=step.operator)
    key = step.matter.id
    try:
        made = make(session, key, paper.key, {}, today)
    except Invalid as no:
        made = make(session, key, paper.key, {one: answers[one] for one in no.problems}, today)
    return session.get_one(Document, made.document.id if made.document else key)


def _serve(session: Session, document: Document, way: str, day: date) -> None:
    if way == "NONE":
        return
    to = {"receiver": document.addressee[:4], "relation": "收件人"}
    with day_at_desk(session, day):
        if way == "IN_PERSON":
            received = {"received_on": day.isoformat(), **to}
            deliver(session, document.id, {"way": "IN_PERSON", "sent_on": f"{day}", **received})
            return
        mailed = {"way": "MAIL", "sent_on": f"{day}", "tracking": f"EMS{day:%y%m%d}{way[:1]}"}
        sent = deliver(session, document.id, mailed)
    later = day + timedelta(days=3)
    if way == "UNDER_WAY" or later > session.info["today"]:
        return
    outcome = {"received_on": f"{later}", **to}
    if way == "RETURNED":
        outcome = {"returned_on": f"{later}", "returned_because": "查无此人"}
    with day_at_desk(session, later):
        amend_delivery(session, sent.id, sent.version, outcome)
