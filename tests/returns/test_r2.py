"""R2 in the sample county: what it counts, what it carries over, what stops it, what is frozen."""

from decimal import Decimal

import pytest
from openpyxl import load_workbook

from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Organization
from qyclient.papers import write_return
from qyclient.records.view import View
from qyclient.returns.models import Return
from qyclient.returns.rules.checks import address
from qyclient.returns.rules.layouts import layouts
from qyclient.returns.services import filling, keeping, lookup, proceedings

LAYOUT = layouts()["R2"]


@pytest.fixture
def desk(county):
    county.operator = "黄嘉怡"
    return county


def _whole(desk, period):
    return desk.read(filling.whole, desk.read(lookup.return_called, "R2", period).id)


def _step(desk, found, move, who="黄嘉怡", **answers):
    desk.operator = who
    now = desk.read(lookup.the_return, found.id)
    done = desk.write(proceedings.advance, found.id, now.version, move, answers).value
    desk.operator = "黄嘉怡"
    return done


def _industry(session, key, industry):
    session.get(Organization, key).industry = industry


def test_totals_are_what_their_rows_add_up_to(desk):
    cells = _whole(desk, "2025Q2").filled.cells
    for row in LAYOUT.rows:
        for column in LAYOUT.columns:
            if row.parts and not column.worked:
                parts = [cells[part, column.key] for part in row.parts]
                known = [part for part in parts if part is not None]
                assert cells[row.key, column.key] == (sum(known) if known else None)


def test_behind_a_number_stand_as_many_records_as_it_says(desk):
    whole = _whole(desk, "2025Q2")
    for column in ("opening", "charity", "graded", "party"):
        told = whole.filled.records("total", column)
        assert len(told) == whole.filled.cells["total", column]
    staff = whole.filled.records("total", "staff")
    assert sum(Decimal(one.amount) for one in staff) == whole.filled.cells["total", "staff"]


def test_nobody_registered_is_left_out(desk):
    ended = {"DEREGISTERED", "REVOKED", "LICENSE_CANCELLED", "BANNED", "REGISTERING"}
    here = [
        one
        for one in desk.page(Organization, View())
        if one.org_type.value != "C" and one.status.value not in ended
        and (one.established_on is None or not one.established_on.earliest
             or one.established_on.earliest.year < 2026)
    ]  # fmt: skip
    assert _whole(desk, "2025Q4").filled.counted["total", "end"] == len(here)


def test_a_quarter_begins_with_what_the_one_before_reported(desk):
    before, after = _whole(desk, "2025Q3").filled.cells, _whole(desk, "2025Q4").filled.cells
    assert before["S.9", "closing"] == before["S.9", "opening"] + 1
    for row in LAYOUT.rows:
        assert after[row.key, "opening"] == before[row.key, "closing"]


def test_a_failed_cross_check_names_both_cells_and_stops_the_return(desk):
    whole = _whole(desk, "2025Q4")
    failed = next(one for one in whole.failed if one.finding.at == "S.9")
    cell = address(LAYOUT, ("S.9", "closing"))
    assert f"{cell}（社会服务 期末数）" in failed.finding.sentence.replace("）为", "）为")
    assert "登记簿期末（社会服务）" in failed.finding.sentence
    with pytest.raises(Refused, match="期末数与登记簿期末的单位数相等"):
        _step(desk, whole.found, "check_return")


def test_it_is_mended_by_what_is_true_or_by_saying_why(desk):
    found = _whole(desk, "2025Q4").found
    desk.write(keeping.type_over, found.id, "S.9|moved_out", "1", "迁回原登记地，档案已退")
    assert not _whole(desk, "2025Q4").failed
    desk.write(keeping.type_over, found.id, "S.9|moved_out", "", "又核实未迁出")
    whole = _whole(desk, "2025Q4")
    for one in whole.failed:
        desk.write(keeping.explain, found.id, one.finding.key, "档案在途")
    assert {one.word for one in _whole(desk, "2025Q4").failed} == {"不符，已说明"}
    assert _step(desk, found, "check_return").state == "RETURN_CHECKED"


def test_an_explanation_counts_only_for_the_figures_it_was_given_for(desk):
    whole = _whole(desk, "2025Q4")
    for one in whole.failed:
        desk.write(keeping.explain, whole.found.id, one.finding.key, "档案在途")
    desk.write(keeping.type_over, whole.found.id, "S.9|moved_in", "2", "再迁入2家")
    assert any(one.open for one in _whole(desk, "2025Q4").failed)


def test_what_was_mended_in_the_register_mends_the_return(desk):
    found = _whole(desk, "2025Q4").found
    desk.write(keeping.type_over, found.id, "S.9|moved_out", "1", "迁回原登记地")
    body = _whole(desk, "2025Q4").filled.records("S.9", "charity")[0]
    key = next(o.id for o in desk.page(Organization, View()) if o.name == body.name)
    was = next(o for o in desk.page(Organization, View()) if o.id == key).industry
    desk.write(_industry, key, type(was)("10"))
    failed = {one.finding.at for one in _whole(desk, "2025Q4").failed}
    assert {"S.9", "S.10"} <= failed
    desk.write(_industry, key, was)
    assert not _whole(desk, "2025Q4").failed


def test_what_was_sent_stays_and_a_later_change_shows_as_a_difference(desk):
    before = _whole(desk, "2025Q3")
    assert not before.differences
    name = before.filled.records("S", "charity")[0].name
    body = next(o for o in desk.page(Organization, View()) if o.name == name)

    def no_charity(session):
        session.get(Organization, body.id).is_charity = False

    desk.write(no_charity)
    after = _whole(desk, "2025Q3")
    assert after.filled.cells == before.filled.cells
    [one] = after.differences
    assert one.went == (body.name,)
    assert one.sent == one.now + 1
    assert one.name in one.sentence


def test_it_goes_from_draft_to_locked_and_back_through_what_the_city_returns(desk):
    found = _whole(desk, "2025Q4").found
    desk.write(keeping.type_over, found.id, "S.9|moved_out", "1", "迁回原登记地")
    _step(desk, found, "check_return")
    with pytest.raises(Refused, match="固定"):
        desk.write(keeping.type_over, found.id, "S.9|moved_out", "2", "再迁出")
    desk.operator = "黄嘉怡"
    with pytest.raises(Refused, match="批准"):
        _step(desk, found, "sign_return")
    _step(desk, found, "sign_return", who="陈国庆")
    with pytest.raises(Invalid, match="报送方式"):
        _step(desk, found, "send_return")
    sent = _step(desk, found, "send_return", medium="U盘")
    assert (sent.state, sent.medium) == ("RETURN_SENT", "U盘")
    back = _step(desk, found, "take_back_return", reason="迁出数不对")
    assert (back.state, back.returned_because) == ("RETURN_BACK", "迁出数不对")
    desk.write(keeping.type_over, found.id, "S.9|moved_out", "", "核实未迁出")
    whole = _whole(desk, "2025Q4")
    assert [one.name for one in whole.differences]
    for one in whole.failed:
        desk.write(keeping.explain, found.id, one.finding.key, "档案在途")
    _step(desk, found, "check_return")
    _step(desk, found, "sign_return", who="陈国庆")
    assert _step(desk, found, "send_return", medium="政务邮箱").state == "RETURN_RESENT"
    assert _step(desk, found, "lock_return").state == "RETURN_LOCKED"
    assert desk.read(proceedings.allowed, found.id) == []


def test_what_cannot_be_typed_is_refused(desk):
    found = _whole(desk, "2025Q4").found
    for place in ("S|moved_in", "S.9|closing", "S.9|opening"):
        with pytest.raises(Refused):
            desk.write(keeping.type_over, found.id, place, "1", "理由")
    with pytest.raises(Invalid, match="整数"):
        desk.write(keeping.type_over, found.id, "S.9|staff", "1.5", "理由")
    with pytest.raises(Invalid, match="小数"):
        desk.write(keeping.type_over, found.id, "S.9|income", "1.55", "理由")


def test_no_return_twice_none_of_the_wrong_sort_and_none_checked_before_its_end(desk):
    with pytest.raises(Invalid, match="已有"):
        desk.write(keeping.open_return, "R2", "2025Q4")
    with pytest.raises(Invalid, match="季报"):
        desk.write(keeping.open_return, "R2", "2025M10")
    with pytest.raises(Invalid, match="还没有开始"):
        desk.write(keeping.open_return, "R2", "2027Q1")
    found = desk.write(keeping.open_return, "R2", "2026Q1").value
    with pytest.raises(Refused, match="才结束"):
        _step(desk, found, "check_return")


def test_the_sheet_has_live_totals_its_checks_and_what_it_rests_on(desk, tmp_path):
    whole = _whole(desk, "2025Q3")
    write_return(desk, whole.found.id, tmp_path / "r2.xlsx")
    book = load_workbook(tmp_path / "r2.xlsx")
    sheet, told, checks = book.worksheets
    total, closing = address(LAYOUT, ("total", "staff")), address(LAYOUT, ("S.9", "closing"))
    assert sheet[total].value.startswith("=IF(COUNT(")
    assert sheet[closing].value.startswith("=N(")
    said = " ".join(str(row[0].value) for row in told.iter_rows())
    for word in ("2025年第3季度", "黄嘉怡", "0.1.0", whole.found.fingerprint, "改填"):
        assert word in said
    assert checks.max_row == len(whole.checked) + 1
    assert whole.found.fingerprint in book.properties.description
    assert LAYOUT.rows[0].label in {cell.value for cell in sheet["A"]}


def test_the_page_for_the_seal_is_the_same_for_the_same_figures(desk, tmp_path):
    found = _whole(desk, "2025Q3").found
    for name in ("a.pdf", "b.pdf"):
        write_return(desk, found.id, tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_an_empty_register_fills_it_too(workspace):
    found = workspace.write(keeping.open_return, "R2", "2025Q4").value
    whole = workspace.read(filling.whole, found.id)
    assert whole.filled.cells["total", "closing"] == 0
    assert not whole.failed


def test_a_return_is_found_by_kind_and_period(desk):
    assert desk.read(lookup.return_called, "R2").period == "2025Q4"
    with pytest.raises(Refused, match="还没有 R2"):
        desk.read(lookup.return_called, "R2", "2019Q1")
    assert len(desk.page(Return, View())) >= 3
