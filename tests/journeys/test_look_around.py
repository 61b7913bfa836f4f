"""从工作台看数字，打开数字后面的名单，导出所见."""

from openpyxl import load_workbook
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from qyclient.organizations.models import Organization
from qyclient.paper.sheets.lists import write_list
from qyclient.records.view import Filter, View
from ui.kit.charts import Bars
from ui.kit.print_found import PrintDialog
from ui.kit.report_dialog import write_found
from ui.kit.tab import Visit


def test_a_number_on_the_first_page_opens_the_list_behind_it(county_clerk):
    clerk = county_clerk
    home = clerk.window.tab("工作台")
    clerk.until(lambda: any("注销" in b.text() for b in home.findChildren(QPushButton)))
    [button] = [b for b in home.findChildren(QPushButton) if b.text().startswith("注销")]
    button.click()
    tab = clerk.window.tab("社会组织")
    clerk.until(lambda: bool(tab.count_text))
    said = int(button.text().split("　")[1])
    assert tab.records.rowCount() == said > 0
    assert {tab.records.row(row).record.status.label for row in range(said)} == {"注销"}


def test_a_bar_of_the_first_page_opens_the_list_behind_it(county_clerk):
    clerk = county_clerk
    home = clerk.window.tab("工作台")
    clerk.until(lambda: len(home.findChildren(Bars)) >= 4)
    kinds, years, towns, *_others = home.findChildren(Bars)
    assert len(kinds.bars) == 4
    for chart in (kinds, towns, years):
        bar = max(chart.bars, key=lambda one: one.count.many)
        label, many = bar.count.label, bar.count.many
        tab = clerk.window.tab("社会组织")
        with clerk.qtbot.waitSignal(tab.records.counted):
            clerk.qtbot.keyClick(bar, Qt.Key.Key_Space)
        assert tab.records.rowCount() == many > 0
    assert label == "更早" or {
        str(tab.records.row(n).record.established_on)[:4] for n in range(min(many, 100))
    } == {label}


def test_the_charts_of_the_first_page_are_printed_as_they_are_seen(county_clerk):
    clerk = county_clerk
    home = clerk.window.tab("工作台")
    clerk.until(lambda: len(home.findChildren(Bars)) >= 4)
    [prints] = [b for b in home.findChildren(QPushButton) if b.text() == "打印这些图…"]
    prints.click()
    paper = clerk.dialog(PrintDialog)
    clerk.until(lambda: bool(paper.preview.images))
    pages = PdfDocument(paper.preview.pdf)
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    for chart in home.findChildren(Bars):
        for bar in chart.bars:
            assert bar.count.label in text
            assert f"{bar.count.many:,}" in text
    paper.reject()


def test_the_title_says_whose_register_it_is_and_that_it_is_a_sample(county_clerk):
    title = county_clerk.window.windowTitle()
    assert title.startswith("【样例县】清远市清新区民政局")
    assert title.endswith("county")
    assert county_clerk.window.line.operator.text() == "经办人：张晓梅"


def test_what_is_exported_is_what_is_seen(county_clerk, tmp_path):
    clerk = county_clerk
    tab = clerk.go("社会组织")
    only = Filter("org_type", among=("J",))
    with clerk.qtbot.waitSignal(tab.records.counted):
        tab.visit(Visit(filters=(only,)))
    tab.table.setColumnHidden(1, True)
    columns = [tab.records.columns[number] for number in tab.table.shown_columns()]
    path = tmp_path / "所见.xlsx"
    fields = [column.field for column in columns]
    with clerk.qtbot.waitSignal(clerk.window.jobs.said):
        write_found(
            clerk.window.jobs,
            tab.records,
            "社会组织列表",
            path,
            lambda where, rows, heading: write_list(where, "列表", fields, rows, heading),
        )
    rows = [*load_workbook(path).worksheets[0].iter_rows(values_only=True)]
    [head] = [n for n, row in enumerate(rows) if row[0] == "名称"]
    assert list(rows[head]) == [column.label for column in columns]
    found = clerk.window.jobs.workspace.page(Organization, View(filters=(only,)))
    assert {row[0] for row in rows[head + 1 :] if row[0]} == {body.name for body in found}


def test_a_list_is_narrowed_by_a_chip_and_shown_whole_again(county_clerk):
    clerk = county_clerk
    tab = clerk.go("社会组织")
    whole = tab.records.rowCount()
    [chip] = [chip for preset, chip in tab.filters.presets if preset.label == "民非"]
    with clerk.qtbot.waitSignal(tab.records.counted):
        chip.click()
    assert 0 < tab.records.rowCount() < whole
    with clerk.qtbot.waitSignal(tab.records.counted):
        chip.click()
    assert tab.records.rowCount() == whole
