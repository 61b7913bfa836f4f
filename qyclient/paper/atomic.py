"""A file appears whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qyclient.errors import Refused

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield an empty file beside `path` to write to; it takes that name once it is on the disk.

    Whatever goes wrong, cancelling too, leaves the old file as it was and nothing beside it.
    Raises Refused for what the office can mend: no such folder, a folder that may not be written
    to, a full disk, a file that another program holds open.
    """
    # Short, because a name of 80 Chinese characters leaves no room for an addition (255 bytes).
    partial = path.with_name(f".{os.urandom(8).hex()}.part")
    _begin(path, partial)
    try:
        yield partial
        _flush(partial)
        _take_the_name(partial, path)
    except OSError as error:
        if error.errno in _FULL:
            raise Refused(_full(path)) from error
        raise
    finally:
        partial.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a small file whole or not at all; raises Refused as `replacing` does."""
    with replacing(path) as partial:
        partial.write_bytes(data)


def _begin(path: Path, partial: Path) -> None:
    try:
        if path.is_dir():
            raise Refused(f"“{path}”是一个文件夹，不能当作文件保存，请另起文件名。")
        partial.open("xb").close()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Refused(f"文件夹“{path.parent}”不存在，请重新选择保存位置。") from error
    except OSError as error:
        if error.errno in _FULL:
            raise Refused(_full(path)) from error
        if error.errno == errno.ENAMETOOLONG:
            raise Refused(f"文件名“{path.name}”太长，请缩短后再保存。") from error
        if error.errno in _DENIED:
            raise Refused(
                f"文件夹“{path.parent}”不允许写入，请换一个文件夹，或请管理员开放权限。"
            ) from error
        raise


def _take_the_name(partial: Path, path: Path) -> None:
    try:
        partial.replace(path)
    except OSError as error:
        if error.errno in _DENIED:
            raise Refused(
                f"无法写入“{path.name}”，请先关闭已打开的该文件（例如在 Excel 中），再试一次。"
            ) from error
        raise
    if os.name == "posix":  # Windows has no way to flush a folder, and needs none
        _flush(path.parent, os.O_RDONLY)


def _flush(path: Path, flags: int = os.O_RDWR) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _full(path: Path) -> str:
    drive = path.absolute().drive or path.absolute().parent
    return f"“{drive}”所在的磁盘空间不足，“{path.name}”没有保存，请清理后再试，或换一个磁盘。"
