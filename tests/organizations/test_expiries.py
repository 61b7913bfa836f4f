"""到期与提醒：换届、年报、证书，轮次，函件编号存档；受限人员核查写明查了哪里."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Document, Organization, Reminder
from qyclient.organizations.reports.dues import write_labels, write_phone_list
from qyclient.organizations.rules.lists import ContactWay
from qyclient.organizations.rules.reminders import DueSort, round_now
from qyclient.organizations.services.expiries import dues
from qyclient.organizations.services.register import register
from qyclient.organizations.services.reminding import note_reminded, reminders_of, send_letters
from qyclient.organizations.services.restricted import search_person
from qyclient.paper.pdf.raster import page_count
from qyclient.paper.report import Heading
from qyclient.progress import Silent
from qyclient.records.view import Filter, View

TODAY = date(2026, 3, 2)
BODY = {
    "name": "清新区晨光阅读促进会", "org_type": "社会团体", "legal_rep": "李晓", "contact": "王敏",
    "residence": "清新区太和镇府前路1号", "fund_amount": "3万元", "individual_members": "60",
    "established_on": "2015-03-01", "phone": "13926500001",
}  # fmt: skip
HEADING = Heading("清远市清新区民政局", "张三", TODAY, TODAY)


def _body(workspace, *officers, **texts):
    return workspace.write(register, {**BODY, **texts}, officers).value


def _only(workspace, body, sort):
    return [due for due in workspace.read(dues, sort) if due.key == body.id]


@pytest.mark.parametrize(
    ("days", "round_"), [(-91, None), (-90, "T-90"), (-30, "T-30"), (0, "T-30"), (1, "T+1")]
)
def test_each_round_comes_on_its_day(days, round_):
    found = round_now(TODAY - timedelta(days=days), TODAY)
    assert (found.key if found else None) == round_


def test_a_term_ends_with_its_last_leader_or_by_the_longest_term(workspace):
    chair = {"name": "李晓", "post": "会长", "term_start": "2021-03-01", "term_end": "2026-02-28"}
    known = _body(workspace, chair)
    [due] = _only(workspace, known, DueSort.ELECTION)
    assert (due.due_on, due.told, due.round.key) == (date(2026, 2, 28), "已过 2 天", "T+1")
    guessed = _body(
        workspace,
        {"name": "王敏", "post": "会长", "term_start": "2021-06-01"},
        name="清新区青山志愿服务队",
    )
    assert _only(workspace, guessed, DueSort.ELECTION)[0].due_on == date(2026, 6, 1)


def test_a_certificate_is_listed_within_half_a_year_of_its_end(workspace):
    soon = _body(workspace, certificate_valid_from="2021-08-01", certificate_valid_to="2026-08-01")
    [due] = _only(workspace, soon, DueSort.CERTIFICATE)
    assert (due.round, due.left) == (None, 152)


def test_a_report_that_is_not_here_is_due_with_its_season(workspace):
    body = _body(workspace)
    [due] = _only(workspace, body, DueSort.REPORT)
    assert (due.due_on, due.round.key) == (date(2026, 5, 31), "T-90")


def test_letters_are_numbered_kept_and_written_once_in_each_round(county):
    keys = [due.key for due in county.read(dues, DueSort.ELECTION) if due.round][:3]
    letters = county.write(send_letters, DueSort.ELECTION, keys, Silent()).value
    assert letters.count == 3
    assert letters.pdf.startswith(b"%PDF")
    letters_only = View(filters=(Filter("series", among=("letter",)),))
    numbers = sorted(one.number for one in county.page(Reminder, View()))
    assert numbers == sorted(one.number for one in county.page(Document, letters_only))
    [kept] = county.read(reminders_of, keys[0])
    assert (kept.way, kept.sent_on, kept.operator) == (ContactWay.LETTER, TODAY, "张晓梅")
    with pytest.raises(Refused, match="这一轮已经提醒过"):
        county.write(send_letters, DueSort.ELECTION, keys[:1], Silent())
    assert county.count(Document, letters_only) == 3


def test_an_office_without_address_is_told_what_a_letter_lacks(workspace):
    body = _body(workspace)
    with pytest.raises(Invalid, match="办公地址"):
        workspace.write(send_letters, DueSort.REPORT, [body.id], Silent())
    assert workspace.count(Reminder, View()) == 0


def test_a_call_counts_as_the_reminder_of_its_round(county):
    key = next(due.key for due in county.read(dues, DueSort.CERTIFICATE) if due.round)
    county.write(note_reminded, DueSort.CERTIFICATE, [key], ContactWay.CALL)
    assert all(
        due.round is None for due in county.read(dues, DueSort.CERTIFICATE) if due.key == key
    )


def test_the_phone_list_is_masked_without_a_purpose(workspace, tmp_path):
    body = _body(workspace)
    found = _only(workspace, body, DueSort.REPORT)
    for purpose, shown in (("", False), ("催报", True)):
        write_phone_list(tmp_path / "a.xlsx", "电话表", found, replace(HEADING, purpose=purpose))
        rows = load_workbook(tmp_path / "a.xlsx").active.iter_rows(values_only=True)
        cells = {str(cell) for row in rows for cell in row}
        assert body.name in cells
        assert (body.phone in cells) is shown


def test_a_label_is_made_for_each_body(county, tmp_path):
    found = county.read(dues, DueSort.ELECTION)
    write_labels(tmp_path / "a.pdf", "地址签", found, HEADING)
    assert page_count((tmp_path / "a.pdf").read_bytes()) == -(-len(found) // 21)


def test_who_led_a_revoked_body_is_found_by_his_number_with_what_was_searched(county):
    revoked = next(
        one
        for one in county.page(Organization, View(filters=(Filter("status", among=("REVOKED",)),)))
        if one.legal_rep_id_no
    )
    found = county.read(search_person, revoked.legal_rep_id_no)
    [hit] = [one for one in found.hits if "撤销" in one.register]
    assert revoked.name in hit.says
    assert "截至 2026-03-02" in found.told
    assert len(found.registers) == 3
    assert revoked.legal_rep_id_no not in found.told


def test_who_is_in_no_register_is_said_to_be_in_none_of_them(workspace):
    found = workspace.read(search_person, "440000199001010014")
    assert (found.hits, "没有记录" in found.told) == ([], True)
    with pytest.raises(Invalid):
        workspace.read(search_person, " ")
