"""谁欠哪一年：按登记状态的起止算，没有凭空的年份."""

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qyclient.organizations.rules.annual import Life, counts, misses, not_owed, terms_of
from qyclient.organizations.rules.lists import ENDED, OrgStatus, OrgType
from qyclient.organizations.rules.review_lists import ReviewConclusion, ReviewMode, ReviewState
from qyclient.organizations.rules.review_states import is_late, state_of
from qyclient.records.dates import PartialDate

S, M, J, C = OrgType
ACTIVE, GONE = OrgStatus.ACTIVE, OrgStatus.DEREGISTERED
NOTHING = {
    "conclusion": None, "sent_on": None, "supervisor_on": None, "received_on": None,
    "returned_on": None, "published_on": None,
}  # fmt: skip


def _life(founded=None, status=ACTIVE, changes=(), known_from=date.min):
    return Life(status, PartialDate(founded) if founded else None, changes, known_from)


def _review(**said):
    return SimpleNamespace(**{**NOTHING, **said})


def _state(year, today, **said):
    return state_of(terms_of(year, S), _review(**said) if said else None, today)


def test_a_year_is_inspected_or_reported_as_its_law_says():
    assert terms_of(2017, S).mode is ReviewMode.INSPECTION
    assert terms_of(2018, S).mode is ReviewMode.REPORT
    assert terms_of(2018, S).citation == "粤民规字〔2019〕3号"
    assert terms_of(2025, C) is None
    assert terms_of(1990, S) is None


def test_a_foundation_sends_two_months_earlier_and_to_no_supervisor():
    groups, foundations = terms_of(2025, S), terms_of(2025, J)
    assert (groups.supervisor_due, groups.due) == (date(2026, 3, 31), date(2026, 5, 31))
    assert (foundations.supervisor_due, foundations.due) == (None, date(2026, 3, 31))


@pytest.mark.parametrize(
    ("sort", "year", "founded", "owes"),
    [
        (M, 2010, "2010-06-30", True),
        (M, 2010, "2010-07-01", False),
        (S, 2010, "2010-12-01", True),
        (S, 2022, "2022-07-01", False),
        (S, 2022, "2022-06-30", True),
        (S, 2010, "2011-01-01", False),
        (M, 2010, "2010", False),
        (M, 2011, "2010", True),
        (S, 2010, "unknown", True),
    ],
)
def test_the_newly_founded_are_spared_by_the_rule_of_their_year(sort, year, founded, owes):
    assert (not_owed(terms_of(year, sort), _life(founded)) == "") is owes


def test_nobody_owes_a_year_that_he_ended_before_or_while_it_was_reported():
    ended = _life("2000-01-01", GONE, [(date(2024, 3, 1), ACTIVE)])
    assert not_owed(terms_of(2022, S), ended) == ""
    assert not_owed(terms_of(2023, S), ended) == "报送期内已注销"
    assert not_owed(terms_of(2024, S), ended) == "2024年末注销"
    assert not_owed(terms_of(2024, S), _life("2000-01-01", GONE)) == "已注销，日期不详"


def test_who_was_suspended_for_a_while_owes_and_who_liquidates_does_not():
    suspended = _life("2000-01-01", ACTIVE, [
        (date(2023, 6, 1), ACTIVE), (date(2024, 2, 1), OrgStatus.SUSPENDED),
    ])  # fmt: skip
    liquidating = _life("2000-01-01", OrgStatus.LIQUIDATING, [(date(2023, 6, 1), ACTIVE)])
    assert not_owed(terms_of(2023, S), suspended) == ""
    assert not_owed(terms_of(2023, S), liquidating) == "2023年末清算中"


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2025, 12, 31), ReviewState.NOT_DUE),
        (date(2026, 1, 1), ReviewState.DUE),
        (date(2026, 5, 31), ReviewState.DUE),
        (date(2026, 6, 1), ReviewState.OVERDUE),
        (date(2026, 12, 31), ReviewState.OVERDUE),
        (date(2027, 1, 1), ReviewState.MISSED),
    ],
)
def test_what_nobody_noted_follows_the_calendar(today, state):
    assert _state(2025, today) is state


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({"sent_on": date(2026, 2, 1)}, ReviewState.SUBMITTED),
        ({"supervisor_on": date(2026, 2, 1)}, ReviewState.SUPERVISOR_REVIEWED),
        ({"received_on": date(2026, 2, 1)}, ReviewState.ACCEPTED),
        ({"sent_on": date(2026, 2, 1), "returned_on": date(2026, 2, 9)}, ReviewState.RETURNED),
        ({"published_on": date(2026, 2, 1)}, ReviewState.PUBLISHED),
        ({"conclusion": ReviewConclusion.REPORTED}, ReviewState.PUBLISHED),
        ({"conclusion": ReviewConclusion.UNQUALIFIED}, ReviewState.CONCLUDED),
        ({"conclusion": ReviewConclusion.NOT_TAKEN_PART}, ReviewState.MISSED),
        ({"conclusion": ReviewConclusion.EXEMPT}, ReviewState.EXEMPT),
    ],
)
def test_what_was_noted_says_how_far_it_came(said, state):
    assert _state(2025, date(2026, 3, 2), **said) is state


def test_a_report_still_with_its_supervisor_on_the_last_day_is_late():
    terms, on_the_way = terms_of(2025, S), _review(sent_on=date(2026, 3, 1))
    assert not is_late(terms, on_the_way, ReviewState.SUBMITTED, date(2026, 5, 31))
    assert is_late(terms, on_the_way, ReviewState.SUBMITTED, date(2026, 6, 1))
    came = _review(received_on=date(2026, 6, 5))
    assert is_late(terms, came, ReviewState.ACCEPTED, date(2026, 6, 6))
    known = _review(conclusion=ReviewConclusion.REPORTED)
    assert not is_late(terms, known, ReviewState.PUBLISHED, date(2027, 6, 6))


def test_years_missed_are_counted_back_to_the_last_one_reported_or_to_the_beginning():
    old = _life("2000-01-01")
    assert misses(2024, S, old, 2021) == 3
    assert misses(2024, S, _life("2023-02-01"), None) == 2
    assert misses(2024, S, _life("2000-01-01", known_from=date(2024, 1, 1)), None) == 2


def test_nothing_was_missed_before_the_program_began():
    assert not counts(terms_of(2023, S), _life(known_from=date(2024, 6, 1)))
    assert counts(terms_of(2023, S), _life(known_from=date(2024, 5, 31)))


@given(
    year=st.integers(2000, 2030),
    founded=st.dates(date(1995, 1, 1), date(2030, 12, 31)),
    ended=st.dates(date(1995, 1, 1), date(2030, 12, 31)),
    sort=st.sampled_from([S, M, J]),
)
def test_whoever_owes_a_year_stood_in_the_register_at_its_end_and_on_its_last_day_of_sending(
    year, founded, ended, sort
):
    terms = terms_of(year, sort)
    life = _life(founded.isoformat(), GONE, [(max(founded, ended), ACTIVE)])
    if terms is not None and not not_owed(terms, life):
        assert founded <= terms.last_day
        assert life.status_on(terms.last_day) is ACTIVE
        assert life.status_on(terms.due) not in ENDED
