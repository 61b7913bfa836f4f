"""A file appears whole or not at all."""

from pathlib import Path

import pytest

from qyclient.errors import Cancelled, Refused
from qyclient.paper.atomic import replacing, write_bytes


def test_the_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    write_bytes(path, b"old")
    with replacing(path) as partial:
        partial.write_bytes(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert [*tmp_path.iterdir()] == [path]


def _write_half(path: Path, error: BaseException) -> None:
    with replacing(path) as partial:
        partial.write_bytes(b"half")
        raise error


@pytest.mark.parametrize("error", [Cancelled(), ValueError("x"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, error: BaseException
) -> None:
    path = tmp_path / "台账.xlsx"
    write_bytes(path, b"old")
    with pytest.raises(type(error)):
        _write_half(path, error)
    assert path.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [path]


def test_a_folder_that_does_not_exist_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"“.*没有这个”不存在"):
        write_bytes(tmp_path / "没有这个" / "a.pdf", b"")


def test_a_folder_of_that_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(Refused, match="是一个文件夹"):
        write_bytes(tmp_path / "a.pdf", b"")


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a", b"")
    with pytest.raises(Refused, match="不存在"):
        write_bytes(tmp_path / "a" / "b.pdf", b"")


def test_a_full_disk_is_refused_and_names_where(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("only Linux has a device that is always full")
    path = tmp_path / "a.pdf"
    with pytest.raises(Refused, match="磁盘空间不足") as refusal, replacing(path):
        full.write_bytes(b"x")
    assert str(tmp_path) in str(refusal.value)
    assert [*tmp_path.iterdir()] == []


def test_a_folder_nobody_may_write_to_is_refused() -> None:
    kernel = Path("/sys/kernel")
    if not kernel.exists():
        pytest.skip("only Linux has a folder that not even the administrator may write to")
    with pytest.raises(Refused, match="不允许写入"):
        write_bytes(kernel / "a.pdf", b"")


def test_the_longest_chinese_name_is_written_and_a_longer_one_refused(tmp_path: Path) -> None:
    write_bytes(tmp_path / ("名" * 83 + ".pdf"), b"whole")
    with pytest.raises(Refused, match="太长"):
        write_bytes(tmp_path / ("名" * 90 + ".pdf"), b"")
    assert len([*tmp_path.iterdir()]) == 1
