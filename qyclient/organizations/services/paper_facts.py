"""What a matter says to the marks of a paper: nothing is typed twice."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from qyclient.office.models import Office
from qyclient.office.rules.clock import DAYS, Pause, due_on
from qyclient.office.rules.limits import limit
from qyclient.office.services import office_of
from qyclient.organizations.models import Matter, MatterPause, MatterStep, Organization
from qyclient.organizations.rules.citations import citation
from qyclient.organizations.rules.matter_facts import told
from qyclient.organizations.rules.matter_kinds import MatterKind, kinds
from qyclient.organizations.rules.papers import Paper, printed_code
from qyclient.organizations.services.clocks import CALENDAR, steps_of
from qyclient.organizations.services.paper_lists import lists_of
from qyclient.organizations.services.shelving import shelf_facts
from qyclient.records.base import field_of
from qyclient.records.dates import format_date
from qyclient.records.field import Field
from qyclient.store.listing import of

_OF_BODY = {
    "uscc": "uscc",
    "residence": "residence",
    "legal_rep": "legal_rep",
    "supervisor": "business_supervisor",
}
"""Marks that a body answers, by the key of its field."""

_GROUND = "事由"
_OPINIONS = ("examine", "review", "approve")
_SAID = ("missing", "reason", "facts", "evidence", "ground", "statement", "receiver")
"""Answers of steps that marks of the same name repeat."""
_DECIDES = "decide"


def facts_of(session: Session, matter: Matter, paper: Paper, dated: date) -> dict[str, str]:
    """Return the values of the marks that are known; what is not known is not among them."""
    office = office_of(session)
    steps = steps_of(session, matter)
    found = {
        **_of_office(office),
        **_of_steps(steps),
        **_of_matter(matter, paper, dated),
        **_of_clock(session, matter, paper, dated),
        **lists_of(session, matter, paper.key),
        **shelf_facts(session, matter.id),
    }
    found.setdefault("operator", _doer(session, steps, matter, paper))
    return {key: text for key, text in found.items() if text}


def _of_office(office: Office) -> Mapping[str, str]:
    return {
        "office": office.name,
        "address": office.address or "",
        "phone": office.phone or "",
        "contact": office.contact or "",
        "government": office.government or "",
        "court": office.court or "",
    }


def _of_matter(matter: Matter, paper: Paper, dated: date) -> Mapping[str, str]:
    kind = kinds()[matter.kind]
    org_type = matter.org_type.value if matter.org_type else ""
    return {
        "matter": kind.label,
        "matter_number": matter.number,
        "code": printed_code(paper, matter.number),
        "organization": matter.subject,
        "addressee": (matter.applicant or "") if kind.is_new else matter.subject,
        "applicant_phone": matter.phone or "",
        "filed_on": format_date(matter.filed_on),
        "accepted_on": format_date(matter.accepted_on) if matter.accepted_on else "",
        "date": format_date(dated),
        "citation": citation(matter.kind, org_type, dated),
        "content": "\n".join(_content(matter, kind, paper)),
        "title": f"{matter.subject}{kind.label}",
        "author": matter.subject if kind.flow_key != "case" else "",
        "decision": kind.label if kind.flow_key == "decision" else "",
        "remark": matter.remark or "",
        **{mark: _said_of(matter, key) for mark, key in _OF_BODY.items()},
    }


def _said_of(matter: Matter, key: str) -> str:
    """Return what a body is registered with, or applied for."""
    if matter.organization is not None:
        return field_of(Organization, key).show(matter.organization)
    return matter.application.get(key, ["", ""])[1]


def _content(matter: Matter, kind: MatterKind, paper: Paper) -> Iterator[str]:
    """Yield what was applied for, a line each; personal data stays out of it."""
    if kind.is_new:
        for key, (_before, after, *_reason) in matter.application.items():
            field = field_of(Organization, key)
            if not field.personal:
                yield f"{field.label}：{_as_read(field, after)}"
    elif kind.items:
        for key, (before, after, *_reason) in matter.application.items():
            if paper.key != "announcement" or key in kind.announced:
                yield f"{field_of(Organization, key).label}由“{before or '空白'}”变更为“{after}”。"
    else:
        for label, text in told(matter.kind, matter.application):
            yield text if label == _GROUND else f"{label}：{text}"


def _as_read(field: Field, text: str) -> str:
    """Return a typed value as people read it: 30,000.00 and not 30000."""
    try:
        return str(field.kind.format(field.kind.parse(text)))
    except ValueError:
        return text


def _of_steps(steps: Sequence[MatterStep]) -> dict[str, str]:
    """Return what was said with the steps; what was said last counts."""
    found: dict[str, str] = {}
    for step in steps:
        found |= {key: text for key, text in step.answers.items() if key in _SAID}
        if step.move in _OPINIONS:
            found[f"opinion_{step.move}"] = step.opinion or ""
    return found


def _doer(session: Session, steps: Sequence[MatterStep], matter: Matter, paper: Paper) -> str:
    """Return who did the step that the paper belongs to, else who makes it."""
    moves = {move.key for move in kinds()[matter.kind].flow.moves if move.paper == paper.key}
    done = [step.operator for step in steps if step.move in moves]
    return done[-1] if done else str(session.info["stamp"].operator)


def _of_clock(session: Session, matter: Matter, paper: Paper, dated: date) -> Mapping[str, str]:
    """Return how many days the paper names, and until when the decision is due."""
    if not paper.days:
        return {}
    decides = paper.days == _DECIDES
    rule = kinds()[matter.kind].clock(paper.days)
    began = matter.accepted_on or matter.filed_on if decides else dated
    try:
        found = limit(rule, began)
    except KeyError:  # the law of that day knew no such limit
        return {}
    unit = "日" if found.unit == DAYS else f"个{found.unit.removeprefix('个')}"
    stops = of(session, MatterPause, "matter", matter.id)
    pauses = [Pause(stop.since, stop.until) for stop in stops if stop.since >= began]
    extra = matter.extended_days or 0 if decides else 0
    due = due_on(began, found, CALENDAR, pauses if decides else (), extra)
    return {
        "days": f"{int(found.value) + extra}{unit}",
        "due_on": format_date(due) if due else "",
    }
