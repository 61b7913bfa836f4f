"""加密: a new office is asked, an old one turns to it, and a forgotten password is got over."""

import shutil

import pytest

from qyclient.keys import ring
from qyclient.keys.words import halves_of, words_of
from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import register
from qyclient.paper.pdf.recovery import recovery_sheets
from qyclient.premises.memory import Memory
from qyclient.records.view import View
from qyclient.safekeeping.backup import backups_in
from qyclient.safekeeping.keeping import backups_of, keep_second_place
from tests.conftest import NOW
from tests.journeys.conftest import Clerk
from tests.journeys.test_first_start import decline, known, shown
from tests.safekeeping.test_encryption import FULL, ID_NUMBER, forget, found_in
from ui.office.first_start import FirstStart
from ui.office.guard_dialog import GuardDialog
from ui.office.opening import Opening
from ui.office.recover_dialog import RecoverDialog
from ui.office.sheet_dialog import SheetDialog
from ui.office.unlock_dialog import UnlockDialog
from ui.organizations.form import OrganizationDialog
from ui.windows import Windows

PASSWORD, NEW = "七座大山两条河流", "八条大河三座山峰"


@pytest.fixture
def begin(qtbot, tmp_path):
    """Start the program on the office's folder, as on another day: no key is held."""
    opened = []
    folder = tmp_path / "register"

    def begin():
        for windows in opened:
            windows.own.close()
        forget(folder)
        memory = Memory(tmp_path / "config" / "settings.json")
        windows = Windows(Opening(folder, "张三", lambda: NOW, memory), tmp_path / "样例县")
        windows.show_own()
        opened.append(windows)
        return windows

    yield begin
    opened[-1].own.close()
    forget(folder)


def type_password(dialog, password):
    dialog.first.setText(password)
    dialog.again.setText(password)


def encrypted(qtbot, windows):
    """Go through the first start of an office that encrypts."""
    shown(qtbot, windows.own, FirstStart).blank.click()
    asked = shown(qtbot, windows.own, GuardDialog)
    type_password(asked, "短")
    asked.onward.click()
    assert "至少 8 个字符" in asked.problem.text()
    type_password(asked, PASSWORD)
    asked.onward.click()
    qtbot.waitUntil(lambda: bool(asked.preview.images), timeout=10_000)
    assert not asked.enough.isEnabled()
    asked.kept.click()
    secret = asked._guard.secret  # noqa: SLF001 - what stands on the sheet before the clerk
    asked.enough.click()
    known(qtbot, windows.own)
    return secret


def unlock(qtbot, windows, password):
    asked = shown(qtbot, windows.own, UnlockDialog)
    asked.password.setText(password)
    asked.buttons.save.click()
    return asked


def test_an_id_number_typed_in_the_window_is_nowhere_on_the_disk(qtbot, begin, tmp_path):
    windows = begin()
    encrypted(qtbot, windows)
    clerk = Clerk(qtbot, windows.own)
    assert clerk.window.line.operator.text() == "经办人：张三"
    tab = clerk.go("社会组织")
    clerk.press(tab, "Ctrl+N")
    form = clerk.dialog(OrganizationDialog)
    clerk.fill(form, legal_rep="欧阳某某", legal_rep_id_no=ID_NUMBER)
    form.drafts.keep()
    clerk.until(lambda: clerk.window.jobs.idle)
    assert found_in(tmp_path, ID_NUMBER) == []
    form.done(0)
    clerk.window.jobs.workspace.write(register, FULL)
    clerk.window.desk.safe.show()
    clerk.until(lambda: clerk.window.jobs.idle)
    clerk.window.close()
    assert len(backups_of(tmp_path / "register" / "register.db")) >= 1
    assert found_in(tmp_path, ID_NUMBER) == []
    assert found_in(tmp_path, "欧阳某某") == []


def test_a_forgotten_password_is_set_anew_with_the_recovery_sheet(qtbot, begin, tmp_path):
    windows = begin()
    secret = encrypted(qtbot, windows)
    windows.own.jobs.workspace.write(register, FULL)
    windows = begin()
    asked = unlock(qtbot, windows, "不记得了不记得了")
    qtbot.waitUntil(lambda: "密码不对" in asked.problem.text(), timeout=10_000)
    asked.forgotten.click()
    sheet = shown(qtbot, windows.own, RecoverDialog)
    words = words_of(secret)
    sheet.words[0].setPlainText(" ".join([*words[:3], "山红", *words[4:]]))
    type_password(sheet, NEW)
    sheet.buttons.save.click()
    assert "第 4 个词" in sheet.problem.text()
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(recovery_sheets((secret,), NOW.date()))
    sheet.words[0].clear()
    sheet.read_scan(scan)
    qtbot.waitUntil(lambda: bool(sheet.words[0].toPlainText()), timeout=10_000)
    assert sheet.words[0].toPlainText() == " ".join(words)
    sheet.buttons.save.click()
    known(qtbot, windows.own)
    assert windows.own.jobs.workspace.count(Organization, View()) == 1
    qtbot.waitUntil(lambda: windows.own.jobs.idle)
    windows = begin()
    unlock(qtbot, windows, NEW)
    known(qtbot, windows.own)
    assert windows.own.line.operator.text() == "经办人：张三"
    assert not windows.own.counter.locked


def test_a_new_sheet_in_two_halves_makes_the_old_one_void(qtbot, begin, tmp_path):
    windows = begin()
    old = encrypted(qtbot, windows)
    windows.own.desk.safe.seal()
    dialog = shown(qtbot, windows.own, SheetDialog)
    dialog.halves.click()
    qtbot.waitUntil(lambda: len(dialog.preview.images) == 2, timeout=10_000)
    secret = dialog._secret  # noqa: SLF001 - what the two sheets say together
    dialog.kept.click()
    dialog.enough.click()
    qtbot.waitUntil(lambda: "原来的作废" in windows.own.line.sentence.text(), timeout=10_000)
    windows = begin()
    shown(qtbot, windows.own, UnlockDialog).forgotten.click()
    sheet = shown(qtbot, windows.own, RecoverDialog)
    type_password(sheet, NEW)
    for box, half in zip(sheet.words, halves_of(old), strict=True):
        box.setPlainText("".join(words_of(half)))
    sheet.buttons.save.click()
    assert "重新制作过" in sheet.problem.text()
    for box, half in zip(sheet.words, halves_of(secret), strict=True):
        box.setPlainText("".join(words_of(half)))
    sheet.buttons.save.click()
    known(qtbot, windows.own)


def test_an_office_that_declines_reads_what_it_means_and_may_encrypt_later(qtbot, begin, tmp_path):
    windows = begin()
    shown(qtbot, windows.own, FirstStart).blank.click()
    shown(qtbot, windows.own, GuardDialog)
    decline(windows.own)
    known(qtbot, windows.own)
    folder = tmp_path / "register"
    assert ring.is_plain(folder / "register.db")
    windows.own.jobs.workspace.write(register, FULL)
    assert found_in(folder, ID_NUMBER) != []
    before = windows.own
    before.desk.safe.seal()
    asked = shown(qtbot, before, GuardDialog)
    type_password(asked, PASSWORD)
    asked.onward.click()
    qtbot.waitUntil(lambda: bool(asked.preview.images), timeout=10_000)
    asked.kept.click()
    asked.enough.click()
    qtbot.waitUntil(lambda: windows.own is not before, timeout=10_000)
    known(qtbot, windows.own)
    assert windows.own.jobs.workspace.count(Organization, View()) == 1
    assert found_in(folder, ID_NUMBER) == []


def test_a_new_computer_begins_with_the_stick_of_the_old_one(qtbot, begin, tmp_path):
    windows = begin()
    encrypted(qtbot, windows)
    workspace, stick = windows.own.jobs.workspace, tmp_path / "stick"
    workspace.write(register, FULL)
    stick.mkdir()
    keep_second_place(workspace.database.path, stick)
    windows.own.close()
    [backup] = backups_in(stick)
    shutil.rmtree(tmp_path / "register")
    shutil.rmtree(tmp_path / "config")
    ring.let_go(backup.key)
    windows = begin()
    first = shown(qtbot, windows.own, FirstStart)
    first.back.pick(tmp_path / "no.db")
    assert "没有备份说明" in first.banner.sentence.text()
    first.back.pick(backup.path)
    unlock(qtbot, windows, PASSWORD)
    known(qtbot, windows.own)
    assert windows.own.jobs.workspace.count(Organization, View()) == 1
    assert windows.own.line.operator.text() == "经办人：张三"
