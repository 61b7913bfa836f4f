"""Areas and limits by date: the law is data."""

from datetime import date

import pytest

from qyclient.errors import Refused
from qyclient.office.models import Office
from qyclient.office.rules.areas import area, issuing_authority, renamed
from qyclient.office.rules.limits import limit
from qyclient.office.services import establish, office_of
from qyclient.records.view import View
from tests.conftest import open_at


@pytest.mark.parametrize(
    ("day", "office"),
    [
        (date(1992, 6, 1), "清新县民政局"),
        (date(2012, 8, 30), "清新县民政局"),
        (date(2012, 12, 31), "清新县民政局"),
        (date(2013, 1, 1), "清远市清新区民政局"),
        (date(2026, 3, 2), "清远市清新区民政局"),
    ],
)
def test_the_office_issued_under_the_countys_name_of_the_day(day, office):
    assert issuing_authority("441803", "清远市清新区民政局", day) == office


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("清新县茶叶协会", {"清新县茶叶协会", "清新区茶叶协会"}),
        ("清远市清新区茶叶协会", {"清远市清新区茶叶协会", "清远市清新县茶叶协会"}),
        ("连州市商会", {"连州市商会", "连县商会"}),
        ("佛冈县商会", {"佛冈县商会"}),
    ],
)
def test_a_name_is_known_before_and_after_its_county_was_renamed(name, names):
    assert {*renamed(name)} == names


def test_a_limit_is_that_of_the_day():
    assert limit("S_MIN_FUND_LOCAL", date(1998, 10, 25)).value == "30000.00"
    with pytest.raises(KeyError):
        limit("S_MIN_FUND_LOCAL", date(1998, 10, 24))


def test_a_place_we_do_not_know_is_none():
    assert area("110000") is None


def test_a_register_belongs_to_one_office(workspace):
    with pytest.raises(Refused, match="不能再次初始化"):
        workspace.write(establish, "441821")
    [office] = workspace.page(Office, View())
    assert (office.name, office.area_code, office.is_sample) == (
        "清远市清新区民政局",
        "441803",
        False,
    )


@pytest.mark.parametrize(
    ("code", "said"), [("441827", "已撤销，请用 441803"), ("999999", "不认识")]
)
def test_only_a_place_of_today_has_an_office(code, said, tmp_path):
    workspace = open_at(tmp_path)
    with pytest.raises(Refused, match=said):
        workspace.write(establish, code)
    with pytest.raises(Refused, match="尚未初始化"):
        workspace.read(office_of)
    workspace.close()
