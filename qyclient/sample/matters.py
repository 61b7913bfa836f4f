"""Matters of the sample county in every state of every flow, made by the desk's own verbs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.office.rules.clock import WORK_DAYS
from qyclient.office.rules.limits import limit
from qyclient.office.rules.workflow import ANSWERS, Flow, Move, flow
from qyclient.office.services.people import able_to
from qyclient.organizations.models import Matter, Organization
from qyclient.organizations.rules.lists import OrgStatus, OrgType
from qyclient.organizations.rules.matter_kinds import MatterKind, kinds
from qyclient.organizations.rules.standing import permit
from qyclient.organizations.services.filing import open_matter
from qyclient.organizations.services.holding import papers_of, receive
from qyclient.organizations.services.matters import advance, asked
from qyclient.organizations.services.standing import standing_of
from qyclient.sample.bodies import Maker
from qyclient.sample.desk import day_at_desk, let_sit, work_days_before
from qyclient.sample.facts import facts_of
from qyclient.sample.papers import issue_all

_MARGINS = cycle((4, -2, 9, -6, 1))
"""How many days before its end a clock stands today; below nothing it is overdue."""

_PACE = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """What the county says of its matters, the bodies that have none yet, and its inventor."""

    county: Mapping[str, Any]
    maker: Maker
    bodies: list[Organization]


def handle(session: Session, county: Mapping[str, Any], maker: Maker) -> None:
    """Bring one matter into each state of each flow, with the papers of its steps."""
    margins, turn = iter(_MARGINS), 0
    told = _Told(county, maker, _bodies(session))
    for flow_key, chosen in county["matters"].items():
        for state in flow(flow_key).states:
            able = [k for k in map(kinds().__getitem__, chosen) if state in k.flow.states]
            kind = able[turn % len(able)]
            _bring(session, told, kind, way_to(kind.flow, state), next(margins), turn)
            turn += 1
    session.flush()
    issue_all(session, county)


def way_to(found: Flow, state: str) -> list[Move]:
    """Return the shortest way to a state, by the moves as they are declared."""
    ways: dict[str, list[Move]] = {found.start: []}
    ahead = [found.start]
    while ahead:
        at = ahead.pop(0)
        for move in found.moves_from(at):
            if move.to and move.to not in ways:
                ways[move.to] = [*ways[at], move]
                ahead.append(move.to)
    return ways[state]


def _bring(
    session: Session, told: _Told, kind: MatterKind, way: Sequence[Move], margin: int, turn: int
) -> Matter:
    filed, *days = days_of(kind, way, session.info["today"], margin)
    with day_at_desk(session, filed):
        matter = _taken_in(session, told, kind, turn)
    for move, day in zip(way, days, strict=True):
        with day_at_desk(session, day):
            let_sit(session, move.role, turn)
            said = _said(session, told, matter, move, day)
            if move.signed:
                let_sit(session, kind.flow.takes_in[0])
            advance(session, matter.id, matter.version, move.key, said, move.at)
    return matter


def days_of(kind: MatterKind, way: Sequence[Move], today: date, margin: int) -> list[date]:
    """Return when a matter was filed and each step done, so that its clock has a margin today."""
    state = kind.flow.states[way[-1].to if way else kind.flow.start]
    keys = ["submit", *(move.key for move in way)]
    begins = state.since.removeprefix("served:")
    since = keys.index(begins) if begins in keys else len(keys) - 1
    began = _began(kind.clock(state.clock), today, margin) if state.clock else today - _days(margin)
    days = [work_days_before(began, _PACE * (since - n)) for n in range(since + 1)]
    step = max((today - days[-1]) // max(len(keys) - since, 1), _days(0))
    return [*days, *(days[-1] + step * n for n in range(1, len(keys) - since))]


def _began(rule: str, today: date, margin: int) -> date:
    whole = limit(rule, today)
    if whole.unit == WORK_DAYS:
        return work_days_before(today, max(int(whole.value) - margin, 0))
    return today - _days(max(int(whole.value) - margin, 0))


def _days(many: int) -> timedelta:
    return timedelta(days=abs(many))


def _taken_in(session: Session, told: _Told, kind: MatterKind, turn: int) -> Matter:
    let_sit(session, kind.flow.takes_in[0], turn)
    sort = "SM"[turn % 2]
    body = None if kind.is_new else _body(session, told, kind)
    texts = {"applicant": (body and body.legal_rep) or "", "phone": "0763-5812000"}
    if body is None:
        applied = told.maker.applicant(sort)
        texts["applicant"] = applied["legal_rep"][0]
    elif kind.items:
        applied = {"residence": [told.maker.address(), "原租约到期，搬迁"]}
    else:
        applied = {
            key: [text]
            for key, text in facts_of(kind.key, told.county, session.info["today"]).items()
        }
    called = str(body.uscc) if body else ""
    matter = open_matter(session, kind.key, texts, applied, called)
    pieces = {paper.document: {"originals": "1"} for paper in papers_of(session, matter.id)}
    receive(session, matter.id, pieces)
    return matter


def _said(session: Session, told: _Told, matter: Matter, move: Move, day: date) -> dict[str, str]:
    answers = told.county["answers"]
    said = {key: answers.get(key, ANSWERS[key].label) for key in asked(move)}
    if move.signed:
        said |= {"signer": able_to(session, move.role)[0], "signed_on": day.isoformat()}
    if "number" in said:
        sort = matter.org_type or OrgType.SOCIAL_GROUP
        said |= {"number": told.maker.code(sort.value), "case_number": f"GD{day:%Y%m%d}01"}
    return said


def _body(session: Session, told: _Told, kind: MatterKind) -> Organization:
    """Return the next body that may be asked for; no body has two of these matters."""
    free = (one for one in told.bodies if not permit(kind.key, standing_of(session, one)).why_not)
    body = next(free)
    told.bodies.remove(body)
    return body


def _bodies(session: Session) -> list[Organization]:
    """Return social groups in being, which no contract speaks of, the last first."""
    mine = (Organization.status == OrgStatus.ACTIVE) & (Organization.remark == "样例")
    groups = mine & (Organization.org_type == OrgType.SOCIAL_GROUP)
    query = select(Organization).where(groups).order_by(Organization.id.desc())
    return list(session.scalars(query))
