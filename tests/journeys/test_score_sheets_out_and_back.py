"""打印、导出评分表，填好收回；纸质评分表录两遍，不同的地方标红."""

from openpyxl import load_workbook

from qyclient.evaluations.services import marking
from tests.journeys.test_evaluate_a_contract import _planned, evening, raters_now  # noqa: F401 - the fixture
from ui.evaluations import papers_menu
from ui.evaluations.key_in_dialog import KeyInDialog
from ui.kit.print_found import PrintDialog

POINTS, REASON = 3, 4


def _opened(evening):  # noqa: F811 - the fixture of that name
    found = _planned(evening)
    evening.step("何建华", "open_scoring")
    return found, raters_now(evening, found)


def test_a_form_is_seen_on_paper_before_it_is_printed(evening):  # noqa: F811
    _found, raters = _opened(evening)
    papers_menu.show_form(evening.tab, raters[0])
    dialog = evening.clerk.dialog(PrintDialog)
    evening.clerk.until(lambda: bool(dialog.preview.images))
    assert dialog.preview.name == f"评分表 {raters[0].code}.pdf"


def test_a_sheet_goes_out_and_comes_back(evening, tmp_path):  # noqa: F811
    clerk, (found, raters) = evening.clerk, _opened(evening)
    path, said = tmp_path / "评分表.xlsx", []
    clerk.window.jobs.said.connect(said.append)
    clerk.window.jobs.refused.connect(lambda no: said.append(str(no)))
    papers_menu.write_form(evening.tab, raters[1], path)
    clerk.until(path.exists)
    clerk.until(lambda: clerk.window.jobs.idle)
    book = load_workbook(path)
    book.active["E5"].value, book.active["F5"].value = 35, "缺两项"
    book.save(path)
    papers_menu.take_sheet(evening.tab, found, path)
    clerk.until(lambda: any("已收回 专家甲 的评分表" in one for one in said))
    sheet = clerk.window.jobs.workspace.read(marking.sheet_of, raters[1].id)
    assert sheet.lines[0].points == 35
    book.active["A5"].value = "9"
    book.save(path)
    papers_menu.take_sheet(evening.tab, found, path)
    clerk.until(lambda: any("单元格 A5 应为“1.1”" in one for one in said))


def test_a_paper_form_is_typed_twice(evening):  # noqa: F811
    clerk, (_found, raters) = evening.clerk, _opened(evening)
    papers_menu._key_in(evening.tab, raters[2])  # noqa: SLF001 - what the line of the menu does
    dialog = clerk.dialog(KeyInDialog)
    dialog.on()
    assert "请扫描或输入评分表上的编号" in dialog.banner.sentence.text()
    dialog.code.setText(raters[2].code)
    for row, points in enumerate(("38", "20", "33", "0")):
        dialog.grid.type(row, POINTS, points)
    dialog.grid.type(0, REASON, "缺一项")
    dialog.go.click()
    assert dialog.grid.text(0, POINTS) == ""
    for row, points in enumerate(("38", "20", "35", "0")):
        dialog.grid.type(row, POINTS, points)
    dialog.go.click()
    assert "2.2：第一次 33，第二次 35" in dialog.banner.sentence.text()
    dialog.grid.type(2, POINTS, "33")
    dialog.go.click()
    clerk.until(lambda: clerk.window.jobs.idle)
    sheet = clerk.window.jobs.workspace.read(marking.sheet_of, raters[2].id)
    assert [line.points for line in sheet.lines] == [38, 20, 33, 0]
