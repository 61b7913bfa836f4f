"""What the list of matters offers for papers, and what was issued of a matter."""

from typing import Any

from qyclient.organizations.models import Attachment, Document, Matter
from qyclient.organizations.services.attaching import attachments_of
from qyclient.organizations.services.offering import documents_of
from qyclient.records.base import field_of
from ui.kit.actions import Action
from ui.kit.detail_pane import Child
from ui.matters.attachments_dialog import AttachmentsDialog
from ui.matters.batch_dialog import BatchDialog
from ui.matters.document_dialog import DocumentDialog
from ui.matters.kit_dialog import KitDialog
from ui.matters.scans_dialog import ScansDialog

_SHOWN = ("paper", "number", "dated", "served_on")
_SCANNED = ("use", "name", "added_on")


def _kit(tab: Any) -> None:
    KitDialog(tab.jobs, tab).open()


def _one(tab: Any) -> None:
    DocumentDialog(tab.jobs, tab.current(), tab).open()


def _many(tab: Any) -> None:
    BatchDialog(tab.jobs, tab.table.selected(), tab).open()


def _attachments(tab: Any) -> None:
    AttachmentsDialog(tab.jobs, tab.current(), tab).open()


def _scans(tab: Any) -> None:
    ScansDialog(tab.jobs, tab).open()


def _issued(session: Any, key: Any) -> list[list[str]]:
    found = documents_of(session, session.get_one(Matter, key))
    return [[field_of(Document, part).show(one) for part in _SHOWN] for one in found]


def _attached(session: Any, key: Any) -> list[list[str]]:
    found = attachments_of(session, key)
    return [[field_of(Attachment, part).show(one) for part in _SCANNED] for one in found]


OFFERS = (
    Action("documents", "文书…", "print", "F4", _one, "one", "这一步的文书：看、编号、打印"),
    Action("batch", "批量打印文书…", "", "", _many, "some", "多个办件的同一种文书", folded=True),
    Action("attachments", "附件…", "folder", "F6", _attachments, "one", "扫描件：附入、查看"),
    Action("kit", "窗口资料…", "", "", _kit, tip="一次性告知单、空白申请表", folded=True),
    Action("scans", "扫描页归件…", "", "", _scans, tip="按页上的条码归到办件", folded=True),
)
PAPERS_OF = (
    Child("文书", _issued, tuple(field_of(Document, key).label for key in _SHOWN)),
    Child("附件", _attached, tuple(field_of(Attachment, key).label for key in _SCANNED)),
)
