"""The child process in which foreign bytes are parsed: it may die, the program may not."""

import contextlib
import gc
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path

from qyclient.errors import Refused
from qyclient.paper.reading.archive import look_at_large_parts, look_into
from qyclient.paper.reading.excel import excel_pieces
from qyclient.paper.reading.limits import Limits
from qyclient.paper.reading.sheet import Piece
from qyclient.paper.reading.text import text_pieces

if sys.platform != "win32":
    import resource

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_WORKBOOK_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_NO_TABLES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"{\\rtf")


def serve(path: str, limits: Limits, parent: Connection) -> None:
    """Send the pieces of a file, then None; or a sentence without its subject if refused."""
    _confine(limits)
    gc.disable()  # nothing here is circular, and looking for it again and again takes a tenth
    try:
        for piece in _pieces(Path(path), limits):
            parent.send(piece)
        parent.send(None)
    except Refused as no:
        parent.send(str(no))
    except MemoryError:
        parent.send("内容大得异常，不能导入；请拆成几个文件再试")


def _pieces(path: Path, limits: Limits) -> Iterator[Piece]:
    """Take the file for what its first bytes say, whatever its ending claims."""
    with path.open("rb") as file:
        start = file.read(8)
    if not start:
        raise Refused("是空文件（0 字节），请重新取得")
    if start.startswith(_NO_TABLES):
        raise Refused("不是 Excel 或 CSV 表格")
    if start.startswith(_ZIP):
        return _archive_pieces(path, limits)
    if start == _OLE:
        _judge_ole(path.read_bytes())
        return excel_pieces(path, limits)
    return text_pieces(path, limits)


def _archive_pieces(path: Path, limits: Limits) -> Iterator[Piece]:
    """Look first; large sheets are looked at while calamine, which runs free, builds them."""
    look_into(path, limits)
    with ThreadPoolExecutor(max_workers=1) as beside:
        looked = beside.submit(look_at_large_parts, path, limits)
        try:
            for piece in excel_pieces(path, limits):
                looked.result()
                yield piece
        finally:
            looked.result()  # what the look has to say is clearer than what calamine says


def _judge_ole(content: bytes) -> None:
    if _ENCRYPTED in content:
        raise Refused("有密码保护，请在 Excel 中取消密码后再试")
    if not any(stream in content for stream in _WORKBOOK_STREAMS):
        if _WORD in content:
            raise Refused("是旧版 Word 文档，不是表格")
        raise Refused("不完整、已损坏或不是 Excel 工作簿，请重新取得这个文件")


def _confine(limits: Limits) -> None:
    """Bound memory and processor time, and say nothing on the console when killed for it."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if sys.platform != "win32":
        bounds = (
            (resource.RLIMIT_AS, limits.memory_bytes),
            (resource.RLIMIT_CPU, max(1, int(2 * limits.seconds))),  # two threads may work at once
            (resource.RLIMIT_CORE, 0),
        )
        for kind, bound in bounds:
            with contextlib.suppress(OSError, ValueError):  # macOS knows no RLIMIT_AS
                resource.setrlimit(kind, (bound, bound))
