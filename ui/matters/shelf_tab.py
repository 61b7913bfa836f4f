"""The 档案 room: every finished matter in its place on the shelf."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.organizations.models import ArchivePiece
from qyclient.organizations.reports.catalogue import CATALOGUE
from qyclient.organizations.services.documents import make
from qyclient.organizations.services.shelving import amend_piece, box_papers
from qyclient.records.base import field_of
from ui.kit.actions import Action
from ui.kit.jobs import Jobs
from ui.kit.print_found import PrintDialog
from ui.kit.record_dialog import Call, RecordDialog
from ui.kit.record_tab import RecordTab
from ui.kit.tab import Visit

_MENDED = ("title", "author", "dated", "document_number", "box", "pages", "checked_by", "remark")
_COVER = "archive_cover"
_SIZE = (860, 520)


class PieceDialog(RecordDialog):
    """修改 what the catalogue says; the number stays."""

    def __init__(self, jobs: Jobs, piece: Any, parent: QWidget | None = None) -> None:
        super().__init__(jobs, [field_of(ArchivePiece, key) for key in _MENDED], parent, piece)
        self.setWindowTitle(f"修改档案件：{piece.number}")
        self.begin()
        self.resize(*_SIZE)

    def call(self, texts: Mapping[str, str]) -> Call:
        """Change what was changed."""
        return amend_piece, (self.record.id, self.record.version, texts)


def _go(tab: "ShelfTab") -> None:
    tab.wants.emit("办件", Visit())


def _amend(tab: "ShelfTab") -> None:
    PieceDialog(tab.jobs, tab.current(), tab).open()


def _cover(tab: "ShelfTab") -> None:
    piece = tab.current()
    said: dict[str, str] = {}
    given = (piece.matter.id, _COVER, said, tab.jobs.today)
    show = partial(tab.show_page, f"归档封面 {piece.number}")
    tab.jobs.try_out(make, *given, then=lambda made: show(made.pdf))


def _box(tab: "ShelfTab") -> None:
    box = tab.current().box
    tab.jobs.read(box_papers, box, then=partial(tab.show_page, f"盒签、目录、备考表 {box}盒"))


class ShelfTab(RecordTab):
    """档案: what the archivist mends and prints; a matter comes here by being filed."""

    model = ArchivePiece
    offers = (
        Action("go", "去办件…", "folder", "", _go, tip="办件做完“归档”这一步，就在这里编号"),
        Action("amend", "修改…", "amend", "F2", _amend, "one", "盒号、页数、备考"),
        Action("cover", "封面…", "print", "F4", _cover, "one", "这一件的归档封面"),
        Action("box", "盒签、目录…", "print", "", _box, "one", "所在这一盒的盒签、目录和备考表"),
    )
    reports = (CATALOGUE,)
    search_hint = "档号、文件名、盒号、办件编号"
    nothing_yet = ("还没有归档的文件", "办件做完“归档”这一步，就在这里编号。")
    grouped_by = "category"

    def show_page(self, title: str, pdf: bytes) -> None:
        """Show a paper as it will be printed."""
        PrintDialog(self.jobs, title, pdf, self).open()
