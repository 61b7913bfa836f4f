"""校准打印机；验证证书，也验证一份改过的."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from qyclient.certificates.models import Calibration, Certificate
from qyclient.certificates.rules import PrintMode
from qyclient.certificates.services import lock_keys, page_of
from qyclient.paper.pdf.raster import pages
from qyclient.records.view import View
from tests.certificates.test_proof import altered
from tests.journeys import desk
from ui.certificates.calibrate_dialog import CalibrateDialog
from ui.certificates.key_dialog import KeyDialog
from ui.certificates.verify_dialog import VerifyDialog
from ui.kit.print_found import PrintDialog

NAME = "清新区和乐社会工作服务中心"


def test_a_printer_is_calibrated_by_eight_numbers(county_clerk):
    clerk = county_clerk
    tab = clerk.go("打印机")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(CalibrateDialog)
    clerk.until(lambda: len(dialog.boxes) == 4)
    dialog.sheet.click()
    shown = clerk.dialog_of(dialog, PrintDialog)
    clerk.until(lambda: bool(shown.preview.images))
    shown.reject()
    dialog.printer.setCurrentText("二楼打印室")
    dialog.save()
    assert "请填写左上角的两个读数" in dialog.banner.sentence.text()
    for _mark, right, down in dialog.boxes:
        right.setText("1.2")
        down.setText("-0.8")
    assert "向右 +1.20 毫米，向下 -0.80 毫米" in dialog.solved.text()
    with clerk.qtbot.waitSignal(dialog.saved, timeout=10_000):
        dialog.save()
    kept = clerk.window.jobs.workspace.page(Calibration, View(words=""))
    assert "二楼打印室" in {one.printer for one in kept}


def test_a_certificate_is_verified_and_a_tampered_one_refused(county_clerk, tmp_path):
    clerk = county_clerk
    tab = clerk.go("证书")
    tab.bar.made["key"].trigger()
    keys = clerk.dialog(KeyDialog)
    keys.password.setText("清新区民政局2026")
    keys.do_make()
    assert "两次输入的密码不一样" in keys.banner.sentence.text()
    keys.again.setText("清新区民政局2026")
    keys.on_stock.setChecked(True)
    with clerk.qtbot.waitSignal(keys.accepted, timeout=10_000):
        keys.do_make()
    sets = desk.open_set(clerk, organization=NAME, duplicates="0")
    desk.print_set(clerk, sets, tmp_path / "证书.pdf")

    read = clerk.window.jobs.workspace.read
    kept = clerk.window.jobs.workspace.page(Certificate, View(), 0, 1)[0]
    statement = read(lambda s: s.get_one(Certificate, kept.id).statement)
    [shot] = pages(read(page_of, kept.id, PrintMode.OVERPRINT), 200, grey=True)
    shot.save(tmp_path / "拍照.png")
    tab = clerk.go("证书")
    clerk.press(tab, "F4")
    dialog = clerk.dialog(VerifyDialog)
    dialog.check_file(Path(tmp_path / "拍照.png"))
    clerk.until(lambda: "验证通过" in dialog.banner.sentence.text())
    rows = dialog.table.lines
    seen = [rows.index(row, 1).data() for row in range(rows.rowCount())]
    assert NAME in seen
    forged = altered(statement, lambda said: said["f"].update(residence="假地址"))
    dialog.text.setPlainText(forged)
    dialog.check()
    clerk.until(lambda: "住所：验证码上是“假地址”" in dialog.banner.sentence.text())
    dialog.reject()
    page = tmp_path / "验证.html"
    read_page = clerk.window.jobs
    tab.bar.made["page"].trigger()
    clerk.until(lambda: read_page.idle)
    chooser = clerk.dialog(QFileDialog)
    chooser.fileSelected.emit(str(page))
    chooser.reject()
    clerk.until(page.exists)
    _signed_copy_verifies(clerk, tab, tmp_path / "存档件.pdf")
    lock_keys()
    tab.table.selectRow(0)
    with clerk.qtbot.waitSignal(clerk.window.jobs.refused, timeout=20_000) as said:
        tab.bar.made["sign"].trigger()
    assert "还没有解锁" in str(said.args[0])


def _signed_copy_verifies(clerk, tab, path):
    for key in ("archive", "sign"):
        tab.table.selectRow(0)
        tab.bar.made[key].trigger()
        chooser = clerk.dialog(QFileDialog)
        chooser.fileSelected.emit(str(path))
        chooser.reject()
        clerk.until(lambda: path.exists() and clerk.window.jobs.idle)
    assert b"/ByteRange" in path.read_bytes()
    clerk.press(tab, "F4")
    dialog = clerk.dialog(VerifyDialog)
    dialog.check_file(path)
    clerk.until(lambda: "签名的存档件，内容未改动" in dialog.banner.sentence.text())
    dialog.reject()
