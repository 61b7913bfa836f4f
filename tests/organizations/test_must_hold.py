"""必须成立的：从每个走得到的环节，总有人能办一步，或者已经办结，不论岗位怎样分派."""

from itertools import cycle

import pytest
from sqlalchemy import select

from qyclient.office.models import Operator
from qyclient.office.rules.roles import Role
from qyclient.office.rules.workflow import flow, flows
from qyclient.office.services.people import operators
from qyclient.organizations.models import Matter
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.matters import allowed
from qyclient.records.view import Filter, View

PEOPLE = 4
OFFICES = {
    "nobody has a role": lambda _number: (),
    "one does everything": lambda number: Role if number == 0 else (),
    "everybody does everything": lambda _number: Role,
    "each role is one person's": lambda number: [
        role for role, at in zip(Role, cycle(range(PEOPLE)), strict=False) if at == number
    ],
    "each role is two people's": lambda number: [
        role
        for role, at in zip(Role, cycle(range(PEOPLE)), strict=False)
        if number in {at, (at + 1) % PEOPLE}
    ],
}


def _reached(found):
    seen, ahead = set(), {found.start}
    while ahead:
        seen |= ahead
        ahead = {m.to for state in ahead for m in found.moves_from(state) if m.to} - seen
    return seen


@pytest.mark.parametrize("key", flows())
def test_from_every_state_of_every_flow_an_end_can_be_reached(key):
    found = flow(key)
    ends = {s for s in found.states if found.states[s].final or not found.moves_from(s)}
    for state in _reached(found):
        seen, ahead = set(), {state}
        while ahead:
            seen |= ahead
            ahead = {m.to for s in ahead for m in found.moves_from(s) if m.to} - seen
        assert seen & ends, state


def _staff(session, office):
    people = session.scalars(select(Operator).order_by(Operator.id)).all()
    for number, one in enumerate(people):
        one.is_active = number < PEOPLE
        one.roles = " ".join(role.value for role in OFFICES[office](number)) or None


def _may(workspace, matter):
    """Say whether who sits here may do a step, at this desk or at the one where it is done."""
    desks = {"", *(move.at for move in kinds()[matter.kind].flow.moves)}
    return any(not verb.why_not for at in desks for verb in workspace.read(allowed, matter, at))


@pytest.mark.parametrize("office", OFFICES)
def test_somebody_may_do_something_to_every_open_matter_of_every_office(county, office):
    county.write(_staff, office)
    open_ = county.page(Matter, View(filters=(Filter("closed_on", empty=True),)))
    reached = {(kinds()[one.kind].flow_key, one.state) for one in open_}
    assert len(reached) > 25
    stuck = {one.number: one for one in open_}
    for person in county.read(operators):
        county.operator = person.name
        for number, matter in [*stuck.items()]:
            if _may(county, matter):
                del stuck[number]
    told = {number: [v.why_not for v in county.read(allowed, one)] for number, one in stuck.items()}
    assert told == {}


def test_the_sample_county_stands_in_every_state_of_every_flow_of_matters(county):
    there = {(kinds()[one.kind].flow_key, one.state) for one in county.page(Matter, View())}
    for key in {kind.flow_key for kind in kinds().values()}:
        able = {s for k in kinds().values() if k.flow_key == key for s in k.flow.states}
        assert {(key, state) for state in able} <= there
