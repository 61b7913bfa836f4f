"""Matters of the sample county: in every state of every flow; late, soon, waiting."""

from datetime import timedelta

import pytest

from qyclient.office.rules.workflow import flow
from qyclient.office.services.people import operators
from qyclient.organizations.models import Matter, MatterStep
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.records.view import View
from tests.conftest import NOW

TODAY = NOW.date()


@pytest.mark.parametrize("key", sorted({kind.flow_key for kind in kinds().values()}))
def test_there_is_a_matter_in_every_state(key, county):
    found = {m.state for m in county.page(Matter, View()) if kinds()[m.kind].flow_key == key}
    assert found == set(flow(key).states)


def test_some_are_overdue_some_soon_and_some_wait_for_others(county):
    open_ = [m for m in county.page(Matter, View()) if m.closed_on is None]
    due = [m.due_on for m in open_ if m.due_on]
    assert sum(day < TODAY for day in due) > 3
    assert sum(TODAY <= day <= TODAY + timedelta(days=5) for day in due) > 3
    assert sum(m.due_on is None and kinds()[m.kind].flow.states[m.state].waiting for m in open_) > 1


def test_they_were_made_as_an_office_makes_them(county):
    matters, steps = county.page(Matter, View()), county.page(MatterStep, View())
    known = {one.name for one in county.read(operators)}
    assert {one.operator for one in steps} | {one.responsible for one in matters} <= known
    assert {one.signer for one in steps if one.signer} == {"陈国庆"}
    assert all(one.signer != one.operator for one in steps if one.signer)
    assert not any(one.entered_later or one.filed_on > TODAY for one in matters)
    assert len({one.number for one in matters}) == len(matters)
