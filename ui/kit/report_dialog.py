"""Asking where a paper should go, and writing it there with everything the list holds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.lists import write_list
from qyclient.records.field import Field
from ui.kit.columns import Column
from ui.kit.jobs import Jobs
from ui.kit.table_model import RecordsModel
from ui.kit.watch import Watch

if TYPE_CHECKING:
    from qyclient.workspace import Workspace

Write = Callable[[Path, Iterable[Any], Heading], None]
MakeHeading = Callable[["Workspace"], Heading]
_AT_ONCE = 2000


class ReportDialog(QFileDialog):
    """Offers the paper's title as the file's name; writes what the list it stands for holds."""

    def __init__(self, jobs: Jobs, title: str, suffix: str, parent: QWidget | None) -> None:
        super().__init__(parent, f"{title}：另存为")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix(suffix.removeprefix("."))
        self.setNameFilter({".xlsx": "Excel 工作簿 (*.xlsx)", ".pdf": "PDF 文件 (*.pdf)"}[suffix])
        self.selectFile(f"{title}{suffix}")
        self.jobs = jobs
        self._title = title


class ListExport(ReportDialog):
    """导出所见: the rows that were found, the columns that are shown."""

    def __init__(
        self,
        jobs: Jobs,
        records: RecordsModel,
        columns: Sequence[Column],
        parent: QWidget | None,
        reason: str = "",
    ) -> None:
        title = f"{records.model.__label__}列表"
        super().__init__(jobs, title, ".xlsx", parent)
        self._records, self._reason = records, reason
        self._fields = [column.field for column in columns]
        self.fileSelected.connect(lambda name: self.write(Path(name)))

    def write(self, path: Path) -> None:
        """Write the list; in full only after it is noted."""
        write = FoundList(self._title, self._fields).write
        labels = "、".join(field.label for field in self._fields if field.personal)
        what = f"{self._title} {self._records.rowCount()} 行：{labels}；{path.name}"
        go = partial(write_found, self.jobs, self._records, self._title, path, write, self._reason)
        note_first(self.jobs, "导出", what, self._reason, go)


@dataclass(frozen=True, slots=True)
class FoundList:
    """How the rows that were found are written as a list."""

    title: str
    fields: Sequence[Field]

    def write(self, path: Path, rows: Iterable[Any], heading: Heading) -> None:
        """Write them under their fields' labels."""
        write_list(path, self.title, self.fields, rows, heading)


class ReportExport(ReportDialog):
    """A paper of the subject's own, made of the rows that were found."""

    def __init__(
        self,
        jobs: Jobs,
        records: RecordsModel,
        report: Report,
        parent: QWidget | None,
        reason: str = "",
    ) -> None:
        super().__init__(jobs, report.title, report.suffix, parent)
        self._records, self._report, self._reason = records, report, reason
        self.fileSelected.connect(lambda name: self.write(Path(name)))

    def write(self, path: Path) -> None:
        """Write the paper; a statutory form, or one for a purpose, after it is noted."""
        report, reason = self._report, self._reason
        what = report.told(self._records.rowCount(), path)
        go = partial(
            write_found, self.jobs, self._records, report.title, path, report.write, reason
        )
        note_first(self.jobs, "导出", what, report.why(reason), go)


def note_first(jobs: Jobs, deed: str, what: str, reason: str, go: Callable[[], None]) -> None:
    """Note that personal data leaves in full, if there is a reason to; then go on."""
    if reason and jobs.keeping is not None:
        jobs.write(jobs.keeping.note_access, deed, None, what, reason, then=lambda _none: go())
    else:
        go()


def write_found(
    jobs: Jobs, records: RecordsModel, title: str, path: Path, write: Write, purpose: str = ""
) -> None:
    """Write every row that was found to a file, in a worker, with progress and cancel."""
    watch = jobs.watch(f"正在写 {path.name}")
    workspace = jobs.workspace

    def job() -> str:
        heading = replace(jobs.heading_of(workspace), purpose=purpose)
        write(path, each_row(records, workspace, watch), heading)
        return f"“{title}”已写入 {path}"

    jobs.do(job, jobs.said.emit, watch=watch)


def each_row(records: RecordsModel, workspace: "Workspace", watch: Watch) -> Iterator[Any]:
    """Read every row that was found, in pages; runs in a worker."""
    total = workspace.count(records.model, records.view)
    for start in range(0, total, _AT_ONCE):
        watch.step(start, total, "行")
        yield from records.rows_of(workspace, start, _AT_ONCE)
    watch.step(total, total, "行")
