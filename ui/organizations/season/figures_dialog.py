"""年度数据: the figures of one body's year, last year's under each box while one types."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.organizations.models import YearFigures
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.services.figures import FIGURES, keep_figures
from qyclient.organizations.services.season import Line
from qyclient.records.field import Field
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

Both = tuple[YearFigures | None, YearFigures | None]
_GROUPS_ONLY = frozenset({"officials", "volunteers", "publications"})
_FOUNDATIONS_ONLY = frozenset({"raised", "projects"})


class FiguresDialog(RecordDialog):
    """Asks for what applies to the sort of body; what does not add up is said beside it."""

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, line: Line, year: int, both: Both
    ) -> None:
        now, last = both
        super().__init__(jobs, _fields(line, last), parent, now)
        self._line, self._year = line, year
        self.setWindowTitle(f"{year}年度数据：{line.row.name}")
        self.because = f"{year}年度数据"
        self.begin()
        self.form.go_to(FIGURES[0].key)

    def call(self, texts: Mapping[str, str]) -> Call:
        """Keep what was typed, or what was changed of it."""
        version = self.record.version if self.record is not None else 0
        return keep_figures, (self._line.key, self._year, version, texts)

    def called(self, _record: Any) -> str:
        """Return whose figures of which year they are."""
        return f"{self._line.row.name} {self._year}年度"


def _fields(line: Line, last: YearFigures | None) -> Sequence[Field]:
    sort = line.row.org_type
    left_out = frozenset() if sort is OrgType.SOCIAL_GROUP else _GROUPS_ONLY
    left_out |= frozenset() if sort is OrgType.FOUNDATION else _FOUNDATIONS_ONLY
    return [_beside(field, last) for field in FIGURES if field.key not in left_out]


def _beside(field: Field, last: YearFigures | None) -> Field:
    """Return a field that says what it was the year before, where that is known."""
    before = field.show(last) if last is not None else ""
    return replace(field, help=f"{last.year}年度：{before}") if last and before else field
