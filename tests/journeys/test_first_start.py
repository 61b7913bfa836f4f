"""第一次打开：选定本机关；先看样例县再删除；登记簿不见了."""

import shutil

import pytest
from PySide6.QtWidgets import QMessageBox  # noqa: TID251 - what the clerk is asked with

from qyclient.founding import owner_of
from qyclient.premises.memory import Memory
from qyclient.workspace import REGISTER
from tests.conftest import NOW
from ui.office.first_start import FirstStart
from ui.office.gone import Gone
from ui.office.guard_dialog import GuardDialog
from ui.office.opening import Opening
from ui.office.where_dialog import WhereDialog
from ui.organizations.intake_dialog import IntakeDialog
from ui.windows import Windows


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path / "config" / "settings.json")


@pytest.fixture
def begin(qtbot, memory, tmp_path):
    """Open the program on a folder, as it is opened without --data."""
    opened = []

    def begin(folder):
        windows = Windows(Opening(folder, "张三", lambda: NOW, memory), tmp_path / "样例县")
        windows.show_own()
        opened.append(windows)
        return windows

    yield begin
    for windows in opened:
        for window in (windows.own, windows.sample):
            if window is not None:
                window.close()


def shown(qtbot, window, kind):
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(kind)), timeout=10_000)
    dialog = next(d for d in window.findChildren(kind) if d.isVisible())
    qtbot.waitUntil(lambda: window.jobs.idle, timeout=10_000)
    return dialog


def decline(window):
    """Make a register without a password, having read what that means."""
    asked = next(one for one in window.findChildren(GuardDialog) if one.isVisible())
    asked.plain.click()
    box = next(one for one in asked.findChildren(QMessageBox) if one.isVisible())
    assert "全部身份证号" in box.informativeText()
    next(button for button in box.buttons() if "我明白" in button.text()).click()


def known(qtbot, window):
    qtbot.waitUntil(lambda: window.known and window.jobs.idle, timeout=120_000)


def test_from_the_first_start_to_ones_own_office_and_ledger(qtbot, begin, memory, tmp_path):
    own = begin(tmp_path / "register").own
    first = shown(qtbot, own, FirstStart)
    assert not (tmp_path / "register").exists()
    first.offices.choose("441821")
    first.bring.click()
    decline(own)
    known(qtbot, own)
    assert own.windowTitle().startswith("佛冈县民政局 — ")
    assert memory.folder == tmp_path / "register"
    shown(qtbot, own, IntakeDialog).close_now()


def test_a_synced_folder_is_refused_in_the_welcome(qtbot, begin, tmp_path):
    own = begin(tmp_path / "register").own
    first = shown(qtbot, own, FirstStart)
    first.look_at(tmp_path / "OneDrive")
    qtbot.waitUntil(lambda: "OneDrive" in first.banner.sentence.text())
    assert not first.blank.isEnabled()
    assert [*tmp_path.iterdir()] == []


def test_the_register_of_another_office_can_be_opened_instead(
    qtbot, begin, memory, empty_register, tmp_path
):
    there = tmp_path / "there"
    there.mkdir()
    shutil.copy(empty_register, there / REGISTER)
    own = begin(tmp_path / "register").own
    first = shown(qtbot, own, FirstStart)
    first.look_at(there)
    qtbot.waitUntil(lambda: "已有清远市清新区民政局" in first.banner.sentence.text())
    first.banner.way_out.click()
    known(qtbot, own)
    assert memory.folder == there


def test_the_sample_county_stands_beside_and_is_thrown_away(qtbot, begin, tmp_path):
    windows = begin(tmp_path / "register")
    shown(qtbot, windows.own, FirstStart).sample.click()
    known(qtbot, windows.sample)
    assert windows.sample.windowTitle().startswith("【样例县】")
    assert windows.sample.line.sample.text().startswith("样例县")
    assert owner_of(tmp_path / "样例县").is_sample
    windows.end_trial()
    qtbot.waitUntil(lambda: "已删除" in windows.own.line.sentence.text(), timeout=10_000)
    assert not (tmp_path / "样例县").exists()
    assert not (tmp_path / "register").exists()
    assert windows.sample is None
    shown(qtbot, windows.own, FirstStart)


def test_a_register_that_is_gone_is_asked_after_and_not_made_anew(
    qtbot, begin, memory, empty_register, tmp_path
):
    memory.keep(tmp_path / "stick")
    own = begin(tmp_path / "stick").own
    gone = shown(qtbot, own, Gone)
    assert not (tmp_path / "stick").exists()
    gone.elsewhere.emit(tmp_path / "nothing")
    qtbot.waitUntil(lambda: "没有登记数据" in gone.banner.sentence.text())
    (tmp_path / "stick").mkdir()
    shutil.copy(empty_register, tmp_path / "stick" / REGISTER)
    gone.again.emit()
    known(qtbot, own)
    windows_dialog = WhereDialog(own.jobs.workspace.folder, own)
    assert windows_dialog.path.text() == str(tmp_path / "stick")
