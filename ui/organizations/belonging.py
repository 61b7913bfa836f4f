"""What belongs to a body, line by line, below its form: 负责人, 变更记录, 档案材料, 历史证书."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from qyclient.certificates.models import PaperCertificate
from qyclient.organizations.models import FiledPaper, LegalChange, Officer
from qyclient.records.base import Base, field_of
from ui.kit.record_dialog import RecordDialog
from ui.kit.rows_editor import RowsEditor

Lines = Mapping[str, Sequence[Mapping[str, str]]]
"""The lines of each list, by its name in the verbs."""


@dataclass(frozen=True, slots=True)
class _List:
    heading: str
    noun: type[Base]
    keys: tuple[str, ...]
    lines: int


_LISTS = {
    "officers": _List(
        "负责人", Officer, ("name", "post", "term_start", "term_end", "phone", "id_no"), 2
    ),
    "changes": _List(
        "变更记录",
        LegalChange,
        ("item", "before", "after", "effective_on", "document_number", "source"),
        1,
    ),
    "papers": _List("档案材料", FiledPaper, ("paper", "piece", "remark"), 2),
    "certificates": _List(
        "历史证书",
        PaperCertificate,
        ("number", "copy", "issued_on", "valid_to", "status", "source"),
        1,
    ),
}
HEADINGS = {name: one.heading for name, one in _LISTS.items()}


class Belonging(QObject):
    """The editors of some of the lists, at the end of a dialog's form."""

    edited = Signal()

    def __init__(self, dialog: RecordDialog, names: Sequence[str]) -> None:
        super().__init__(dialog)
        self.editors: dict[str, RowsEditor] = {}
        for name in names:
            one = _LISTS[name]
            asked = [field_of(one.noun, key) for key in one.keys]
            self.editors[name] = editor = RowsEditor(asked, dialog.around, lines=one.lines)
            editor.edited.connect(self.edited)
            dialog.add_section(one.heading, editor)

    def texts(self) -> dict[str, list[dict[str, str]]]:
        """Return the lines that hold something, list by list."""
        return {name: editor.texts() for name, editor in self.editors.items()}

    def put(self, lines: Lines) -> None:
        """Show lines; lists that are not named stay as they are."""
        for name, editor in self.editors.items():
            if name in lines:
                editor.put(lines[name])

    def problem(self) -> str:
        """Say under the first list that is wrong what is wrong, and return it."""
        for name, editor in self.editors.items():
            problem = editor.problem()
            editor.say(problem)
            if problem:
                return f"{HEADINGS[name]}{problem}"
        return ""
