"""Two real ledgers come in exactly as a careful clerk would have entered them."""

from decimal import Decimal

import pytest
from openpyxl import load_workbook

from qyclient.errors import Cancelled, Refused
from qyclient.organizations.models import AnnualReview, Intake, Organization
from qyclient.organizations.services.held import held_rows
from qyclient.organizations.services.intake import last_intake, take_in, undo_intake
from qyclient.organizations.services.ledgers import read_ledgers
from qyclient.organizations.services.register import amend, find
from qyclient.progress import Silent
from qyclient.records.base import field_of
from qyclient.records.view import View
from tests.behind_the_back import contents
from tests.organizations.test_ledger_shapes import CHESS

CELL_OF = {
    "float_code": "C",
    "short_code": "C",
    "bad_check": "C",
    "wrong_type": "C",
    "missing_name": "B",
    "bad_id": "G",
    "bad_date": "E",
    "women_gt_staff": "P",
}
"""Where the two ledgers have the cell that is wrong, by what is wrong with it."""

FIELD_OF = {
    "name": "name",
    "uscc": "uscc",
    "legacy_no": "legacy_cert_no",
    "established": "established_on",
    "legal_rep": "legal_rep",
    "id_no": "legal_rep_id_no",
    "phone": "phone",
    "residence": "residence",
    "supervisor": "business_supervisor",
    "scope": "business_scope",
    "fund_yuan": "fund_amount",
    "unit_members": "unit_members",
    "individual_members": "individual_members",
    "staff": "staff",
    "women": "women",
    "party": "has_party_organization",
    "grade": "org_grade",
    "valid_from": "certificate_valid_from",
    "valid_to": "certificate_valid_to",
    "status": "status",
    "note": "remark",
}


def _held(workspace):
    """Return what the register holds, in the words of the truth."""
    reviews = {}
    for review in workspace.page(AnnualReview, View()):
        reviews[review.organization.id, review.year] = review.conclusion.label
    return {
        body.uscc: {
            **{key: _told(body, field) for key, field in FIELD_OF.items()},
            **{f"review_{year}": reviews.get((body.id, year), "") for year in (2024, 2025)},
        }
        for body in workspace.page(Organization, View())
    }


def _told(body, key):
    field = field_of(Organization, key)
    value = getattr(body, key)
    if field.kind.name == "money":
        return None if value is None else float(value)
    if field.kind.name in {"count", "date"} or isinstance(value, bool):
        return value if not hasattr(value, "isoformat") else value.isoformat()
    return field.show(body) if field.kind.name == "choice" else value or ""


def _expected(rows):
    expected = {}
    for row in rows:
        told = dict(row["expect"])
        told.setdefault("unit_members", None)
        told["status"] = {"撤销": "撤销登记"}.get(told["status"], told["status"])
        expected[told["uscc"]] = {key: told[key] for key in (*FIELD_OF, *REVIEWS)}
    return expected


REVIEWS = ("review_2024", "review_2025")


def _sound(truth):
    return [row for row in truth if not row["defect"]]


def _bad(truth):
    return [row for row in truth if row["defect"] not in {"", "duplicate"}]


def test_every_row_becomes_what_the_truth_says(workspace, ledgers, truth, bring):
    outcome = bring(workspace, ledgers).value
    rows = {(row.sheet, row.row): row for row in outcome.rows}
    for told in truth:
        row = rows.pop((told["sheet"], told["row"]))
        wanted = {"": "new", "duplicate": "unchanged"}.get(told["defect"], "held")
        assert (row.outcome, told["defect"]) == (wanted, told["defect"])
        if wanted == "held":
            assert row.cell == f"{CELL_OF[told['defect']]}{told['row']}"
            assert row.reasons[0].startswith(f"{row.cell} ")
        else:
            assert row.name == told["expect"]["name"]
            assert row.reasons == ()
    assert {row.outcome for row in rows.values()} == {"skipped"}
    assert all(row.reasons for row in rows.values())
    assert _held(workspace) == _expected(_sound(truth))


def test_nothing_of_the_ledgers_is_left_unread(ledgers):
    assert [ledger.unmatched for ledger in ledgers] == [[], []]
    assert [ledger.org_type for ledger in ledgers] == ["S", "M"]


def test_imported_again_they_change_nothing(workspace, ledgers, bring):
    first = bring(workspace, ledgers).value
    before = contents(workspace)
    again = bring(workspace, ledgers)
    new = first.counts["new"] + first.counts["unchanged"]
    assert again.value.counts == {**first.counts, "new": 0, "unchanged": new}
    assert contents(workspace) == before
    assert again.changed == frozenset()
    assert again.value.intake is None


def test_undone_nothing_is_left_and_they_can_come_again(workspace, ledgers, bring):
    before = contents(workspace)
    first = bring(workspace, ledgers).value
    workspace.write(undo_intake, workspace.read(last_intake).id)
    assert contents(workspace) == before
    [note] = workspace.page(Intake, View())
    assert (note.undone, note.new, note.held) == (True, 340, 20)
    with pytest.raises(Refused, match="已经撤销"):
        workspace.write(undo_intake, note.id)

    assert bring(workspace, ledgers).value.counts == first.counts


def test_it_is_not_undone_after_somebody_amended_a_body(workspace, ledgers, bring):
    bring(workspace, ledgers)
    body = workspace.page(Organization, View(order="name"), size=1)[0]
    workspace.write(amend, body.id, body.version, {"phone": "5811111"})
    before = contents(workspace)
    with pytest.raises(Refused, match=body.name):
        workspace.write(undo_intake, workspace.read(last_intake).id)
    assert contents(workspace) == before


def test_a_trial_says_the_same_and_changes_nothing(workspace, ledgers, bring):
    before = contents(workspace)
    tried = workspace.try_out(take_in, ledgers, "", Silent())
    assert contents(workspace) == before
    assert workspace.page(Intake, View()) == []
    assert tried.rows == bring(workspace, ledgers).value.rows


def test_codes_that_fail_their_check_come_in_with_a_reason(workspace, ledgers, truth, bring):
    outcome = bring(workspace, ledgers, reason="证书原件即如此").value
    still = {(row.sheet, row.row) for row in outcome.rows if row.outcome == "held"}
    bad_checks = [row for row in _bad(truth) if row["defect"] == "bad_check"]
    assert still == {(r["sheet"], r["row"]) for r in _bad(truth)} - {
        (r["sheet"], r["row"]) for r in bad_checks
    }
    excused = [b for b in workspace.page(Organization, View()) if b.code_exception]
    assert {b.name for b in excused} == {row["expect"]["name"] for row in bad_checks}
    assert {b.code_exception for b in excused} == {"证书原件即如此"}


def test_a_reason_for_credit_codes_excuses_no_other_code(workspace, tmp_path, bring):
    path = tmp_path / "社会团体.csv"
    path.write_text(f"名称,信用代码,组织机构代码\n清新区棋类协会,{CHESS},YL9500006\n", "utf-8")
    [row] = bring(workspace, path, reason="原件如此").value.rows
    assert (row.outcome, row.cell) == ("held", "C2")


def test_held_rows_mended_by_a_clerk_come_in_as_exactly_what_was_missing(
    workspace, ledgers, truth, bring, tmp_path
):
    outcome = bring(workspace, ledgers).value
    path = tmp_path / "待处理.xlsx"
    assert held_rows(path, ledgers, outcome) == 20
    _mend(path, truth)
    before = _held(workspace)

    mended = bring(workspace, path).value

    now = _held(workspace)
    assert {"held": mended.counts["held"], "new": mended.counts["new"]} == {"held": 0, "new": 20}
    assert {code: now[code] for code in before} == before
    assert {code: now[code] for code in now if code not in before} == _expected(_bad(truth))


def _mend(path, truth):
    """Do what the clerk does: write the right value in the cell that is marked."""
    told = {(row["sheet"], row["row"]): row["expect"] for row in truth}
    by_column = {"C": "uscc", "B": "name", "G": "id_no", "E": "established", "P": "women"}
    book = load_workbook(path)
    for sheet in book:
        heads = {cell.value: cell.column for row in sheet.iter_rows(max_row=5) for cell in row}
        for row in range(1, sheet.max_row + 1):
            cell = str(sheet.cell(row, heads["原单元格"]).value)
            if cell[1:].isdecimal():
                right = told[sheet.title, int(cell[1:])]
                sheet[f"{cell[0]}{row}"] = right[by_column[cell[0]]]
    book.save(path)


def test_cancelled_half_way_nothing_is_left(workspace, ledgers):
    before = contents(workspace)

    class Stop:
        def step(self, done, total, doing=""):
            if doing == "写入名册":
                raise Refused("停")

    with pytest.raises(Refused, match="停"):
        workspace.write(take_in, ledgers, "", Stop())
    assert contents(workspace) == before
    assert workspace.read(find, "协会") == []


def test_without_a_sheet_it_is_refused(workspace, bring):
    with pytest.raises(Refused, match="没有要导入的工作表"):
        bring(workspace, [])


def test_files_without_a_ledger_are_refused_by_name(tmp_path):
    paths = [tmp_path / "通讯录.csv", tmp_path / "值班表.csv"]
    for path in paths:
        path.write_text("日期,人\n3月1日,张三\n", "utf-8")
    with pytest.raises(Refused, match=r"“通讯录.csv”、“值班表.csv”里没有找到台账"):
        read_ledgers(paths, Silent())


def test_money_keeps_every_fen(workspace, ledgers, bring):
    bring(workspace, ledgers)
    amounts = {body.fund_amount for body in workspace.page(Organization, View())}
    assert {Decimal("33333.33"), Decimal("35000.50")} <= amounts


def test_undoing_says_how_far_it_is_and_can_be_cancelled_without_a_trace(workspace, bring, ledgers):
    bring(workspace, ledgers)
    before, steps = contents(workspace), []

    class Impatient:
        def step(self, done, total, doing=""):
            steps.append((done, total))
            if done == 3:
                raise Cancelled("已取消，没有保存。")

    with pytest.raises(Cancelled):
        workspace.write(undo_intake, workspace.read(last_intake).id, Impatient())
    assert contents(workspace) == before
    assert steps[:2] == [(0, steps[0][1]), (1, steps[0][1])]
