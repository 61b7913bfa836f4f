"""更正：从有误的证书开始，到错证收回、清单处理完为止."""

import pytest

from qyclient.certificates.rules import Carrier, IssueReason, OldOutcome
from qyclient.certificates.services import (
    close_correction,
    items_of,
    old_copies_of,
    open_correction,
    reissue,
    settle_item,
)
from qyclient.errors import Invalid, Refused
from qyclient.organizations.services.register import amend, the
from tests.certificates.conftest import NAME
from tests.conftest import CORRECTED

WRONG = {"item": "法定代表人", "right": "单立人", "cause": "录入错误", "approver": "黄志强"}


@pytest.fixture
def out(desk):
    """A set that was handed over with a wrong name on it."""
    desk.fill()
    issue = desk.open()
    desk.print_all(issue)
    desk.hand(issue)
    return desk, desk.sheets(issue)


def test_it_lists_all_that_carries_the_wrong_value_with_what_to_do(out):
    desk, [sheet, _] = out
    made = desk.workspace.write(open_correction, sheet.id, WRONG).value
    assert made.wrong == sheet.values["legal_rep"]
    items = desk.workspace.read(items_of, made.id)
    sorts = [one.sort for one in items]
    assert sorts.count(Carrier.CERTIFICATE) == 2
    assert Carrier.REGISTER in sorts
    assert Carrier.FILING in sorts
    assert all(one.offer for one in items)
    assert desk.workspace.write(open_correction, sheet.id, WRONG).value.id == made.id


def test_a_contract_that_names_the_body_wrongly_is_listed(out):
    desk, [sheet, _] = out
    told = {**WRONG, "item": "名称", "right": "清新区和乐社工中心"}
    made = desk.workspace.write(open_correction, sheet.id, told).value
    assert made.wrong == NAME
    items = desk.workspace.read(items_of, made.id)
    assert any(one.sort is not Carrier.CERTIFICATE for one in items)


@pytest.mark.parametrize(
    ("change", "field"),
    [({"item": "颜色"}, "item"), ({"approver": ""}, "approver"), ({"cause": "不知道"}, "cause")],
)
def test_what_is_missing_is_said_beside_its_field(change, field, out):
    desk, [sheet, _] = out
    with pytest.raises(Invalid) as no:
        desk.workspace.write(open_correction, sheet.id, WRONG | change)
    assert field in no.value.problems


def test_it_stays_open_until_the_wrong_sheets_are_back(out):
    desk, [sheet, _] = out
    write = desk.workspace.write
    made = write(open_correction, sheet.id, WRONG).value
    with pytest.raises(Refused, match="请先在名册更正"):
        write(reissue, made.id)
    body = desk.workspace.read(the, NAME)
    desk.workspace.write_because(CORRECTED, amend, body.id, body.version, {"legal_rep": "单立人"})
    issue = write(reissue, made.id).value
    assert (issue.reason, desk.again(made).reissued) == (IssueReason.CORRECTION, issue.number)
    for item in desk.workspace.read(items_of, made.id):
        write(settle_item, item.id, "已处理")
    with pytest.raises(Refused, match="还没有收回"):
        write(close_correction, made.id)
    desk.print_all(issue)
    olds = desk.workspace.read(old_copies_of, issue.id)
    desk.hand(issue, {old.id: (OldOutcome.COLLECTED, "") for old in olds})
    assert str(write(close_correction, made.id).value.closed_on) == "2026-03-02"
    with pytest.raises(Refused, match="已经办结"):
        write(close_correction, made.id)


def test_what_is_listed_must_be_dealt_with(out):
    desk, [sheet, _] = out
    made = desk.workspace.write(open_correction, sheet.id, WRONG).value
    [first, *_] = desk.workspace.read(items_of, made.id)
    with pytest.raises(Invalid, match="怎样处理"):
        desk.workspace.write(settle_item, first.id, " ")
    with pytest.raises(Invalid) as no:
        desk.workspace.write(close_correction, made.id)
    assert {*no.value.problems} == {"certificate", "items"}
