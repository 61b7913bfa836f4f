"""编辑版式：拖、微调 0.1 毫米、输入坐标、对齐、撤销，存为新的一版."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from qyclient.certificates.services import current_template
from ui.certificates.editor.dialog import TemplateDialog

STOCK = "M_ORIGINAL_2016"


def opened(clerk):
    tab = clerk.go("版式")
    tab.edit(STOCK)
    return tab, clerk.dialog(TemplateDialog)


def box(dialog, field):
    return next(one for one in dialog.template.boxes if one.field == field)


def test_boxes_are_nudged_typed_aligned_undone_and_kept(county_clerk):
    clerk = county_clerk
    _tab, dialog = opened(clerk)
    before = box(dialog, "name")
    dialog.drawing.select({"name": True})
    clerk.qtbot.keyClick(dialog.drawing, Qt.Key.Key_Right)
    assert box(dialog, "name").x == round(before.x + 0.1, 1)
    dialog.numbers.boxes["y"].setValue(150.5)
    assert box(dialog, "name").y == 150.5
    dialog.steps.undo()
    assert box(dialog, "name").y == before.y
    dialog.drawing.select({"name": True, "residence": True})
    dialog.align("x")
    assert box(dialog, "name").x == box(dialog, "residence").x
    dialog.longest.setChecked(True)
    dialog.numbers.boxes["x"].setValue(499)
    assert "超出纸张" in dialog.banner.sentence.text()
    dialog.note.setText("名称右移")
    with clerk.qtbot.waitSignal(dialog.saved, timeout=10_000):
        dialog.findChild(QPushButton, "save").click()
    now = clerk.window.jobs.workspace.read(current_template, STOCK)
    assert now.id == f"{STOCK}@1"
    assert now.boxes != ()


def test_a_box_is_dragged_with_the_mouse_and_put_back(county_clerk):
    clerk = county_clerk
    _tab, dialog = opened(clerk)
    drawing, before = dialog.drawing, box(dialog, "name")
    start = drawing.mapFromScene(before.x + before.w / 2, before.y + before.h / 2)
    end = start + QPoint(40, 24)
    far = drawing.mapToScene(end) - drawing.mapToScene(start)
    hand, left = drawing.viewport(), Qt.MouseButton.LeftButton
    clerk.qtbot.mousePress(hand, left, pos=start)
    for step in range(1, 9):
        clerk.qtbot.mouseMove(hand, start + (end - start) * (step / 8))
    clerk.qtbot.mouseRelease(hand, left, pos=end)
    after = box(dialog, "name")
    assert after.x == pytest.approx(before.x + far.x(), abs=0.06)
    assert after.y == pytest.approx(before.y + far.y(), abs=0.06)
    assert dialog.numbers.boxes["x"].value() == pytest.approx(after.x, abs=0.06)
    others = [one for one in dialog.template.boxes if one.field != "name"]
    assert all(box(dialog, one.field) == one for one in others)
    dialog.steps.undo()
    assert box(dialog, "name") == before


def test_a_template_leaves_as_a_file_and_comes_back(county_clerk, tmp_path):
    clerk = county_clerk
    tab = clerk.go("版式")
    path = tmp_path / "版式.qytpl"
    tab.write_to(STOCK, path)
    clerk.until(path.exists)
    tab.take_in(path)
    clerk.until(lambda: tab.current() is not None and tab.current().stock == STOCK)
    path.write_bytes(b"junk")
    tab.take_in(path)
    clerk.until(lambda: clerk.window.jobs.idle)
