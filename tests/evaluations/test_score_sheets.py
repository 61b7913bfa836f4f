"""Score sheets on paper and in workbooks: out, filled, and back, cell by cell."""

import shutil
import subprocess
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from qyclient.errors import Refused
from qyclient.evaluations.reports.official import evaluation_paper, paper_text
from qyclient.evaluations.reports.score_sheet import write_score_sheet
from qyclient.evaluations.services import facts, score_sheets
from qyclient.evaluations.services.marking import hand_in
from qyclient.paper.official.text import words
from qyclient.papers import heading
from qyclient.progress import Silent
from tests.evaluations.conftest import full

POINTS = {
    "1.1": ("38.5", "缺一项制度"),
    "2.1": ("20", ""),
    "2.2": ("33", "抽查两份不合格"),
    "3.1": ("0", ""),
}


@pytest.fixture
def opened(desk):
    return desk.opened()


def _out(desk, rater, folder):
    path = folder / f"{rater.code}.xlsx"
    form = desk.seen_by("何建华", score_sheets.form_of, rater.id)
    write_score_sheet(path, form, heading(desk.workspace))
    return path


def _fill(path, change=None):
    book = load_workbook(path)
    sheet = book.active
    for row in sheet.iter_rows(min_row=5):
        points, reason = POINTS[row[0].value]
        row[4].value, row[5].value = float(points), reason
    if change:
        change(sheet)
    book.save(path)


def _back(desk, found, path):
    rows = score_sheets.rows_in(path, Silent())
    return desk.by("何建华", score_sheets.take_back_sheet, found.id, rows)


def test_only_points_and_reasons_can_be_typed(desk, opened, tmp_path):
    path = _out(desk, desk.raters(opened)["专家甲"], tmp_path)
    sheet = load_workbook(path).active
    assert sheet.protection.sheet
    open_ = {c.column_letter for row in sheet.iter_rows() for c in row if not c.protection.locked}
    assert open_ == {"E", "F"}


def test_a_sheet_goes_out_and_its_points_come_back(desk, opened, tmp_path):
    rater = desk.raters(opened)["专家甲"]
    path = _out(desk, rater, tmp_path)
    _fill(path)
    assert _back(desk, opened, path).name == "专家甲"
    lines = desk.lines(rater)
    assert {n: line.points for n, line in lines.items()} == {
        n: Decimal(points) for n, (points, _reason) in POINTS.items()
    }
    assert lines["2.2"].reason == "抽查两份不合格"
    desk.by("何建华", hand_in, rater.id)


def _swap(sheet):
    sheet["A5"].value, sheet["A6"].value = sheet["A6"].value, sheet["A5"].value


def _weight(sheet):
    sheet["D5"].value = "50"


def _formula(sheet):
    sheet["E6"].value = "=10+10"


def _code(sheet):
    sheet["B2"].value = "PJ2020-0001-01"


def _row(sheet):
    sheet.insert_rows(5)


def _beside(sheet):
    sheet["H3"].value = "请多关照"


def _more(sheet):
    sheet["E5"].value = 41


def _words(sheet):
    sheet["E5"].value = "优秀"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_swap, "单元格 A5 应为“1.1”，现在是“2.1”"),
        (_weight, "单元格 D5 应为“40”，现在是“50”"),
        (_formula, "单元格 E6 是公式"),
        (_code, "单元格 B2：没有编号为“PJ2020-0001-01”的评分表"),
        (_row, "单元格 A5 应为“1.1”，现在是“空”"),
        (_beside, "单元格 H3 不是填写的地方"),
        (_more, "单元格 E5：1.1 制度：得分应在 0 到 40 之间"),
        (_words, "单元格 E5：1.1 得分应为数字"),
    ],
)
def test_a_sheet_that_was_tampered_with_is_refused_by_the_cell(
    change, said, desk, opened, tmp_path
):
    rater = desk.raters(opened)["专家甲"]
    path = _out(desk, rater, tmp_path)
    _fill(path, change)
    with pytest.raises(Refused) as no:
        _back(desk, opened, path)
    assert said in str(no.value)
    assert all(line.points is None for line in desk.lines(rater).values())


def test_another_rounds_sheet_is_refused(desk, opened, tmp_path):
    other = desk.opened(occasion="中期评价")
    path = _out(desk, desk.raters(other)["专家甲"], tmp_path)
    _fill(path)
    with pytest.raises(Refused, match=f"属于轮次 {other.number}，不是 {opened.number}"):
        _back(desk, opened, path)


def test_a_sheet_that_was_handed_in_takes_nothing_more(desk, opened, tmp_path):
    rater = desk.raters(opened)["专家甲"]
    path = _out(desk, rater, tmp_path)
    _fill(path)
    desk.score(rater, full("30"))
    with pytest.raises(Refused, match="的评分表已交"):
        _back(desk, opened, path)


def test_two_entries_of_a_paper_form_are_compared(desk, opened):
    first = [{"number": n, "points": p, "reason": r} for n, (p, r) in POINTS.items()]
    second = [{**e, "points": "35" if e["number"] == "2.2" else f"{e['points']}.0"} for e in first
              if e["points"] != "38.5"]  # fmt: skip
    second.insert(0, {**first[0], "points": "38.50"})
    [(row, said)] = score_sheets.differences(first, second)
    assert (row, said) == (2, "2.2：第一次 33，第二次 35")
    rater = desk.raters(opened)["专家乙"]
    desk.by("何建华", score_sheets.key_in, rater.id, first, "黄嘉怡")
    kept = desk.raters(opened)["专家乙"]
    assert (kept.keyed_by, kept.checked_by) == ("何建华", "黄嘉怡")
    assert desk.lines(rater)["1.1"].points == 38.5


def test_a_printed_form_names_round_and_rater_and_holds_nobodys_points(desk, opened):
    rater = desk.raters(opened)["邓晓玲"]
    desk.score(desk.raters(opened)["专家甲"], full("31.5", "37.7"))
    known = desk.seen_by("邓晓玲", facts.form_facts, rater.id)
    said = words(paper_text("score_form", known))
    assert rater.code in said
    assert "31.5" not in said
    assert evaluation_paper("score_form", known, heading(desk.workspace)).startswith(b"%PDF")
    with pytest.raises(Refused, match="评委只能看自己"):
        desk.seen_by("邓晓玲", facts.form_facts, desk.raters(opened)["专家甲"].id)


def test_a_result_notice_lacks_nothing_and_comes_only_after_the_result(desk, opened):
    known = desk.seen_by("何建华", facts.facts_of, opened.id)
    with pytest.raises(Refused, match="得分"):
        paper_text("notice", known)
    for rater in desk.raters(opened).values():
        desk.score(rater, full("21.3", "30"))
    desk.step("何建华", opened, "close_scoring")
    said = words(paper_text("notice", desk.seen_by("何建华", facts.facts_of, opened.id)))
    assert "得分 71.3 分，等级为“中”。其中购买方 71.3 分、第三方 71.3 分" in said
    assert "第 3 期应付 13,974.80 元（大写：壹万叁仟玖佰柒拾肆元捌角整" in said
    assert "5 个工作日内书面提出" in said


@pytest.mark.outside
def test_a_sheet_filled_and_saved_by_libreoffice_comes_back(desk, opened, tmp_path):
    rater = desk.raters(opened)["专家甲"]
    path = _out(desk, rater, tmp_path)
    _fill(path)
    program = shutil.which("soffice")
    assert program, "LibreOffice is not installed"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    target = tmp_path / "saved"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", str(target), str(path)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    _back(desk, opened, target / path.name)
    assert desk.lines(rater)["2.2"].points == 33
