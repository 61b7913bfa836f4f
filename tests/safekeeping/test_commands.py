"""The words for backups, as they are typed."""

import json
import shutil
from pathlib import Path

from pypdfium2 import PdfDocument

from qyclient.keys import ring
from qyclient.keys.ring import is_plain
from qyclient.workspace import REGISTER
from tests.test_app import app  # noqa: F401 - the fixture that runs the program


def test_a_backup_is_made_tried_out_and_put_back(app, tmp_path, empty_register):  # noqa: F811
    shutil.copy(empty_register, tmp_path / REGISTER)
    code, made, err = app("backup", folder=tmp_path)
    assert (code, err) == (0, "")
    [listed] = json.loads(app("backup", "--list", "--json", folder=tmp_path)[1])
    assert listed["path"] == made.strip()
    assert "演练通过" in app("backup", "--drill", folder=tmp_path)[1]
    assert "已恢复" in app("restore", made.strip(), folder=tmp_path)[1]
    code, _out, err = app("restore", str(tmp_path / REGISTER), folder=tmp_path)
    assert code == 1
    assert "没有备份说明" in err


def test_an_encrypted_register_is_made_used_and_restored_by_who_has_the_password(
    app,  # noqa: F811
    tmp_path,
    monkeypatch,
):
    folder, sheet = tmp_path / "r", tmp_path / "恢复单.pdf"
    monkeypatch.setenv("QY_PASSWORD", "七座大山两条河流")
    init = ("--operator", "张三", "init", "--area", "441803", "--encrypt")
    code, _out, err = app(*init, folder=folder)
    assert (code, "--recovery" in err) == (1, True)
    assert not folder.exists()
    assert app(*init, "--recovery", str(sheet), folder=folder)[0] == 0
    assert text_of(sheet.read_bytes()).count("登记簿恢复单") == 1
    _forget(folder)
    made = app("backup", folder=folder)[1].strip()
    assert not is_plain(Path(made))
    monkeypatch.setenv("QY_PASSWORD", "七座大山两条江流")
    _forget(folder)
    assert "密码不对" in app("backup", "--list", folder=folder)[2]
    assert "密码不对" in app("restore", made, folder=folder)[2]
    monkeypatch.setenv("QY_PASSWORD", "七座大山两条河流")
    assert "已恢复" in app("restore", made, folder=folder)[1]
    assert "完好" in app("check", folder=folder)[1]


def test_a_plain_register_is_encrypted_by_a_word(app, tmp_path, monkeypatch, empty_register):  # noqa: F811
    folder = tmp_path / "r"
    folder.mkdir()
    shutil.copy(empty_register, folder / REGISTER)
    monkeypatch.setenv("QY_PASSWORD", "七座大山两条河流")
    words = ("--operator", "张三", "encrypt", "--halves", "--recovery", str(tmp_path / "x.pdf"))
    assert "已加密" in app(*words, folder=folder)[1]
    assert not is_plain(folder / REGISTER)
    assert "甲半" in text_of((tmp_path / "x.pdf").read_bytes())
    assert "完好" in app("--operator", "张三", "check", folder=folder)[1]
    _forget(folder)


def text_of(pdf):
    return "".join(page.get_textpage().get_text_range() for page in PdfDocument(pdf))


def _forget(folder):
    ring.let_go(ring.identity_of(folder / ring.KEY_FILE))
