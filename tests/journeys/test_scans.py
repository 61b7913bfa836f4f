"""附件：拖进来就整份存好，签好的页按条码归件，签发件要和存档相符."""

from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from qyclient.organizations.models import Attachment
from qyclient.organizations.services.documents import make
from qyclient.paper.pdf.raster import pages
from qyclient.records.view import View
from tests.journeys.test_handle_matters import NEW, take_in
from tests.journeys.test_papers import accepted, write_letterhead
from ui.kit.text_dialog import TextDialog
from ui.matters.attachments_dialog import AttachmentsDialog
from ui.matters.scans_dialog import ScansDialog
from ui.matters.signed_dialog import SignedDialog


def scanned(pdf, path):
    [page] = pages(pdf, 200, grey=True)
    page.save(path)
    return path


def drop(dialog, *paths):
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, given, buttons, keys))


def test_scans_are_dropped_onto_a_matter_and_seen(clerk, tmp_path):
    tab = take_in(clerk, "ESTABLISHMENT", **NEW)
    Image.new("L", (400, 300), 240).save(tmp_path / "章程草案.png")
    (tmp_path / "程序.exe").write_bytes(b"MZ")
    clerk.press(tab, "F6")
    dialog = clerk.dialog(AttachmentsDialog)
    clerk.until(lambda: dialog.goes_to.count() > 5)
    dialog.goes_to.setCurrentText("材料：章程草案")
    drop(dialog, tmp_path / "章程草案.png", tmp_path / "程序.exe")
    clerk.until(lambda: bool(dialog.preview.images) and clerk.window.jobs.idle)
    assert "不能收这种文件" in dialog.banner.sentence.text()
    kept = dialog.lines.chosen
    assert (kept.name, kept.piece.label) == ("章程草案.png", "章程草案")
    dialog.save_to(kept, tmp_path / "原件.png")
    clerk.until(lambda: (tmp_path / "原件.png").is_file() and clerk.window.jobs.idle)
    assert (tmp_path / "原件.png").read_bytes() == (tmp_path / "章程草案.png").read_bytes()
    dialog.made["detach"].click()
    asked = clerk.dialog_of(dialog, TextDialog)
    asked.box.setText("放错了")
    asked.go.click()
    clerk.until(lambda: dialog.lines.chosen is None and clerk.window.jobs.idle)
    dialog.close()


def test_signed_forms_go_to_their_matters_by_the_code_on_them(clerk, tmp_path):
    write_letterhead(clerk)
    tab = accepted(clerk)
    workspace = clerk.window.jobs.workspace
    matter, today = tab.current(), workspace.today
    form = workspace.write(make, matter.id, "approval_form", {}, today).value
    Image.new("L", (400, 300), 240).save(tmp_path / "没有条码.png")
    tab.bar.made["scans"].trigger()
    dialog = clerk.dialog(ScansDialog)
    dialog.look([scanned(form.pdf, tmp_path / "扫描0001.png"), tmp_path / "没有条码.png"])
    clerk.until(dialog.go.isEnabled)
    rows = [[dialog.lines.lines.index(r, c).data() for c in range(4)] for r in range(2)]
    assert rows[0][1:] == ["2026-00001 审批表", f"2026-00001 {NEW['name']}", "审批页"]
    assert "没有读到条码" in rows[1][3]
    dialog.go.click()
    clerk.until(lambda: workspace.count(Attachment, View()) == 1 and clerk.window.jobs.idle)
    assert {"审批页", "扫描0001.png"} <= {*clerk.read_pane(tab)}


def test_a_signed_paper_is_held_against_what_was_issued(clerk, tmp_path):
    write_letterhead(clerk)
    matter = accepted(clerk).current()
    workspace = clerk.window.jobs.workspace
    notice = workspace.write(make, matter.id, "acceptance", {}, workspace.today).value
    room = clerk.go("文书")
    clerk.choose(room, notice.document.number)
    clerk.press(room, "F6")
    dialog = clerk.dialog(SignedDialog)
    said = {"dated": "今天", "addressee": "李晓", "number": "清新民许社受字〔2026〕7号"}
    clerk.fill(dialog, **said)
    assert clerk.try_to_save(dialog) == "请先选扫描件。"
    dialog.take([scanned(notice.pdf, tmp_path / "签发.png")])
    clerk.until(lambda: bool(dialog.preview.images))
    dialog.findChild(QPushButton, "save").click()
    notes = dialog.form.findChildren(type(dialog.chosen))
    clerk.until(lambda: any("签发件上是" in note.text() for note in notes))
    clerk.fill(dialog, number=notice.document.number)
    clerk.save(dialog)
    assert "签发.png" in clerk.read_pane(room)
