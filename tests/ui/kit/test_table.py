"""The table reads what is looked at, sorts in the register, masks, and copies into Excel."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import register
from qyclient.records.base import fields_of
from qyclient.records.view import View
from ui.kit import table_model, table_pages, table_reading
from ui.kit.columns import table_columns, worked_column
from ui.kit.table import RecordTable
from ui.kit.table_model import RecordsModel


@pytest.fixture
def small_pages(monkeypatch):
    for reader in (table_model, table_pages, table_reading):
        monkeypatch.setattr(reader, "PAGE", 20)
    monkeypatch.setattr(table_pages, "KEPT", 3)


@pytest.fixture
def records(county_jobs):
    return RecordsModel(county_jobs, Organization, table_columns(fields_of(Organization)))


@pytest.fixture
def table(qtbot, county_jobs, records):
    shown = RecordTable(county_jobs, records)
    qtbot.addWidget(shown)
    shown.resize(900, 400)
    return shown


def look(qtbot, records, view=View()):  # noqa: B008 - a View does not change
    with qtbot.waitSignal(records.counted):
        records.look(view)


def column(records, key):
    return [c.key for c in records.columns].index(key)


def texts(records, key, rows):
    number = column(records, key)
    return [records.index(row, number).data() for row in range(rows)]


@pytest.mark.usefixtures("small_pages")
def test_only_pages_that_are_looked_at_are_read_and_few_are_kept(qtbot, records):
    look(qtbot, records)
    assert records.rowCount() > 300
    assert records.row(0) is not None
    assert records.row(100) is None
    for row in (100, 200, 300):
        with qtbot.waitSignal(records.dataChanged):
            assert records.index(row, 0).data() == "…"
        assert records.index(row, 0).data() != "…"
    assert records.row(0) is None


@pytest.mark.usefixtures("small_pages")
def test_who_drags_through_the_list_waits_for_the_last_page_only(qtbot, county_jobs, records):
    look(qtbot, records)
    for row in range(20, 320, 20):
        records.index(row, 0).data()
    with qtbot.waitSignal(records.dataChanged) as read:
        pass
    assert read.args[0].row() == 300
    assert records.row(160) is None


@pytest.mark.usefixtures("small_pages")
def test_rows_on_both_sides_of_a_page_are_read_for_one_look(qtbot, records, table):
    look(qtbot, records)
    table.show()
    table.scrollTo(records.index(118, 0), table.ScrollHint.PositionAtTop)
    qtbot.waitUntil(lambda: records.row(118) is not None and records.row(121) is not None)
    assert table.rowAt(0) == 118


def test_a_click_on_a_header_sorts_in_the_register(qtbot, records, table):
    look(qtbot, records)
    with qtbot.waitSignal(records.counted):
        table.sortByColumn(column(records, "fund_amount"), Qt.SortOrder.DescendingOrder)
    assert records.view.order == "fund_amount"
    funds = [records.row(row).record.fund_amount for row in range(50)]
    assert funds == sorted(funds, reverse=True)


def test_lists_mask_what_is_personal(qtbot, jobs):
    body = {"name": "清新区同心志愿队", "org_type": "C", "phone": "13812345678"}
    with qtbot.waitSignal(jobs.changed):
        jobs.write(register, body)
    records = RecordsModel(jobs, Organization, table_columns(fields_of(Organization)))
    look(qtbot, records)
    assert texts(records, "phone", 1) == ["138****5678"]


def test_figures_stand_on_the_right(records):
    number = column(records, "fund_amount")
    side = records.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight


def test_a_block_is_copied_as_excel_takes_it(qtbot, records, table):
    look(qtbot, records, View(order="name"))
    table.setColumnHidden(column(records, "org_type"), True)
    table.selectRow(1)
    table.selectionModel().select(
        records.index(3, 0),
        table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows,
    )
    with qtbot.waitSignal(table.said):
        qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    names = texts(records, "name", 4)
    assert [line.split("\t")[0] for line in lines] == [names[1], names[3]]
    assert len(lines[0].split("\t")) == len(records.columns) - 1


@pytest.mark.usefixtures("small_pages")
def test_rows_never_looked_at_are_copied_too(qtbot, records, table):
    look(qtbot, records, View(order="name"))
    table.selectAll()
    with qtbot.waitSignal(table.said):
        table.copy(headed=True)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == records.rowCount() + 1
    assert lines[0].startswith("名称\t种类")
    assert not any("…" in line.split("\t")[0] for line in lines)


def test_what_is_selected_stays_selected_when_the_list_is_read_again(qtbot, records, table):
    look(qtbot, records, View(order="name"))
    table.selectRow(5)
    chosen = table.current()
    with qtbot.waitSignal(records.counted):
        records.sort(column(records, "name"), Qt.SortOrder.DescendingOrder)
    with qtbot.waitSignal(records.counted):
        records.sort(column(records, "name"), Qt.SortOrder.AscendingOrder)
    assert table.current().id == chosen.id


def test_a_worked_column_comes_with_its_page_and_does_not_sort(qtbot, county_jobs):
    field = next(field for field in fields_of(Organization) if field.key == "staff")
    worked = worked_column("doubled", "加倍", field.kind, 8)
    records = RecordsModel(county_jobs, Organization, [worked])
    records.work = lambda _session, page: {record.id: {"doubled": 2} for record in page}
    look(qtbot, records)
    assert records.index(0, 0).data() == "2"
    before = records.view
    records.sort(0)
    assert records.view == before
