"""轮换: seven days, eight weeks, twenty-four months, and always the newest."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qyclient.safekeeping.rotation import kept

_times = st.lists(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), min_size=1, max_size=200, unique=True
)


def test_of_three_years_of_working_days_the_office_keeps_what_it_needs():
    last = datetime(2026, 11, 25, 17)
    every_day = [last - timedelta(days=n) for n in range(3 * 365)]
    stay = sorted(kept(every_day), reverse=True)
    assert stay[:7] == every_day[:7]
    assert len(stay) <= 7 + 8 + 24
    assert stay[-1] > last - timedelta(days=24 * 31)


@given(_times)
def test_the_newest_stays_and_thinning_twice_changes_nothing(made):
    stay = kept(made)
    assert max(made) in stay
    assert stay <= {*made}
    assert kept(stay) == stay
