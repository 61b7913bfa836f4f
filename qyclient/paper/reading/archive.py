"""A look into an .xlsx before anybody parses it: sizes, names, entities, far-away cells."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from qyclient.errors import Refused
from qyclient.paper.reading.extent import Extent
from qyclient.paper.reading.limits import MEGABYTE, Limits

_WORKBOOK = re.compile(r"xl/workbook\d*\.xml")
_NEVER_PARSED = re.compile(
    r"xl/(media|embeddings|printerSettings)/|\.(png|jpe?g|gif|emf|wmf|vml|bin)$", re.IGNORECASE
)
_STRANGE_NAME = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|:|\x00")
_LONGEST_MARK = 64
_OTHERS = {
    "word/document.xml": "是 Word 文档，不是表格",
    "ppt/presentation.xml": "是演示文稿，不是表格",
    "xl/workbook.bin": "是 .xlsb 文件，请用 Excel 另存为 .xlsx 后再试",
    "content.xml": "是 .ods 文件，请另存为 .xlsx 后再试",
}

_NO_MEMORY = "Error -4"
"""How zlib says that it was given no memory: nothing is wrong with the file."""


def look_into(path: Path, limits: Limits) -> None:
    """Refuse an archive that is no workbook, hides something or would not fit.

    Every part is read but the large ones, which `look_at_large_parts` reads: only an honest file
    or a costly bomb has any, and calamine can begin meanwhile.
    """
    _look(path, limits, large=False)


def look_at_large_parts(path: Path, limits: Limits) -> None:
    """Refuse like `look_into` for the parts it left out."""
    _look(path, limits, large=True)


def _look(path: Path, limits: Limits, *, large: bool) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _judge_directory(parts, limits)
            wanted = [part for part in parts if (part.file_size > limits.harmless_bytes) is large]
            cells = sum(_judge_part(archive, part, limits) for part in wanted)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as broken:
        if _NO_MEMORY in str(broken):
            raise MemoryError from broken
        raise Refused("不完整或已损坏，请重新取得这个文件") from broken
    if cells > limits.cells:
        raise Refused(f"共有 {cells} 个单元格，超过 {limits.cells} 个，请拆成几个文件再导入")


def _judge_directory(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    names = [part.filename.lower() for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("有密码保护，请取消密码后再试")
    if not any(_WORKBOOK.fullmatch(name) for name in names):
        found = [sentence for name, sentence in _OTHERS.items() if name in names]
        raise Refused(found[0] if found else "是压缩包，不是 Excel 工作簿，请先解压")
    if len(set(names)) != len(names) or any(_STRANGE_NAME.search(name) for name in names):
        raise Refused("内部结构异常，不能导入；请用 Excel 打开并另存为 .xlsx 后再试")
    unpacked = sum(part.file_size for part in parts)
    bloated = any(
        part.file_size > limits.harmless_bytes
        and part.file_size > limits.ratio * part.compress_size
        for part in parts
    )
    if bloated or unpacked > limits.unpacked_bytes or len(parts) > limits.parts:
        raise Refused(
            f"解开后有 {unpacked // MEGABYTE} MB、{len(parts)} 个部分，大得异常，不能导入"
        )


def _judge_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, limits: Limits) -> int:
    """Read a part to its end, which also proves its declared size; return its cells."""
    if part.is_dir() or _NEVER_PARSED.search(part.filename):
        return 0
    extent = Extent(thorough=part.file_size <= limits.harmless_bytes)
    for text in _windows(archive, part):
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise Refused("含有外部引用（DOCTYPE），不能导入；请用 Excel 另存为 .xlsx 后再试")
        extent.take(text)
    if extent.cells > limits.cells and not extent.thorough:
        extent = Extent(thorough=True)
        for text in _windows(archive, part):
            extent.take(text)
    if extent.cells > limits.cells:
        raise Refused(
            f"的工作表写到了第 {extent.rows} 行、第 {extent.columns} 列（{extent.corner}），"
            f"超过 {limits.cells} 个单元格。请在 Excel 中删除远处的内容后再试"
        )
    return extent.cells


def _windows(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the part in pieces that end where a tag ends, so that none is cut in two."""
    with archive.open(part) as stream:
        rest = b""
        while chunk := stream.read(MEGABYTE):
            text = rest + chunk
            end = max(text.rfind(b">", 0, -_LONGEST_MARK) + 1, len(text) - MEGABYTE)
            yield text[:end]
            rest = text[end:]
        yield rest
