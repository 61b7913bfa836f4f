"""备份和恢复: what is in a backup comes back, and what is damaged is never taken for one."""

import shutil
from datetime import timedelta

import pytest

from qyclient.errors import Refused
from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import register
from qyclient.paper.kept_files import keep, kept
from qyclient.records.view import View
from qyclient.reopening import drill, open_restored
from qyclient.safekeeping.backup import backups_in, faults_of
from qyclient.safekeeping.keeping import (
    ASKED,
    age_of,
    back_up,
    backups_of,
    is_due,
    keep_second_place,
    restore,
)
from tests.conftest import NOW, open_at
from tests.store.test_history import BODY


def _names(workspace):
    return {body.name for body in workspace.page(Organization, View())}


def test_a_register_in_use_is_copied_whole_and_comes_back(county):
    whole = _names(county)
    made = back_up(county.database, NOW, ASKED).backup
    assert made.counts["organization"] == len(whole)
    assert faults_of(made) == []
    assert drill(made, lambda: NOW) == []
    county.write(register, BODY)
    county.close()
    again = open_restored(county.folder, "张晓梅", lambda: NOW, made)
    assert _names(again) == whole
    again.close()
    aside = [path for path in (county.folder / "备份").iterdir() if path.suffix == ".register"]
    assert len(aside) == 1
    elsewhere = county.folder / "look"
    elsewhere.mkdir()
    shutil.copy(aside[0], elsewhere / "register.db")
    before = open_at(elsewhere)
    assert _names(before) == whole | {BODY["name"]}
    before.close()


def test_scans_go_with_a_backup_and_come_back_with_it(county, tmp_path):
    fingerprint = keep(county.folder, b"%PDF a signed page")
    made = back_up(county.database, NOW, ASKED).backup
    stick = tmp_path / "stick"
    stick.mkdir()
    keep_second_place(county.database.path, stick)
    later = back_up(county.database, NOW + timedelta(minutes=1), ASKED)
    assert later.trouble == ""
    assert kept(stick, fingerprint) == b"%PDF a signed page"
    county.close()
    shutil.rmtree(county.folder / "files")
    restore(county.database.path, made, NOW)
    assert kept(county.folder, fingerprint) == b"%PDF a signed page"


def test_nothing_written_means_nothing_to_back_up(workspace):
    assert is_due(workspace.database, NOW)
    back_up(workspace.database, NOW, ASKED)
    assert not is_due(workspace.database, NOW + timedelta(days=9), daily=True)
    workspace.write(register, BODY)
    assert is_due(workspace.database, NOW)
    assert not is_due(workspace.database, NOW + timedelta(hours=3), daily=True)
    assert is_due(workspace.database, NOW + timedelta(days=1), daily=True)


def test_a_second_place_gets_each_backup_and_a_stick_that_is_away_is_told(workspace, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    keep_second_place(workspace.database.path, stick)
    assert back_up(workspace.database, NOW, ASKED).trouble == ""
    [there] = backups_in(stick)
    assert faults_of(there) == []
    assert age_of(workspace.database.path).there == there.made_at
    shutil.rmtree(stick)
    made = back_up(workspace.database, NOW + timedelta(minutes=1), ASKED)
    assert "stick" in made.trouble
    assert age_of(workspace.database.path).there is None
    with pytest.raises(Refused, match="第二处要换一个地方"):
        keep_second_place(workspace.database.path, workspace.folder)


@pytest.mark.parametrize("place", [0.0, 0.3, 0.6, 0.95])
def test_a_damaged_backup_is_named_and_does_not_touch_the_register(county, place):
    made = back_up(county.database, NOW, ASKED).backup
    data = bytearray(made.path.read_bytes())
    data[int(len(data) * place)] ^= 0x10
    made.path.write_bytes(data)
    assert "与备份时不同" in faults_of(made)[0]
    county.close()
    before = county.database.path.read_bytes()
    with pytest.raises(Refused, match="这份备份不能恢复"):
        restore(county.database.path, made, NOW)
    assert county.database.path.read_bytes() == before


def test_nothing_is_restored_while_another_window_has_the_register_open(county):
    made = back_up(county.database, NOW, ASKED).backup
    other = open_at(county.folder)
    other.count(Organization, View())
    county.close()
    with pytest.raises(Refused, match="还开着另一个窗口"):
        restore(county.database.path, made, NOW)
    other.close()


def test_a_file_without_its_note_is_no_backup(workspace):
    made = back_up(workspace.database, NOW, ASKED).backup
    made.path.with_suffix(".json").unlink()
    assert backups_of(workspace.database.path) == []
