"""The register as it was: what changed since is turned back."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import amend, register
from qyclient.records.base import fields_of
from qyclient.records.view import View
from qyclient.store import bulk
from qyclient.store.asof import as_of
from qyclient.workspace import Workspace
from tests.conftest import CORRECTED
from tests.store.test_history import BODY


@pytest.fixture
def at(county):
    """Open the county on another day."""
    opened = []

    def open_on(day, hour=9):
        moment = datetime(2026, *day, hour, tzinfo=ZoneInfo("Asia/Shanghai"))
        opened.append(Workspace(county.folder, county.operator, lambda: moment))
        return opened[-1]

    yield open_on
    for workspace in opened:
        workspace.close()


def _values(records):
    return {
        record.id: {f.key: getattr(record, f.key) for f in fields_of(Organization)}
        for record in records
    }


def _then(workspace, day):
    return _values(workspace.read(as_of, Organization, day))


def test_without_a_later_change_it_is_what_it_is(county):
    now = _values(county.page(Organization, View()))
    assert _then(county, county.today) == now


def test_later_changes_are_turned_back_day_by_day(county, at):
    body = county.page(Organization, View(order="name"), size=1)[0]
    whole = [
        {"phone": "5811111", "fund_amount": "1.5万元", "has_party_organization": "是"},
        {"phone": "", "established_on": "不详", "org_grade": "5A"},
        {"phone": "5833333", "status": "注销"},
    ]
    days, states = [date(2026, 3, 2)], [_values(county.page(Organization, View()))]
    for n, change in enumerate(whole):
        later = at((3, 10 + n))
        later.write_because(CORRECTED, amend, body.id, body.version + n, change)
        days.append(date(2026, 3, 10 + n))
        states.append(_values(later.page(Organization, View())))

    last = at((4, 1))
    for day, state in zip(days, states, strict=True):
        assert _then(last, day) == state


def test_what_was_done_at_night_belongs_to_the_offices_day(county, at):
    body = county.page(Organization, View(order="name"), size=1)[0]
    late = at((3, 10), hour=23)
    late.write(amend, body.id, body.version, {"phone": "5811111"})

    assert _then(late, date(2026, 3, 10))[body.id]["phone"] == "5811111"
    assert _then(late, date(2026, 3, 9))[body.id]["phone"] == body.phone


def test_changes_of_many_are_turned_back_too(county, at):
    before = _values(county.page(Organization, View()))
    bodies = county.page(Organization, View(), size=50)
    later = at((3, 10))
    later.write(
        bulk.amend, Organization, [bulk.Amended(body, {"town": "龙颈镇"}) for body in bodies]
    )
    assert _then(later, date(2026, 3, 9)) == before


def test_a_body_that_did_not_exist_yet_is_not_in_it(county, at):
    later = at((3, 10))
    made = later.write(register, {**BODY, "established_on": "2026-03-10"}).value
    assert made.id in _then(later, date(2026, 3, 10))
    assert made.id not in _then(later, date(2026, 3, 9))
