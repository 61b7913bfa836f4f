"""加密: nothing readable lies on the disk, and four faults are four sentences."""

import shutil
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from qyclient.errors import Locked, Refused
from qyclient.founding import Wanted, found, survey
from qyclient.keys import ring, slots
from qyclient.keys.words import halves_of, joined, new_secret
from qyclient.office.models import Operator
from qyclient.office.services import keep_draft
from qyclient.office.services.people import operators
from qyclient.office.services.sign_in import set_password, sign_in
from qyclient.office.services.staff import add_operator, amend_operator
from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import register
from qyclient.paper.kept_files import keep, kept
from qyclient.records.view import View
from qyclient.reopening import drill, open_encrypted, open_restored
from qyclient.safekeeping.backup import backups_in
from qyclient.safekeeping.keeping import ASKED, back_up, backups_of, keep_second_place
from qyclient.safekeeping.sealing import Guard, new_sheet, unlock, unlock_by_sheet
from qyclient.store.guard import door
from qyclient.workspace import REGISTER, Workspace
from tests.conftest import NOW, open_at
from tests.store.test_history import BODY

SECRET = bytes(range(16))
GUARD = Guard("张三", "七座大山两条河流", SECRET)
CHIEF = replace(GUARD, name="张晓梅")
ID_NUMBER = "441827198001018636"
FULL = {**BODY, "legal_rep": "欧阳某某", "legal_rep_id_no": ID_NUMBER}
SCAN = "签字页：欧阳某某 441827198001018636".encode()


@pytest.fixture
def made(tmp_path):
    """An encrypted register of 张三, opened."""
    folder = tmp_path / "register"
    workspace = found(folder, "clerk", lambda: NOW, Wanted("441803", guard=GUARD))
    yield workspace
    workspace.close()
    forget(folder)


def forget(folder):
    """What ending the program does to the key."""
    if (folder / ring.KEY_FILE).is_file():
        ring.let_go(ring.identity_of(folder / ring.KEY_FILE))


def opened(folder, name="张三", password=GUARD.password):
    unlock(folder / ring.KEY_FILE, name, password)
    return open_at(folder, name)


def found_in(folder, text):
    """Return the files in which a text stands, in either encoding."""
    said = {text.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")}
    return [
        path
        for path in Path(folder).rglob("*")
        if path.is_file() and any(one in path.read_bytes() for one in said)
    ]


def test_nothing_of_what_was_entered_can_be_read_in_any_file(made, tmp_path):
    made.write(register, FULL)
    fingerprint = keep(made.folder, SCAN)
    stick = tmp_path / "stick"
    stick.mkdir()
    keep_second_place(made.database.path, stick)
    back_up(made.database, NOW, ASKED)
    made.write(keep_draft, "organization:new", FULL)
    assert (made.folder / "register.db-wal").stat().st_size > 0
    for text in (ID_NUMBER, "欧阳某某", FULL["name"]):
        assert found_in(tmp_path, text) == []
    assert kept(made.folder, fingerprint) == SCAN
    assert fingerprint not in {path.name for path in tmp_path.rglob("*")}


def test_it_opens_with_the_password_and_who_proved_it_sits_down_at_once(made):
    assert [one.name for one in made.read(operators)] == ["张三"]
    made.close()
    forget(made.folder)
    with pytest.raises(Locked):
        open_at(made.folder)
    again = opened(made.folder)
    assert again.opened_by == "张三"
    assert again.write(sign_in, "张三", GUARD.password).value == ""
    again.close()
    assert survey(made.folder)[1].name.startswith("清远市清新区")
    forget(made.folder)
    assert survey(made.folder)[1].name == "一家机关（已加密）"


def test_wrong_password_held_by_another_newer_and_damaged_are_four_sentences(made):
    folder = made.folder
    with made.database.writer.begin() as connection, door(connection):
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    made.close()
    said = {}
    forget(folder)
    with pytest.raises(Refused) as wrong:
        opened(folder, password="七座大山两条江流")
    said["wrong"] = str(wrong.value)
    unlock(folder / ring.KEY_FILE, "张三", GUARD.password)
    with pytest.raises(Refused) as newer:
        open_at(folder)
    said["newer"] = str(newer.value)
    data = bytearray((folder / REGISTER).read_bytes())
    data[16:64] = bytes(48)
    (folder / REGISTER).write_bytes(data)
    with pytest.raises(Refused) as damaged:
        open_at(folder)
    said["damaged"] = str(damaged.value)
    assert "密码不对" in said["wrong"]
    assert "更新版本" in said["newer"]
    assert "密码是对的" in said["damaged"]
    assert "备份" in said["damaged"]
    (folder / ring.KEY_FILE).write_text("{")
    with pytest.raises(Refused, match="钥匙文件"):
        open_at(folder)
    (folder / ring.KEY_FILE).unlink()
    with pytest.raises(Refused, match="没有钥匙文件"):
        open_at(folder)


def test_an_encrypted_register_is_no_file_of_another_program(made):
    made.close()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(made.folder / REGISTER).execute("SELECT * FROM sqlite_master")


def test_a_changed_password_wraps_the_key_anew_and_leaves_the_data(made):
    made.write(register, FULL)
    key = made.database.key
    [me] = made.read(operators)
    made.write(set_password, me.id, "八条大河三座山峰")
    assert made.database.key == key
    made.close()
    forget(made.folder)
    with pytest.raises(Refused, match="密码不对"):
        opened(made.folder)
    again = opened(made.folder, password="八条大河三座山峰")
    assert again.count(Organization, View()) == 1
    again.close()


def test_a_colleague_gets_a_key_and_loses_it_when_he_leaves_and_the_last_one_stays(made):
    other = made.write(add_operator, {"name": "李四"}).value
    made.write(set_password, other.id, "两座大山五条河流")
    made.close()
    forget(made.folder)
    theirs = opened(made.folder, "李四", "两座大山五条河流")
    theirs.operator = "张三"
    other = next(one for one in theirs.read(operators) if one.name == "李四")
    renamed = theirs.write(amend_operator, other.id, other.version, {"name": "李思"}).value
    forget(made.folder)
    unlock(made.folder / ring.KEY_FILE, "李思", "两座大山五条河流")
    theirs.write(amend_operator, renamed.id, renamed.version, {"is_active": "否"})
    forget(made.folder)
    with pytest.raises(Refused, match="没有打开登记簿的密码"):
        opened(made.folder, "李思", "两座大山五条河流")
    unlock(made.folder / ring.KEY_FILE, "张三", GUARD.password)
    [me] = theirs.read(operators)
    with pytest.raises(Refused, match="最后一位"):
        theirs.write(amend_operator, me.id, me.version, {"is_active": "否"})
    with pytest.raises(Refused, match="最后一位"):
        theirs.write(set_password, me.id, "")
    assert theirs.read(operators)[0].has_password
    theirs.close()


def test_the_recovery_sheet_opens_it_and_a_new_sheet_makes_the_old_one_void(made):
    file = made.folder / ring.KEY_FILE
    made.write(register, FULL)
    fresh = new_secret()
    new_sheet(made.database.path, fresh, 2)
    made.close()
    forget(made.folder)
    with pytest.raises(Refused, match="打不开这个登记簿"):
        unlock_by_sheet(file, SECRET, "张三", "全新的密码一二三")
    one, other = halves_of(fresh)
    unlock_by_sheet(file, joined(one, other), "张三", "全新的密码一二三")
    again = open_at(made.folder)
    assert again.count(Organization, View()) == 1
    again.close()
    forget(made.folder)
    opened(made.folder, password="全新的密码一二三").close()


def test_a_backup_comes_back_on_another_machine_with_its_password(made, tmp_path):
    made.write(register, FULL)
    fingerprint = keep(made.folder, SCAN)
    stick = tmp_path / "stick"
    stick.mkdir()
    keep_second_place(made.database.path, stick)
    back_up(made.database, NOW, ASKED)
    made.close()
    [backup] = backups_of(made.database.path)
    assert drill(backup, lambda: NOW) == []
    shutil.rmtree(made.folder)
    ring.let_go(backup.key)
    [there] = backups_in(stick)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    with pytest.raises(Locked) as locked:
        open_restored(fresh, "张三", lambda: NOW, there)
    assert not (fresh / REGISTER).exists()
    unlock(locked.value.file, "张三", GUARD.password)
    again = open_restored(fresh, "张三", lambda: NOW, there)
    assert again.count(Organization, View()) == 1
    assert kept(fresh, fingerprint) == SCAN
    again.close()


@pytest.fixture
def plain(county):
    """The sample county as an office would have it: plain, with a scan and a backup."""
    county.write(register, FULL)
    fingerprint = keep(county.folder, SCAN)
    back_up(county.database, NOW, ASKED)
    many = county.count(Organization, View())
    county.close()
    return county.folder, fingerprint, many


def test_a_plain_register_is_encrypted_whole_and_nothing_plain_is_left(plain):
    folder, fingerprint, many = plain
    again = open_encrypted(folder, "x", lambda: NOW, CHIEF, wipe_old=True)
    assert again.count(Organization, View()) == many
    assert len(again.page(Organization, View(words="清新"))) > 1
    assert again.database.check() == []
    assert kept(folder, fingerprint) == SCAN
    again.close()
    for text in (ID_NUMBER, FULL["name"]):
        assert found_in(folder, text) == []
    [backup] = backups_of(folder / REGISTER)
    assert backup.key
    assert drill(backup, lambda: NOW) == []
    forget(folder)


def test_what_was_plain_is_kept_where_that_is_wished(plain):
    folder, *_rest = plain
    later = NOW + timedelta(minutes=1)
    open_encrypted(folder, "x", lambda: later, CHIEF, wipe_old=False).close()
    assert (folder / "备份" / "加密前.register").is_file()
    assert [bool(one.key) for one in backups_of(folder / REGISTER)] == [True, False]
    with pytest.raises(Refused, match="已经加密"):
        open_encrypted(folder, "x", lambda: NOW, CHIEF, wipe_old=False)
    forget(folder)


def test_only_who_keeps_the_operators_may_encrypt(plain):
    folder, *_rest = plain
    with pytest.raises(Refused, match="系统管理"):
        open_encrypted(folder, "x", lambda: NOW, GUARD, wipe_old=True)
    with pytest.raises(Refused, match="至少 8 个字符"):
        open_encrypted(folder, "x", lambda: NOW, replace(CHIEF, password="短"), wipe_old=True)
    assert ring.is_plain(folder / REGISTER)


def test_encryption_cut_short_before_the_end_leaves_a_register_that_opens(plain, monkeypatch):
    folder, fingerprint, many = plain

    def pulled(self, target):
        raise KeyboardInterrupt

    with monkeypatch.context() as power:
        power.setattr(Path, "replace", pulled)
        with pytest.raises(KeyboardInterrupt):
            open_encrypted(folder, "x", lambda: NOW, CHIEF, wipe_old=True)
    again = open_at(folder)
    assert again.count(Organization, View()) == many
    assert kept(folder, fingerprint) == SCAN
    again.close()
    open_encrypted(folder, "x", lambda: NOW, CHIEF, wipe_old=True).close()
    assert found_in(folder, ID_NUMBER) == []
    forget(folder)


def test_a_key_file_says_who_and_nothing_else(made):
    told = slots.read(made.folder / ring.KEY_FILE)
    assert told.names == ["张三"]
    assert Operator.__tablename__ not in (made.folder / ring.KEY_FILE).read_text("utf-8")
    assert made.database.key.hex() not in (made.folder / ring.KEY_FILE).read_text("utf-8")


def test_two_windows_work_on_one_encrypted_register(made):
    second = Workspace(made.folder, "张三", lambda: NOW)
    second.write(register, FULL)
    assert made.count(Organization, View()) == 1
    second.close()
