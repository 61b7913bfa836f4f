"""编辑版式：拖、微调 0.1 毫米、输入坐标、对齐、撤销，存为新的一版."""

from PySide6.QtCore import Qt
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
