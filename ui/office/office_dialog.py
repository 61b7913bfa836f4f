"""本机关…: what stands on the office's papers, and in which words their numbers begin."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.office.models import Office
from qyclient.office.services import amend_office
from qyclient.records.base import field_of
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_ON_PAPERS = ("address", "phone", "contact", "place")
_REMEDIES = ("government", "court")
_ON_CERTIFICATES = ("scope_suffix",)
_SIZE = (880, 520)


class OfficeDialog(RecordDialog):
    """Whose register it is stays as it was set up; what is printed of it can be changed."""

    def __init__(self, jobs: Jobs, office: Office, parent: QWidget | None = None) -> None:
        fields = [
            replace(field_of(Office, key), section=section)
            for section, keys in (
                ("印在文书上", _ON_PAPERS),
                ("救济途径", _REMEDIES),
                ("印在证书上", _ON_CERTIFICATES),
            )
            for key in keys
        ]
        super().__init__(jobs, fields, parent, office)
        self.setWindowTitle(f"本机关：{office.name}")
        self.begin()
        self.resize(*_SIZE)
        self.form.go_to(_ON_PAPERS[0])

    def call(self, texts: Mapping[str, str]) -> Call:
        """Change what was changed."""
        return amend_office, (self.record.version, texts)

    def called(self, record: Any) -> str:
        """Return the office's name."""
        return str(record.name)
