"""The import's steps under the keyboard: ticking, mending, leaving out, going back, leaving."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog

from qyclient.organizations.models import Organization
from qyclient.organizations.services.intake import take_in
from qyclient.organizations.services.ledgers import read_ledgers
from qyclient.organizations.services.register import register
from qyclient.progress import Silent
from qyclient.records.view import View
from ui.organizations.intake_dialog import IntakeDialog
from ui.organizations.intake_log import IntakeLog

LEDGER = """名称,登记状态,电话,经办科室
清新区青山环保志愿协会,正常,5812345,一股
清新区山泉书画社,在册,5812346,二股
清新区北江龙舟协会,正常,12,一股
"""
FOOTBALL = {
    "name": "清新区足球协会",
    "org_type": "社会团体",
    "phone": "5811111",
    "residence": "太和镇",
    "legal_rep": "刘颖",
}


@pytest.fixture
def path(tmp_path):
    return _written(tmp_path / "社会团体.csv", LEDGER)


@pytest.fixture
def dialog(qtbot, jobs):
    shown = IntakeDialog(jobs)
    qtbot.addWidget(shown)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    with qtbot.waitActive(shown):
        shown.open()
        shown.activateWindow()
    return shown


@pytest.fixture
def settle(qtbot, jobs):
    return lambda: qtbot.waitUntil(lambda: jobs.idle)


@pytest.fixture
def go(dialog, settle):
    """Read files and go on so many steps."""

    def go(steps, *paths):
        dialog.take_files(paths)
        settle()
        for _step in range(steps):
            dialog.frame.on.click()
            settle()
        return dialog

    return go


def _written(path, text):
    path.write_text(text, "utf-8")
    return path


def _asked(dialog):
    return [one for one in dialog.findChildren(QDialog) if one.isVisible()]


def _outcomes(dialog):
    return {row.name: row.outcome for row in dialog.outcome.rows}


def test_space_ticks_a_sheet_and_without_one_there_is_no_way_on(qtbot, go, path):
    dialog = go(0, path)
    assert dialog.frame.on.isEnabled()
    dialog.files.sheets.setFocus()
    qtbot.keyClick(dialog.files.sheets, Qt.Key.Key_Space)
    assert not dialog.frame.on.isEnabled()
    assert "选取" in dialog.frame.on.toolTip()


def test_the_steps_go_on_and_back_by_their_keys(qtbot, go, path):
    dialog = go(0, path)
    qtbot.keyClick(dialog, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    where = dialog.frame.where.accessibleName
    qtbot.waitUntil(lambda: where() == "第 2 步，共 4 步：对应各列")
    assert dialog.match.lines[0].column.heading == "经办科室"
    qtbot.keyClick(dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: where() == "第 1 步，共 4 步：选择文件")


def test_esc_leaves_unless_something_would_be_lost(qtbot, go, path):
    dialog = go(1, path)
    dialog.match.lines[0].field.put("不导入")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    [asked] = _asked(dialog)
    assert "还没有导入" in asked.text()
    asked.reject()
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    _asked(dialog)[-1].accept()
    assert not dialog.isVisible()


def test_esc_asks_nothing_where_nothing_was_decided(qtbot, go, path):
    dialog = go(2, path)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_in_a_cell_mends_it_and_goes_to_the_next_held_row(qtbot, go, path, settle):
    dialog = go(2, path)
    pane = dialog.preview.pane
    assert pane.title.text() == "清新区山泉书画社"
    pane.cells[1].setText("正常")
    qtbot.keyClick(pane.cells[1], Qt.Key.Key_Return)
    settle()
    assert _outcomes(dialog)["清新区山泉书画社"] == "new"
    assert pane.title.text() == "清新区北江龙舟协会"


def test_what_was_typed_is_not_lost_by_going_to_another_row_or_on(go, path, settle):
    dialog = go(2, path)
    dialog.preview.pane.cells[1].setText("正常")
    dialog.preview.rows.selectRow(1)
    settle()
    assert _outcomes(dialog)["清新区山泉书画社"] == "new"
    dialog.preview.pane.cells[2].setText("5812347")
    dialog.frame.on.click()
    settle()
    assert dialog.frame.on.text() == "导入 3 行"
    assert "重新核对" in dialog.frame.banner.sentence.text()


def test_a_row_is_left_out_and_taken_in_again(go, path, settle):
    dialog = go(2, path)
    dialog.preview.pane.skip.click()
    settle()
    assert _outcomes(dialog)["清新区山泉书画社"] == "skipped"
    dialog.preview.chips["skipped"].click()
    dialog.preview.pane.take.click()
    settle()
    assert _outcomes(dialog)["清新区山泉书画社"] == "held"


def test_a_changed_row_shows_what_was_and_what_will_be(go, path, jobs, settle):
    jobs.workspace.write(register, {**FOOTBALL, "name": "清新区青山环保志愿协会"})
    dialog = go(2, path)
    dialog.preview.chips["changed"].click()
    lines = dialog.preview.pane.changes.lines
    assert [lines.index(0, n).data() for n in range(3)] == ["联系电话", "5811111", "5812345"]

    dialog.frame.back.click()
    line = next(one for one in dialog.match.lines if one.column.key == "phone")
    line.rule.choose("fill")
    line.rule.activated.emit(1)
    dialog.frame.on.click()
    settle()
    assert _outcomes(dialog)["清新区青山环保志愿协会"] == "unchanged"


def test_a_field_taken_by_another_column_leaves_the_first(go, path):
    dialog = go(1, path)
    line = {one.column.heading: one for one in dialog.match.lines}
    line["经办科室"].field.put("联系电话")
    assert line["电话"].field.text() == ""
    assert line["电话"].badge.text() == "未对应"
    line["电话"].field.put("联系")
    line["电话"].field.box.lineEdit().editingFinished.emit()
    assert line["电话"].field.text() == ""


def test_files_that_are_dropped_are_read_and_others_are_not(go, dialog, path, tmp_path, settle):
    drag, drop = _dragged(path)
    dialog.dragEnterEvent(drag)
    assert drag.isAccepted()
    dialog.dropEvent(drop)
    settle()
    assert dialog.files.sheets.rowCount() == 1
    picture, _drop = _dragged(_written(tmp_path / "照片.png", "x"))
    picture.ignore()
    dialog.dragEnterEvent(picture)
    assert not picture.isAccepted()


def _dragged(path):
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton)
    how = (*how, Qt.KeyboardModifier.NoModifier)
    drag, drop = QDragEnterEvent(QPoint(9, 9), *how), QDropEvent(QPointF(9, 9), *how)
    drop.kept = drag.kept = carried
    return drag, drop


def test_cancelled_reading_leaves_the_step_as_it_was(dialog, path, settle):
    dialog.take_files([path])
    dialog.close_now()
    settle()
    assert dialog.files.sheets.rowCount() == 0


def test_a_cancelled_import_writes_nothing_and_can_be_tried_again(go, path, jobs, settle):
    dialog = go(2, path)
    dialog.frame.on.click()
    dialog.frame.waiting.stop.click()
    settle()
    if dialog.step == 2:
        assert jobs.workspace.count(Organization, View()) == 0
        dialog.frame.on.click()
        settle()
    assert jobs.workspace.count(Organization, View()) == 1


def test_the_log_names_what_goes_and_what_is_put_back(qtbot, jobs, path):
    workspace = jobs.workspace
    workspace.write(register, {**FOOTBALL, "name": "清新区青山环保志愿协会"})
    workspace.write(take_in, read_ledgers([path], Silent()), "", Silent())
    log = IntakeLog(jobs)
    qtbot.addWidget(log)
    log.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    log.open()
    qtbot.waitUntil(log.undo.isEnabled)
    assert log.list.lines.index(0, 0).data() == f"{date(2026, 3, 2)}"
    log.look()
    qtbot.waitUntil(lambda: bool(_asked(log)))
    [asked] = _asked(log)
    assert "退回到导入以前：1 个社会组织：清新区青山环保志愿协会" in asked.informativeText()
    assert workspace.page(Organization, View())[0].phone == "5812345"
    asked.accept()
    qtbot.waitUntil(lambda: log.list.lines.index(0, 7).data() == "已撤销")
    assert workspace.page(Organization, View())[0].phone == "5811111"


def test_an_office_without_imports_is_told_so(qtbot, jobs):
    log = IntakeLog(jobs)
    qtbot.addWidget(log)
    qtbot.waitUntil(lambda: log.banner.sentence.text() == "还没有导入过台账。")
    assert not log.undo.isEnabled()
    assert log.undo.toolTip()
