"""补录: a body that was registered before this program, as its paper file says."""

from collections.abc import Mapping
from typing import Any

from qyclient.certificates.services import enter_whole
from qyclient.records.field import Field
from ui.kit.record_dialog import Call
from ui.organizations.form import OrganizationDialog


class ArchiveDialog(OrganizationDialog):
    """Asks first where the paper lies; what is entered waits for a colleague to check it."""

    noun = "archive"
    title, new_word = "补录：从纸质档案录入", "已补录，待另一人核对"
    new_lists = ("officers", "changes", "papers", "certificates")

    def asked(self, record: Any) -> list[Field]:
        """Return the fields of the form, where the paper lies first."""
        return sorted(super().asked(record), key=lambda field: field.key != "paper_file")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Enter it with everything that belongs to it."""
        return enter_whole, (texts, self.rows.texts())
