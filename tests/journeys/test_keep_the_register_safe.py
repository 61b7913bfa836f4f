"""备份和恢复: made by itself, tried out, and put back in front of the clerk's eyes."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QMessageBox  # noqa: TID251 - what the clerk is asked with

from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import register
from qyclient.records.view import View
from qyclient.safekeeping.keeping import backups_of
from tests.conftest import NOW
from tests.journeys.conftest import Clerk
from tests.store.test_history import BODY
from ui.office.backup_dialog import BackupDialog
from ui.office.opening import Opening
from ui.windows import Windows


@pytest.fixture
def windows(qtbot, folder):
    """The program of 张三 on the office's own register, on a day when an hour is a second."""
    hours = iter(range(100_000))
    opening = Opening(folder, "张三", lambda: NOW + timedelta(seconds=next(hours)))
    program = Windows(opening, folder.parent / "sample")
    program.show_own()
    qtbot.waitUntil(lambda: program.own.known, timeout=20_000)
    yield program
    program.own.close()


def _clerk(qtbot, windows):
    clerk = Clerk(qtbot, windows.own)
    clerk.until(lambda: "今天" in clerk.window.desk.safe.button.text())
    return clerk


def _shown(clerk):
    clerk.window.desk.safe.button.click()
    dialog = clerk.dialog(BackupDialog)
    clerk.until(lambda: clerk.window.jobs.idle and bool(dialog.backups))
    return dialog


def test_a_backup_is_tried_out_and_put_back_and_what_was_there_is_kept(qtbot, windows, folder):
    clerk = _clerk(qtbot, windows)
    dialog = _shown(clerk)
    assert [backup.why for backup in dialog.backups] == ["每日"]
    clerk.window.jobs.workspace.write(register, BODY)
    dialog.back_up()
    clerk.until(lambda: len(dialog.backups) == 2)
    assert "核对无误" in dialog.banner.sentence.text()
    dialog.list.selectRow(1)
    dialog.drill()
    clerk.until(lambda: "演练通过" in dialog.banner.sentence.text())
    dialog.put_back.click()
    asked = clerk.dialog_of(dialog, QMessageBox)
    [yes] = [button for button in asked.buttons() if button.text() == "恢复"]
    before = windows.own
    yes.click()
    clerk.until(lambda: windows.own is not before and windows.own.known)
    assert windows.own.jobs.workspace.count(Organization, View()) == 0
    assert [path.name for path in (folder / "备份").glob("恢复前_*.register")]


def test_what_was_written_is_backed_up_on_leaving(qtbot, windows, folder):
    clerk = _clerk(qtbot, windows)
    clerk.window.jobs.workspace.write(register, BODY)
    clerk.window.close()
    newest = backups_of(folder / "register.db")[0]
    assert (newest.why, newest.counts["organization"]) == ("关闭程序", 1)


def test_a_stick_gets_each_backup_and_is_missed_when_it_is_away(qtbot, windows, tmp_path):
    clerk = _clerk(qtbot, windows)
    dialog = _shown(clerk)
    assert "还没有" in dialog.second.text()
    stick = tmp_path / "stick"
    stick.mkdir()
    dialog.use_place(stick)
    clerk.until(lambda: str(stick) in dialog.second.text())
    rows = range(len(dialog.backups))
    places = {dialog.list.lines.index(row, 4).data() for row in rows}
    assert places == {"第二处", "登记簿旁边"}
    dialog.use_place(clerk.window.jobs.workspace.folder)
    assert "第二处要换一个地方" in dialog.banner.sentence.text()
