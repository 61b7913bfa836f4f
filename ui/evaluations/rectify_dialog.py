"""整改…: the contractor's report, and what checking it again found."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from qyclient.evaluations.models import Rectification
from qyclient.evaluations.services.effect import rectify
from qyclient.records.base import field_of
from qyclient.records.dates import format_date
from qyclient.records.field import Field
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog


class RectifyDialog(RecordDialog):
    """Says what was to be mended and until when; what is found not mended gets another day."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, found: Any, kept: Any) -> None:
        super().__init__(jobs, _fields(), parent)
        self.setWindowTitle(f"整改：{found.number} {found.subject}")
        self.done_word = "已登记整改"
        self._kept, self._title = kept, f"{found.number} {found.subject}"
        told = QLabel(f"整改期限 {format_date(kept.due_on)}\n{kept.problems}")
        told.setWordWrap(True)
        told.setMinimumHeight(72)
        self.add_section("问题清单", told)
        self.form.put({"report": kept.report or ""})
        self.resize(860, 620)
        self.begin()
        self.form.go_to("finding" if kept.reported_on else "report")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Keep the report, the finding, or both."""
        return rectify, (self._kept.id, self._kept.version, texts)

    def called(self, _record: Any) -> str:
        """Return which round it was."""
        return self._title


def newest_open(kept: Sequence[Any]) -> Any:
    """Return the rectification that is not found done; None if there is none."""
    return next((one for one in reversed(kept) if not one.passed), None)


def _fields() -> list[Field]:
    again = replace(
        field_of(Rectification, "due_on"),
        label="再次整改期限",
        required=False,
        help="复查不合格时填写；不填的仍按原期限",
    )
    keys = ("report", "finding", "passed")
    return [*(field_of(Rectification, key) for key in keys), again]
