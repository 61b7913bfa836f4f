"""The folder that was chosen is remembered in one file."""

import pytest

from qyclient.errors import Refused
from qyclient.premises.machine import facts_of
from qyclient.premises.memory import Memory


def test_a_folder_is_remembered(tmp_path):
    memory = Memory(tmp_path / "config" / "settings.json")
    assert memory.folder is None
    memory.keep(tmp_path / "登记簿")
    assert Memory(tmp_path / "config" / "settings.json").folder == tmp_path / "登记簿"
    assert [path.name for path in (tmp_path / "config").iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"folder": 3}', "不是 JSON"])
def test_what_cannot_be_read_is_as_if_nothing_were_remembered(text, tmp_path):
    (tmp_path / "settings.json").write_text(text, "utf-8")
    assert Memory(tmp_path / "settings.json").folder is None


def test_a_file_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "config").write_text("", "utf-8")
    with pytest.raises(Refused):
        Memory(tmp_path / "config" / "settings.json").keep(tmp_path)


def test_the_machine_tells_of_a_folder_that_is_not_there_yet(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    (tmp_path / "file").write_text("", "utf-8")
    facts = facts_of(tmp_path / "a" / "b")
    assert (facts.markers, facts.blocked) == ({".stfolder"}, "")
    assert facts.room is None or facts.room > 0
    assert facts_of(tmp_path / "file" / "b").blocked == "file 不是文件夹"
