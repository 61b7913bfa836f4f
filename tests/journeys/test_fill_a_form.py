"""市局表样: an empty form is read in, settled by clicking, filled; then its changed successor."""

from openpyxl import load_workbook

from tests.returns.blank_forms import blank_form
from ui.returns.form_dialog import FormDialog


def _fill(clerk, tab, path):
    tab.fill_to(tab.current(), path)
    clerk.until(path.exists)
    clerk.until(lambda: clerk.window.jobs.idle)
    return load_workbook(path)


def test_a_form_is_learned_and_filled_and_so_is_its_changed_successor(county_clerk, tmp_path):
    clerk = county_clerk
    clerk.window.jobs.workspace.operator = "黄嘉怡"
    blank_form(tmp_path / "调查表.xlsx")
    tab = clerk.go("市局表样")
    tab.read_file(tmp_path / "调查表.xlsx")
    dialog = clerk.dialog(FormDialog)
    assert dialog.name.text() == "调查表"
    first = dialog.current
    assert dialog.panel.sort.currentText() in {"个数", "固定事项", "名单", "手填（记住）"}
    dialog.panel.go.click()
    assert dialog.places[first].settled
    dialog.settle_proposed()
    while any(not one.settled for one in dialog.places):
        dialog.panel.text.setText("陈国庆")
        dialog.panel.go.click()
    dialog.due.setText("2026-03-20")
    with clerk.qtbot.waitSignal(dialog.saved, timeout=10_000):
        dialog.keep.click()
    clerk.until(lambda: tab.records.rowCount() == 2)
    clerk.choose(tab, "调查表")
    book = _fill(clerk, tab, tmp_path / "填好.xlsx")
    assert book["2025年汇总"]["B2"].value == "清远市清新区民政局"
    assert "陈国庆" in str(book["2025年汇总"]["B9"].value or book["2025年汇总"]["A9"].value)

    blank_form(tmp_path / "新表.xlsx", changed=True)
    tab.read_file(tmp_path / "新表.xlsx", "调查表")
    dialog = clerk.dialog(FormDialog)
    assert "沿用" in dialog.banner.sentence.text()
    opened = [one.slot.column for one in dialog.places if not one.settled]
    assert set(opened) == {"其中 枢纽型社会组织", "志愿服务时数"}
    dialog.settle_proposed()
    for text in ("120", "80"):
        assert "志愿服务时数" in dialog.panel.told.text()
        dialog.panel.text.setText(text)
        dialog.panel.go.click()
    with clerk.qtbot.waitSignal(dialog.saved, timeout=10_000):
        dialog.keep.click()
    clerk.choose(tab, "调查表")
    sheet = _fill(clerk, tab, tmp_path / "新填.xlsx")["2026年汇总"]
    assert (sheet["G5"].value, sheet["G6"].value) == (120, 80)
