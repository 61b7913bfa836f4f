"""A foreign workbook as sheets of values, or a sentence why not."""

from collections.abc import Iterator
from itertools import groupby
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

from qyclient.errors import Refused
from qyclient.paper.reading.child import serve
from qyclient.paper.reading.limits import LIMITS, MEGABYTE, Limits
from qyclient.paper.reading.sheet import Area, Piece, Row, Sheet
from qyclient.progress import Progress

_PATIENCE = 0.1
"""Seconds between two looks at whether cancel was pressed."""


def read_workbook(path: Path, progress: Progress, limits: Limits = LIMITS) -> tuple[Sheet, ...]:
    """Return all sheets of an .xlsx, .xlsm, .xls, .csv or tab-separated file.

    Raise Refused with a sentence that names the file, Cancelled when `progress` says so. Programs
    that are frozen must call ``multiprocessing.freeze_support()`` first thing.
    """
    _judge_file(path, limits)
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=serve, args=(str(path), limits, sender), daemon=True)
    child.start()
    sender.close()
    try:
        pieces = list(_received(path, receiver, progress, limits))
    finally:
        child.kill()
        child.join()
        child.close()
        receiver.close()
    return tuple(_sheet(list(parts)) for _, parts in groupby(pieces, key=lambda part: part.number))


def _judge_file(path: Path, limits: Limits) -> None:
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
    except FileNotFoundError as no:
        raise Refused(f"找不到文件“{path.name}”，可能已被移动或改名。") from no
    except IsADirectoryError as no:
        raise Refused(f"“{path.name}”是文件夹，请选择其中的表格文件。") from no
    except OSError as no:
        raise Refused(
            f"打不开文件“{path.name}”：它可能正在 Excel 中打开，或没有读取权限。请关闭后再试。"
        ) from no
    if size > limits.file_bytes:
        raise Refused(
            f"“{path.name}”有 {size // MEGABYTE} MB，超过 {limits.file_bytes // MEGABYTE} MB，"
            "请拆成几个文件再导入。"
        )


def _received(
    path: Path, receiver: "Connection", progress: Progress, limits: Limits
) -> Iterator[Piece]:
    deadline = monotonic() + limits.seconds
    done, height, doing = 0, 0, f"正在检查“{path.name}”"
    while True:
        progress.step(done, height, doing)
        if monotonic() > deadline:
            raise Refused(
                f"读取“{path.name}”超过 {limits.seconds:g} 秒，已停止。请拆成几个文件再导入。"
            )
        if not receiver.poll(_PATIENCE):
            continue
        piece = _next(path, receiver)
        if piece is None:
            return
        done = done + len(piece.rows) if doing.endswith(f"“{piece.name}”") else len(piece.rows)
        height, doing = piece.height, f"正在读取工作表“{piece.name}”"
        yield piece


def _next(path: Path, receiver: "Connection") -> Piece | None:
    try:
        message: Piece | str | None = receiver.recv()
    except (EOFError, OSError) as died:
        raise Refused(
            f"读不了“{path.name}”：文件可能已损坏，或表格远处还有内容，大得异常。"
            "请用 Excel 打开，按 Ctrl+End 找到并删除多余的行列，另存为 .xlsx 后再试。"
        ) from died
    if isinstance(message, str):
        raise Refused(f"“{path.name}”{message}。")
    return message


def _sheet(pieces: list[Piece]) -> Sheet:
    rows = [row for piece in pieces for row in piece.rows]
    while rows and not rows[-1]:
        rows.pop()
    width = max(map(len, rows), default=0)
    last = pieces[-1]
    return Sheet(
        name=last.name,
        rows=tuple(_as_wide(row, width) for row in rows),
        merged=tuple(_inside(last.merged, len(rows), width)),
        visible=last.visible,
    )


def _as_wide(row: Row, width: int) -> Row:
    return row if len(row) == width else row + (None,) * (width - len(row))


def _inside(areas: list[Area], height: int, width: int) -> Iterator[Area]:
    for top, left, bottom, right in areas:
        if top < height and left < width:
            yield top, left, min(bottom, height - 1), min(right, width - 1)
