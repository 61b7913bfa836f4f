"""A register is made whole or not at all, and only where it may live."""

import shutil

import pytest
from sqlcipher3 import dbapi2 as sqlite

from qyclient.errors import NothingThere, Refused
from qyclient.founding import (
    Wanted,
    found,
    open_established,
    open_sample,
    owner_of,
    survey,
    throw_away,
)
from qyclient.office.services import area_called, office_of
from qyclient.workspace import REGISTER
from tests.conftest import NOW

OWN = Wanted("441803")
FAR = {"code": "110101", "name": "东城区", "office": "北京市东城区民政局"}


def made(folder, wanted=OWN):
    return found(folder, "张三", lambda: NOW, wanted)


def test_a_register_is_made_in_a_folder_that_was_not_there(tmp_path):
    made(tmp_path / "a" / "登记簿").close()
    owner = owner_of(tmp_path / "a" / "登记簿")
    assert (owner.name, owner.area_code, owner.is_sample) == ("清远市清新区民政局", "441803", False)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted("441827"), "已撤销"),
        (Wanted("999999"), "不认识"),
        (Wanted("", FAR | {"code": "990101"}), "省份"),
        (Wanted("", FAR | {"code": "441821"}), "已在列表中"),
        (Wanted("", FAR | {"valid_to": "2010"}), "停用"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(wanted, said, tmp_path):
    with pytest.raises(Refused, match=said):
        made(tmp_path / "a" / "b", wanted)
    assert [*tmp_path.iterdir()] == []


def test_an_area_that_was_typed_in_stays_with_the_register(tmp_path):
    workspace = made(tmp_path / "a", Wanted("", FAR))
    office = workspace.read(office_of)
    assert (office.name, office.area_code, office.province) == (FAR["office"], FAR["code"], "京")
    assert workspace.read(area_called, "110101", NOW.date()) == "东城区"
    workspace.close()


@pytest.mark.parametrize("part", ["OneDrive", "坚果云"])
def test_a_synced_folder_is_refused_before_anything_is_made(part, tmp_path):
    with pytest.raises(Refused, match="同步"):
        made(tmp_path / part / "登记簿")
    assert [*tmp_path.iterdir()] == []


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "a").write_text("", "utf-8")
    with pytest.raises(Refused, match="不能写入"):
        made(tmp_path / "a" / "b")


def test_the_register_of_another_office_is_left_alone(tmp_path):
    made(tmp_path / "a").close()
    before = (tmp_path / "a" / REGISTER).read_bytes()
    with pytest.raises(Refused, match="已有清远市清新区民政局的登记数据"):
        made(tmp_path / "a", Wanted("441821"))
    assert (tmp_path / "a" / REGISTER).read_bytes() == before


def test_a_register_of_a_newer_program_is_refused_and_left_alone(empty_register, tmp_path):
    shutil.copy(empty_register, tmp_path / REGISTER)
    raw = sqlite.connect(str(tmp_path / REGISTER))
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    with pytest.raises(Refused, match="更新版本"):
        survey(tmp_path)
    with pytest.raises(Refused, match="更新版本"):
        made(tmp_path)


def test_opening_makes_nothing(tmp_path):
    with pytest.raises(NothingThere):
        open_established(tmp_path / "gone", "张三", lambda: NOW)
    assert [*tmp_path.iterdir()] == []


def test_among_other_files_a_register_gets_a_folder_of_its_own(tmp_path):
    (tmp_path / "通知.doc").write_text("", "utf-8")
    assert survey(tmp_path) == (tmp_path / "登记簿", None)
    made(tmp_path / "登记簿").close()
    folder, owner = survey(tmp_path)
    assert (folder, owner.area_code) == (tmp_path / "登记簿", "441803")


def test_only_a_sample_is_thrown_away(tmp_path):
    made(tmp_path / "own").close()
    open_sample(tmp_path / "sample", "张三", lambda: NOW).close()
    for folder in (tmp_path / "own", tmp_path / "nothing"):
        with pytest.raises(Refused, match="不是样例县"):
            throw_away(folder)
    with pytest.raises(Refused, match="不是样例县"):
        open_sample(tmp_path / "own", "张三", lambda: NOW)
    throw_away(tmp_path / "sample")
    assert [path.name for path in tmp_path.iterdir()] == ["own"]
