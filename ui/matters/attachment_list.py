"""The attachments of a matter as a list, one of which is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qyclient.organizations.models import Attachment
from qyclient.records.base import field_of
from ui.kit.lines import LinesTable

_SHOWN = ("use", "name", "pages", "added_on")
_WIDTHS = (150, 210, 50, 110)


class AttachmentList(LinesTable):
    """`looked` is told when another one is chosen, and when the list was read again."""

    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([field_of(Attachment, key).label for key in _SHOWN], _WIDTHS, parent)
        self.setAccessibleName("附件列表")
        self._found: Sequence[Attachment] = ()
        self.selectionModel().selectionChanged.connect(lambda *_: self.looked.emit())

    @property
    def chosen(self) -> Attachment | None:
        """Return the one that is looked at."""
        rows = self.selectionModel().selectedRows()
        return self._found[rows[0].row()] if rows else None

    def show_all(self, found: Sequence[Attachment]) -> None:
        """Show what is attached, and look at the newest."""
        self._found = found
        self.lines.show([[_told(one, key) for key in _SHOWN] for one in found])
        if found:
            self.selectRow(len(found) - 1)
        else:
            self.looked.emit()


def _told(one: Attachment, key: str) -> str:
    if key == "use" and one.piece is not None:
        return one.piece.label
    return field_of(Attachment, key).show(one)
