"""Asking where a paper should go, and writing it there with everything the list holds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.lists import write_list
from ui.kit.columns import Column
from ui.kit.jobs import Jobs
from ui.kit.table_model import PAGE, RecordsModel
from ui.kit.watch import Watch

if TYPE_CHECKING:
    from qyclient.workspace import Workspace

Write = Callable[[Path, Iterable[Any], Heading], None]
MakeHeading = Callable[["Workspace"], Heading]


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
        self, jobs: Jobs, records: RecordsModel, columns: Sequence[Column], parent: QWidget | None
    ) -> None:
        title = f"{records.model.__label__}列表"
        super().__init__(jobs, title, ".xlsx", parent)
        fields = [column.field for column in columns]
        self.fileSelected.connect(
            lambda name: write_found(
                jobs,
                records,
                title,
                Path(name),
                lambda path, rows, heading: write_list(path, title, fields, rows, heading),
            )
        )


class ReportExport(ReportDialog):
    """A paper of the subject's own, made of the rows that were found."""

    def __init__(
        self, jobs: Jobs, records: RecordsModel, report: Report, parent: QWidget | None
    ) -> None:
        super().__init__(jobs, report.title, report.suffix, parent)
        self.fileSelected.connect(
            lambda name: write_found(jobs, records, report.title, Path(name), report.write)
        )


def write_found(jobs: Jobs, records: RecordsModel, title: str, path: Path, write: Write) -> None:
    """Write every row that was found to a file, in a worker, with progress and cancel."""
    watch = jobs.watch(f"正在写 {path.name}")
    workspace = jobs.workspace

    def job() -> str:
        write(path, _each(records, workspace, watch), jobs.heading_of(workspace))
        return f"“{title}”已写入 {path}"

    jobs.do(job, jobs.said.emit, watch=watch)


def _each(records: RecordsModel, workspace: "Workspace", watch: Watch) -> Iterator[Any]:
    total = workspace.count(records.model, records.view)
    for start in range(0, total, PAGE):
        watch.step(start, total, "行")
        yield from records.rows_of(workspace, start, PAGE)
    watch.step(total, total, "行")
