"""The 文书 room: every paper that was issued, as it was, in the order of the numbers."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from qyclient.organizations.models import Delivery, Document
from qyclient.organizations.reports.numbers import NUMBERS
from qyclient.organizations.services.documents import Made, cancel, kept
from qyclient.organizations.services.remedies import remedies_of
from qyclient.organizations.services.serving import deliveries_of, open_delivery
from qyclient.organizations.services.signing import signed_of
from qyclient.records.base import field_of
from qyclient.records.view import Filter
from ui.kit.actions import Action
from ui.kit.detail_pane import Child
from ui.kit.filters import Preset
from ui.kit.print_found import PrintDialog
from ui.kit.record_tab import RecordTab
from ui.kit.tab import Visit
from ui.kit.text_dialog import TextDialog
from ui.matters.delivery_dialog import DeliveryDialog
from ui.matters.saving_words import ask_word
from ui.matters.signed_dialog import SignedDialog

_OF_DELIVERY = ("way", "sent_on", "received_on", "receiver", "returned_on", "served_on")


def _make(tab: "DocumentsTab") -> None:
    tab.wants.emit("办件", Visit())


def _look(tab: "DocumentsTab") -> None:
    tab.jobs.read(kept, tab.current().id, then=tab.show_page)


def _word(tab: "DocumentsTab") -> None:
    tab.jobs.read(kept, tab.current().id, then=partial(ask_word, tab.jobs, tab))


def _deliver(tab: "DocumentsTab") -> None:
    document = tab.current()
    tab.jobs.read(open_delivery, document.id, then=partial(tab.ask_delivery, document))


def _deliveries(session: Any, key: Any) -> list[list[str]]:
    return [
        [field_of(Delivery, part).show(one) for part in _OF_DELIVERY]
        for one in deliveries_of(session, key)
    ]


def _remedies(session: Any, key: Any) -> list[list[str]]:
    return [[said] for said in remedies_of(session, session.get_one(Document, key))]


def _signed(tab: "DocumentsTab") -> None:
    SignedDialog(tab.jobs, tab.current(), tab).open()


def _scans(session: Any, key: Any) -> list[list[str]]:
    found = signed_of(session, key)
    return [[found.name, found.added_by, f"{found.added_on}"]] if found else []


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
        Action("word", "存为 Word…", "save", "", _word, "one", "同样的文字，用 WPS 打开"),
        Action(
            "deliver", "送达…", "step", "F3", _deliver, "one", "送出、签收、退回", _why_standing
        ),
        Action("signed", "签发件…", "folder", "F6", _signed, "one", "附上签好的页", _why_standing),
        Action("cancel", "作废…", "remove", "", _cancel, "one", "发错了", _why_standing),
    )
    children_ = (
        Child("送达", _deliveries, tuple(field_of(Delivery, key).label for key in _OF_DELIVERY)),
        Child("救济期限", _remedies, ("至",)),
        Child("签发件", _scans, ("文件", "附入人", "日期")),
    )
    touched_by = frozenset({"delivery", "attachment"})
    reports = (NUMBERS,)
    search_hint = "文号、办理对象、致送对象、办件编号"
    nothing_yet = ("还没有发出的文书", "在“办件”里选一个办件，点“文书…”。")
    grouped_by = "paper"

    def presets(self) -> Sequence[Preset]:
        """Offer what was not served yet, and what was cancelled."""
        standing = Filter("cancelled_because", empty=True)
        return [
            Preset("未送达", (Filter("served_on", empty=True), standing)),
            Preset("已作废", (Filter("cancelled_because", empty=False),)),
        ]

    def tone(self, record: Any, key: str) -> str:
        """Grey what does not hold."""
        return "quiet" if key == "paper" and record.cancelled_because else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return what it is, and whether it holds."""
        if record.cancelled_because:
            return str(record), "已作废", "quiet"
        return str(record), *(("已送达", "good") if record.served_on else ("未送达", "warn"))

    def ask_delivery(self, document: Any, under_way: Any) -> None:
        """Ask how it was sent, or what became of it."""
        DeliveryDialog(self.jobs, document, under_way, self).open()

    def show_page(self, made: Made) -> None:
        """Show a paper as it was printed."""
        PrintDialog(self.jobs, made.name, made.pdf, self).open()

    def cancel(self, dialog: TextDialog, document: Any, because: str) -> None:
        """Say that a paper does not hold."""

        def done(_document: object) -> None:
            self.jobs.said.emit(f"已作废：{document}")
            dialog.accept()

        self.jobs.write(cancel, document.id, because, then=done, refused=dialog.refuse)
