"""Whether an installed program is whole: it does its main job, and reads back what it wrote."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from qyclient import papers
from qyclient.commands.saying import say
from qyclient.errors import Refused
from qyclient.paper.pdf.raster import page_text
from qyclient.paper.reading import read_workbook
from qyclient.progress import Silent
from qyclient.workspace import Workspace


def self_check(workspace: Workspace, _args: Namespace) -> int:
    """Make every paper of the sample county and read the sheets and pages back."""
    with TemporaryDirectory() as folder:
        written = [*papers.whole_job(workspace, Path(folder))]
        empty = [paper.name for paper in written if not _READ.get(paper.suffix, _size)(paper)]
    if empty or not written:
        raise Refused(f"自检没有通过，写出后读不回内容：{'、'.join(empty) or '没有写出文件'}。")
    say(f"自检通过：登记簿、{len(written)} 份表格和文件都写得出、读得回。")
    return 0


def _cells(sheet: Path) -> int:
    return sum(len(row) for read in read_workbook(sheet, Silent()) for row in read.rows)


def _letters(pdf: Path) -> int:
    return sum(map(len, page_text(pdf)))


def _size(file: Path) -> int:
    return file.stat().st_size


_READ: Mapping[str, Callable[[Path], int]] = {".xlsx": _cells, ".pdf": _letters}
