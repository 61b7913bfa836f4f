"""常用条件、列的选择、分组计数、粘贴一列代码."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from qyclient.records.view import Filter, View
from ui.kit.column_dialog import ColumnDialog
from ui.kit.tab import Visit
from ui.kit.text_dialog import TextDialog

VIEW = View("太和", "name", descending=True, filters=(Filter("status", among=("ACTIVE",)),))


def kept(clerk, name):
    tab = clerk.go("社会组织")
    with clerk.qtbot.waitSignal(tab.records.counted):
        tab.show_view(VIEW)
    tab.saved.ask_name()
    dialog = clerk.dialog(TextDialog)
    dialog.give()
    assert dialog.problem.text() == "请填写名称。"
    dialog.box.setText(name)
    dialog.go.click()
    clerk.until(lambda: name in tab.saved.chips)
    return tab


def test_what_is_looked_for_often_becomes_a_chip(county_clerk):
    clerk = county_clerk
    tab = kept(clerk, "太和的")
    found = tab.records.rowCount()
    assert tab.saved.isVisible()
    assert tab.saved.chips["太和的"].isChecked()
    with clerk.qtbot.waitSignal(tab.records.counted):
        tab.visit(Visit())
    assert not tab.saved.chips["太和的"].isChecked()
    assert tab.records.rowCount() > found
    with clerk.qtbot.waitSignal(tab.records.counted):
        tab.saved.chips["太和的"].click()
    assert tab.records.rowCount() == found
    assert tab.search.text() == "太和"
    assert tab.records.view == VIEW
    header = tab.table.horizontalHeader()
    assert tab.records.columns[header.sortIndicatorSection()].key == "name"


def test_chips_are_taken_away_and_carried_to_another_desk(county_clerk, tmp_path):
    clerk = county_clerk
    tab = kept(clerk, "太和的")
    path = tmp_path / "条件.json"
    tab.saved.write_to(path)
    tab.saved.drop("太和的")
    clerk.until(lambda: not tab.saved.chips and tab.saved.isHidden())
    tab.saved.take_from(path)
    clerk.until(lambda: "太和的" in tab.saved.chips)
    path.write_text("{}", "utf-8")
    tab.saved.take_from(path)
    clerk.until(lambda: "不是本程序导出" in clerk.window.line.sentence.text())


def test_columns_are_found_by_initials_chosen_and_remembered(county_clerk):
    clerk = county_clerk
    tab = clerk.go("社会组织")
    before = [tab.records.columns[n].key for n in tab.table.shown_columns()]
    assert "former_names" not in before
    tab.table.choosing.emit()
    dialog = clerk.dialog(ColumnDialog)
    dialog.findChild(QLineEdit).setText("cym")
    items = [dialog.list.item(n) for n in range(dialog.list.count())]
    [left] = [item for item in items if not item.isHidden()]
    assert left.text() == "曾用名"
    left.setCheckState(left.checkState().Checked)
    dialog.choose()
    tab.table.setColumnWidth(0, 301)
    tab.layout_.keep()
    folder = clerk.window.jobs.workspace.folder
    assert (folder / "window.ini").exists()
    numbers = [tab.records.columns[n].key for n in tab.table.shown_columns()]
    assert numbers == [*before, "former_names"]
    other = type(tab)(clerk.window.jobs)
    clerk.qtbot.addWidget(other)
    with clerk.qtbot.waitSignal(other.records.counted):
        other.start()
    assert [other.records.columns[n].key for n in other.table.shown_columns()] == numbers
    assert other.table.columnWidth(0) == 301
    other.layout_.reset()
    assert [other.records.columns[n].key for n in other.table.shown_columns()] == before


def test_the_status_bar_says_how_the_list_divides(county_clerk):
    clerk = county_clerk
    tab = clerk.go("社会组织")
    clerk.until(lambda: bool(tab.group_text))
    parts = dict(part.split(" ") for part in tab.group_text.split("，"))
    assert sum(map(int, parts.values())) == tab.records.rowCount()
    assert clerk.window.line.counts.text() == f"{tab.count_text}：{tab.group_text}"
    assert "正常" in parts


def test_a_column_of_codes_is_pasted_into_the_list(county_clerk):
    clerk = county_clerk
    tab = clerk.go("社会组织")
    clerk.until(lambda: tab.records.row(0) is not None)
    bodies = [tab.records.row(n).record for n in range(150)]
    coded = [body for body in bodies if body.uscc][:3]
    lines = [f"{body.uscc}\t{body.name}" for body in coded] + ["查无此码"]
    QGuiApplication.clipboard().setText("\n".join(lines))
    with clerk.qtbot.waitSignal(tab.records.counted):
        tab.table.setFocus()
        clerk.qtbot.keySequence(tab.table, "Ctrl+V")
    assert {tab.records.row(n).record.id for n in range(3)} == {body.id for body in coded}
    said = clerk.window.line.sentence.text()
    assert said == "粘贴 4 个，找到 3 个；没有找到：查无此码"
    QGuiApplication.clipboard().setText(bodies[0].name)
    with clerk.qtbot.waitSignal(tab.records.counted):
        clerk.qtbot.keySequence(tab.table, "Ctrl+V")
    assert tab.records.rowCount() == 1
