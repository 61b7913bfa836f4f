"""早上打开工作台：等我办的、超期的、等对方的，点开就是那件事；写成日历."""

from PySide6.QtWidgets import QPushButton

from qyclient.office.rules.todo import Side
from qyclient.office.services.todo import todo
from ui.home.todo_card import ROOM
from ui.home.todo_tab import write_shown
from ui.kit.tab import Visit


def _room(clerk, side):
    tab = clerk.go(ROOM)
    clerk.window.visit(ROOM, Visit(action=side.value))
    clerk.until(lambda: clerk.window.jobs.idle and tab.sides.currentData() == side.value)
    return tab


def test_the_worst_line_of_the_first_page_opens_its_record(county_clerk):
    clerk = county_clerk
    home = clerk.window.tab("工作台")
    found = clerk.window.jobs.workspace.read(todo)
    first = next(one for one in found.side(Side.MINE) if one.sort == "办件")
    tab = _room(clerk, Side.MINE)
    row = tab.shown.index(next(one for one in tab.shown if one.key == first.key))
    tab.table.selectRow(row)
    clerk.press(tab, "Ctrl+O")
    matters = clerk.window.tab("办件")
    clerk.until(lambda: matters.current() is not None and matters.current().id == first.key)
    assert clerk.window.tabs.title == "办件"
    lines = [b.text() for b in home.findChildren(QPushButton) if b.property("role") == "late"]
    assert any("已超期" in line for line in lines)


def test_each_number_of_the_first_page_opens_the_list_behind_it(county_clerk):
    clerk = county_clerk
    home = clerk.window.tab("工作台")
    clerk.until(lambda: any(b.property("role") == "figure" for b in home.findChildren(QPushButton)))
    found = clerk.window.jobs.workspace.read(todo)
    for side in (Side.OVERDUE, Side.THEIRS):
        tab = _room(clerk, side)
        clerk.until(lambda s=side, t=tab: len(t.shown) == len(found.side(s)))
        assert tab.table.lines.rowCount() == len(tab.shown) > 0


def test_the_list_is_narrowed_to_one_sort_and_written_as_a_calendar(county_clerk, tmp_path):
    clerk = county_clerk
    tab = _room(clerk, Side.ALL)
    tab.sorts.setCurrentIndex(tab.sorts.findData("合同"))
    tab.sorts.activated.emit(tab.sorts.currentIndex())
    assert {one.sort for one in tab.shown} == {"合同"}
    write_shown(tab, str(tmp_path / "a.ics"))
    clerk.until((tmp_path / "a.ics").exists)
    assert (tmp_path / "a.ics").read_text("utf-8").count("BEGIN:VEVENT") == len(tab.shown)


def test_every_line_of_the_list_opens_in_some_room(county_clerk):
    clerk = county_clerk
    tab = _room(clerk, Side.ALL)
    for one in {one.sort: one for one in tab.shown}.values():
        tab.table.selectRow(tab.shown.index(one))
        tab.open_chosen()
        clerk.until(lambda: clerk.window.jobs.idle and clerk.window.tabs.title != ROOM)
        shown = clerk.window.tab(clerk.window.tabs.title)
        clerk.until(lambda s=shown, o=one: s.current() is not None and s.current().id == o.key)
        clerk.window.visit_title(ROOM)
