"""补录: a body taken from its paper file, checked by a colleague, and what stays open of it."""

from datetime import date

import pytest
from openpyxl import Workbook

from qyclient.errors import Invalid, Refused
from qyclient.office.services import office_of
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.archive import counts_year, starts_counting
from qyclient.organizations.services.archive import (
    check_entry,
    enter_from_file,
    to_check,
)
from qyclient.organizations.services.by_law import body_on
from qyclient.organizations.services.counting import answers_for, counted_from
from qyclient.organizations.services.intake import take_in
from qyclient.organizations.services.ledgers import read_ledgers
from qyclient.organizations.services.mending import change_all, merge, undo_last
from qyclient.organizations.services.open_items import mark_absent, open_of
from qyclient.organizations.services.register import amend, officers_of, register
from qyclient.progress import Silent
from qyclient.records.dates import PartialDate
from qyclient.records.view import Filter, View
from qyclient.store.history import broken_links
from tests.conftest import CORRECTED, NOW, open_at

BODY = {
    "name": "清新县禾云镇果农协会", "org_type": "社会团体", "legal_rep": "梁国栋",
    "residence": "禾云镇建设路3号", "established_on": "不详", "paper_file": "12盒3件",
    "business_supervisor": "直接登记", "fund_amount": "2万元",
}  # fmt: skip
ROWS = {
    "officers": [{"name": "何美玲", "post": "会长", "term_start": "1999", "term_end": "2008"}],
    "changes": [
        {
            "item": "住所", "before": "禾云镇旧街1号", "after": "禾云镇建设路3号",
            "effective_on": "2003", "source": "12盒5件",
        }
    ],
    "papers": [{"paper": "章程", "piece": "2"}],
}  # fmt: skip


@pytest.fixture
def body(workspace):
    return workspace.write(enter_from_file, BODY, ROWS).value


@pytest.fixture
def colleague(workspace):
    opened = open_at(workspace.folder, "李四")
    yield opened
    opened.close()


def _open(workspace, body):
    return workspace.read(lambda s: open_of(s, s.get_one(Organization, body.id)))


def test_it_waits_to_be_checked_with_its_past_as_dated_history(workspace, body):
    assert (body.entered_by, body.checked_by) == ("张三", None)
    assert workspace.read(body_on, body.id, date(2002, 5, 1)).residence == "禾云镇旧街1号"
    waiting = (Filter("entered_by", empty=False), Filter("checked_by", empty=True))
    assert [b.id for b in workspace.page(Organization, View(filters=waiting))] == [body.id]


def test_where_the_file_lies_must_be_said(workspace):
    with pytest.raises(Invalid, match="纸质档案位置"):
        workspace.write(enter_from_file, {**BODY, "paper_file": ""})


def test_a_colleague_checks_every_field_and_mends_one_with_both_values_kept(
    workspace, body, colleague
):
    ticked = set(to_check(body)) - {"legal_rep"}
    with pytest.raises(Invalid, match="法定代表人"):
        colleague.write(check_entry, body.id, body.version, ticked, {})
    mended = {"legal_rep": "梁国东"}
    done = colleague.write(check_entry, body.id, body.version, ticked, mended).value
    assert (done.checked_by, done.checked_alone) == ("李四", None)
    assert colleague.history(done)[0]["changes"]["legal_rep"] == ["梁国栋", "梁国东"]
    with pytest.raises(Refused, match="没有待核对"):
        colleague.write(check_entry, body.id, done.version, ticked, {})


def test_who_entered_it_does_not_check_it_unless_alone(workspace, body, colleague):
    ticked = set(to_check(body))

    def checked(session):
        done = check_entry(session, body.id, body.version, ticked, {})
        return done.checked_by, done.checked_alone

    assert workspace.try_out(checked) == ("张三", True)
    colleague.write(enter_from_file, {**BODY, "name": "另一个协会"})
    with pytest.raises(Refused, match="另一人核对"):
        workspace.write(check_entry, body.id, body.version, ticked, {})


def test_what_is_not_known_stays_open_until_it_is_found_or_certainly_absent(workspace, body):
    found = _open(workspace, body)
    assert {"established_on", "purpose", "APPLICATION"} <= {*found}
    assert not {"CHARTER", "residence", "CONSENT"} & {*found}
    assert body.open_items == len(found)
    workspace.write(mark_absent, body.id, "CAPITAL", "已逐页核对第12盒")
    assert _open(workspace, body) == [item for item in found if item != "CAPITAL"]
    assert workspace.page(Organization, View())[0].open_items == len(found) - 1
    with pytest.raises(Refused, match="不在待补事项中"):
        workspace.write(mark_absent, body.id, "CAPITAL", "再说一次")
    with pytest.raises(Invalid, match="怎样查的"):
        workspace.write(mark_absent, body.id, "purpose", " ")


@pytest.mark.parametrize(
    ("established", "cut_off", "first"),
    [
        ("1998", date(2026, 3, 2), date(2026, 3, 2)),
        ("unknown", date(2026, 3, 2), date(2026, 3, 2)),
        (None, date(2026, 3, 2), date(2026, 3, 2)),
        ("2026-05", date(2026, 3, 2), date(2026, 5, 31)),
        ("2026-04-01", None, date(2026, 4, 1)),
        (None, None, date.min),
    ],
)
def test_nothing_counts_before_the_program_began_nor_before_the_body(established, cut_off, first):
    begun = None if established is None else PartialDate(established)
    assert starts_counting(begun, cut_off) == first


def test_a_year_that_had_begun_already_cannot_be_missed():
    assert not counts_year(2026, date(2026, 3, 2))
    assert counts_year(2027, date(2026, 3, 2))


def test_what_is_found_later_is_no_longer_open(workspace, body):
    found = body.open_items
    done = workspace.write(amend, body.id, body.version, {"purpose": "服务果农"}).value
    assert done.open_items == found - 1


def test_it_is_counted_again_whichever_verb_changed_it(workspace, body):
    found = body.open_items

    def stands():
        return workspace.page(Organization, View())[0].open_items

    workspace.write_because(CORRECTED, change_all, [body.id], "purpose", "服务果农")
    assert stands() == found - 1
    workspace.write(undo_last)
    assert stands() == found
    other = workspace.write(
        register, {**BODY, "name": "清新区果农协会", "fund_amount": "3万元", "purpose": "助农"}
    ).value
    assert other.open_items is None
    workspace.write(merge, body.id, other.id, {"purpose": "助农"}, "同一个协会")
    assert stands() == found - 1
    workspace.write(mark_absent, body.id, "CAPITAL", "已逐页核对第12盒")
    workspace.write(undo_last)
    assert stands() == found - 1


def test_a_ledger_counts_it_again_and_writes_nothing_of_the_entry(workspace, body, tmp_path):
    book = Workbook()
    book.active.append(["名称", "种类", "宗旨", "补录核对人", "补待补项数", "补录录入人"])
    book.active.append([BODY["name"], "社会团体", "服务果农", "王五", "0", "赵六"])
    book.save(tmp_path / "台账.xlsx")
    ledgers = read_ledgers([tmp_path / "台账.xlsx"], Silent())
    workspace.write(take_in, ledgers, "", Silent())
    [now] = workspace.page(Organization, View())
    assert (now.purpose, now.open_items) == ("服务果农", body.open_items - 1)
    assert (now.entered_by, now.checked_by) == ("张三", None)
    assert workspace.read(lambda s: not broken_links(s.connection()))


def test_an_officer_of_both_stands_once_after_merging(workspace, body):
    twice = [
        {"name": "何美玲", "post": "会长", "term_start": "1999", "term_end": "2008"},
        {"name": "梁国栋", "post": "会长", "term_start": "2008"},
    ]
    other = workspace.write(register, {**BODY, "name": "果农协会", "fund_amount": "3万元"}, twice)
    workspace.write(merge, body.id, other.value.id, {}, "同一个协会")
    names = [one.name for one in workspace.read(officers_of, body.id)]
    assert names == ["何美玲", "梁国栋"]


def test_what_is_from_paper_counts_from_the_day_the_program_began(workspace, body):
    def first(session, key):
        return counted_from(session, session.get_one(Organization, key))

    assert workspace.read(first, body.id) == NOW.date()
    here = {**BODY, "name": "新协会", "fund_amount": "3万元", "established_on": "2026-01-05"}
    key = workspace.write(register, here).value.id
    assert workspace.read(first, key) == date(2026, 1, 5)

    def moved(session, day):
        office_of(session).begun_on = day
        session.flush()
        body_ = session.get_one(Organization, body.id)
        return counted_from(session, body_), answers_for(session, body_, 2026)

    assert workspace.try_out(moved, date(2025, 7, 1)) == (date(2025, 7, 1), True)
    assert workspace.try_out(moved, None) == (NOW.date(), False)
