"""Workflows: whatever happens, a proceeding can go on or is over; skipped states leave no hole."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qyclient.office.rules.clock import DAYS, MONTHS, WORK_DAYS, YEARS, Pause, due_on, said_of
from qyclient.office.rules.limits import Limit
from qyclient.office.rules.roles import Role
from qyclient.office.rules.workdays import Calendar
from qyclient.office.rules.workflow import ANSWERS, MOVES, STATES, flow, flows
from qyclient.organizations.rules.matter_kinds import kinds

CALENDAR = Calendar()
KINDS = [pytest.param(kind, id=kind.key) for kind in kinds().values()]


def _reached(found):
    seen, ahead = set(), {found.start}
    while ahead:
        seen |= ahead
        ahead = {m.to for state in ahead for m in found.moves_from(state) if m.to} - seen
    return seen


@pytest.mark.parametrize("kind", KINDS)
def test_from_every_state_something_can_be_done_or_it_is_over(kind):
    for state in _reached(kind.flow):
        moves = [move for move in kind.flow.moves_from(state) if move.to]
        assert bool(moves) != kind.flow.states[state].final, state
        assert all(move.role in Role for move in moves)


@pytest.mark.parametrize("kind", KINDS)
def test_every_state_is_reached_and_every_end_is_an_archive_or_a_refusal(kind):
    assert _reached(kind.flow) == set(kind.flow.states)
    assert not {s for move in kind.flow.moves for s in move.sources} & set(kind.skip)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_matter_does_to_the_register_is_done_by_one_of_its_moves(kind):
    if kind.effect:
        assert kind.flow.move(kind.effect["move"])


@pytest.mark.parametrize("key", flows())
def test_a_flow_says_only_what_has_a_name(key):
    found = flow(key)
    assert {*found.states} <= {*STATES}
    for move in found.moves:
        assert {*move.asks} <= {*ANSWERS}
        assert MOVES[move.key] == move.label
        assert not move.unlike or found.move(move.unlike)


def _limit(value, unit):
    return Limit("试", str(value), unit, "warn", "")


@pytest.mark.parametrize(
    ("start", "value", "unit", "due"),
    [
        (date(2026, 9, 28), 5, WORK_DAYS, date(2026, 10, 10)),  # 国庆调休，周六上班
        (date(2012, 7, 1), 60, DAYS, date(2012, 8, 30)),
        (date(2026, 1, 31), 1, MONTHS, date(2026, 2, 28)),
        (date(2024, 2, 29), 1, YEARS, date(2025, 2, 28)),
        (date(2026, 12, 31), 2, MONTHS, date(2027, 2, 28)),
    ],
)
def test_a_limit_ends_on_the_day_the_law_means(start, value, unit, due):
    assert due_on(start, _limit(value, unit), CALENDAR) == due


def test_what_the_law_does_not_count_moves_the_end_and_stops_the_clock_meanwhile():
    rule, start = _limit(20, WORK_DAYS), date(2026, 3, 2)
    pause = Pause(date(2026, 3, 9), date(2026, 3, 16))
    assert due_on(start, rule, CALENDAR) == date(2026, 3, 30)
    assert due_on(start, rule, CALENDAR, [pause]) == date(2026, 4, 7)
    assert due_on(start, rule, CALENDAR, [Pause(date(2026, 3, 9), None)]) is None
    assert due_on(start, rule, CALENDAR, extra=10) == date(2026, 4, 14)


@given(st.dates(date(2004, 1, 1), date(2026, 6, 1)), st.integers(1, 90))
def test_so_many_work_days_after_a_day_lie_between(start, days):
    end = CALENDAR.after(start, days)
    assert CALENDAR.works(end)
    assert CALENDAR.between(start, end) == days
    assert CALENDAR.between(end, start) == -days
    assert end - start >= timedelta(days=days)


def test_the_desk_says_how_much_is_left():
    due = date(2026, 9, 18)
    assert said_of(due, date(2026, 9, 15), CALENDAR) == "剩 3 个工作日，9月18日 到期"
    assert said_of(due, due, CALENDAR) == "今天（9月18日）到期"
    assert (
        said_of(due, date(2026, 9, 22), CALENDAR) == "已超期 3 个工作日（9月18日 到期）"
    )  # 9月20日补班
    assert said_of(date(2027, 1, 5), date(2026, 12, 30), CALENDAR, DAYS) == (
        "剩 6 天，2027年1月5日 到期"
    )


def test_a_year_nobody_has_told_is_named():
    assert CALENDAR.unknown_years(date(2026, 12, 1), date(2028, 1, 5)) == [2027, 2028]
    assert (
        Calendar({date(2027, 1, 1): False}).unknown_years(date(2027, 1, 1), date(2027, 3, 1)) == []
    )
