"""The history is told in the office's words."""

from datetime import datetime

import pytest

from qyclient.organizations.models import Officer, Organization
from qyclient.records.base import fields_of
from ui.kit import past


def entry(action="changed", reason="", **changes):
    at = datetime(2026, 3, 1, 1, 30)
    return {
        "at": at, "operator": "张三", "action": action, "reason": reason, "changes": changes,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"fund_amount": ["30000.00", "50000.00"]}, "注册资金：30,000.00 → 50,000.00"),
        ({"status": ["ACTIVE", "DEREGISTERED"]}, "状态：正常 → 注销"),
        ({"established_on": [None, "1998"]}, "成立登记日期：（空） → 1998年"),
        ({"phone": ["13800138000", None]}, "联系电话：138****8000 → （空）"),
        ({"is_charity": [False, True]}, "慈善组织：否 → 是"),
    ],
)
def test_a_change_is_a_label_with_what_was_and_what_is(changes, line):
    assert past.changes(entry(**changes), fields_of(Organization)) == [line]


def test_an_entry_says_when_who_and_why():
    title = past.title(entry(reason="变更核准"))
    assert title.endswith("张三　修改（变更核准）")
    assert title.startswith("2026-03-01")


def test_what_was_entered_first_is_not_a_change():
    assert past.changes(entry("created", name=[None, "x"]), fields_of(Organization)) == []


def test_a_link_is_told_without_its_key():
    line = past.changes(entry(organization=["1", "2"]), fields_of(Officer))
    assert line == ["社会组织：另一个社会组织 → 另一个社会组织"]
