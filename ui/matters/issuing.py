"""What the list of matters offers for papers, and what was issued of a matter."""

from typing import Any

from qyclient.organizations.models import Document, Matter
from qyclient.organizations.services.offering import documents_of
from qyclient.records.base import field_of
from ui.kit.actions import Action
from ui.kit.detail_pane import Child
from ui.matters.batch_dialog import BatchDialog
from ui.matters.document_dialog import DocumentDialog

_SHOWN = ("paper", "number", "dated")


def _one(tab: Any) -> None:
    DocumentDialog(tab.jobs, tab.current(), tab).open()


def _many(tab: Any) -> None:
    BatchDialog(tab.jobs, tab.table.selected(), tab).open()


def _issued(session: Any, key: Any) -> list[list[str]]:
    found = documents_of(session, session.get_one(Matter, key))
    return [[field_of(Document, part).show(one) for part in _SHOWN] for one in found]


ISSUING = (
    Action("documents", "文书…", "print", "F4", _one, "one", "这一步的文书：看、编号、打印"),
    Action("batch", "批量打印文书…", "", "", _many, "some", "多个办件的同一种文书", folded=True),
)
ISSUED = Child("文书", _issued, tuple(field_of(Document, key).label for key in _SHOWN))
