"""The 文书 room: every paper that was issued, as it was, in the order of the numbers."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from qyclient.organizations.models import Document
from qyclient.organizations.reports.numbers import NUMBERS
from qyclient.organizations.services.documents import Made, cancel, kept
from qyclient.records.view import Filter
from ui.kit.actions import Action
from ui.kit.filters import Preset
from ui.kit.print_found import PrintDialog
from ui.kit.record_tab import RecordTab
from ui.kit.tab import Visit
from ui.kit.text_dialog import TextDialog


def _make(tab: "DocumentsTab") -> None:
    tab.wants.emit("办件", Visit())


def _look(tab: "DocumentsTab") -> None:
    tab.jobs.read(kept, tab.current().id, then=tab.show_page)


def _cancel(tab: "DocumentsTab") -> None:
    document = tab.current()
    told = f"作废 {document}（{document.subject}）。它仍占着这个文号，存档不动，可以另发一份。"
    dialog = TextDialog("作废文书", told, "作废原因", "作废", tab)
    dialog.given.connect(partial(tab.cancel, dialog, document))
    dialog.open()


def _why_standing(document: Document) -> str:
    return "这份文书已经作废" if document.cancelled_because else ""


class DocumentsTab(RecordTab):
    """文书: looked at and printed again; what was issued is never changed."""

    model = Document
    offers = (
        Action(
            "make", "去办件…", "folder", "", _make, tip="文书在办件里制作：选一个办件，点“文书…”"
        ),
        Action("look", "查看…", "search", "F2", _look, "one", "按存档的样子看和打印"),
        Action("cancel", "作废…", "remove", "", _cancel, "one", "发错了", _why_standing),
    )
    reports = (NUMBERS,)
    search_hint = "文号、办理对象、致送对象、办件编号"
    nothing_yet = ("还没有发出的文书", "在“办件”里选一个办件，点“文书…”。")
    grouped_by = "paper"

    def presets(self) -> Sequence[Preset]:
        """Offer what was cancelled."""
        return [Preset("已作废", (Filter("cancelled_because", empty=False),))]

    def tone(self, record: Any, key: str) -> str:
        """Grey what does not hold."""
        return "quiet" if key == "paper" and record.cancelled_because else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return what it is, and whether it holds."""
        word, tone = ("已作废", "quiet") if record.cancelled_because else ("已发出", "good")
        return str(record), word, tone

    def show_page(self, made: Made) -> None:
        """Show a paper as it was printed."""
        PrintDialog(self.jobs, made.name, made.pdf, self).open()

    def cancel(self, dialog: TextDialog, document: Any, because: str) -> None:
        """Say that a paper does not hold."""

        def done(_document: object) -> None:
            self.jobs.said.emit(f"已作废：{document}")
            dialog.accept()

        self.jobs.write(cancel, document.id, because, then=done, refused=dialog.refuse)
