"""打印所见: the rows that were found in the columns that are shown, seen before printing."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from qyclient.errors import Refused
from qyclient.paper.pdf.table_pages import MOST_ROWS, table_pdf
from qyclient.paper.sheets.columns import of_field
from qyclient.paper.sheets.table import Table
from qyclient.records.base import Base, fields_of
from qyclient.records.field import Field
from ui.kit.columns import Column
from ui.kit.filters import in_words
from ui.kit.jobs import Jobs
from ui.kit.pdf_preview import PdfPreview
from ui.kit.report_dialog import each_row, note_first
from ui.kit.table_model import RecordsModel


class PrintDialog(QDialog):
    """A paper as it will be printed."""

    def __init__(self, jobs: Jobs, title: str, pdf: bytes, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"打印：{title}")
        self.preview = PdfPreview(jobs)
        self.preview.name = f"{title}.pdf"
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.preview)
        self.resize(1080, 760)
        self.preview.show_pdf(pdf)


def print_found(
    jobs: Jobs,
    records: RecordsModel,
    columns: Sequence[Column],
    parent: QWidget | None,
    reason: str = "",
) -> None:
    """Draw what is seen as a PDF and show it; personal data in full only after it is noted."""
    many = records.rowCount()
    if many > MOST_ROWS:
        jobs.refused.emit(
            Refused(f"一次最多打印 {MOST_ROWS:,} 行，现有 {many:,} 行；请先筛选，或用“导出所见”。")
        )
        return
    fields = [column.field for column in columns]
    title = f"{records.model.__label__}列表"
    labels = "、".join(field.label for field in fields if field.personal)
    what = f"{title} {many} 行：{labels}"
    go = partial(_draw, jobs, records, fields, title, parent, reason)
    note_first(jobs, "打印", what, reason, go)


def told(records: RecordsModel) -> str:
    """Return in words what the list is narrowed to, its order, and how many rows it has."""
    view = records.view
    model: type[Base] = records.model
    fields = {field.key: field for field in fields_of(model)}
    parts = [f"查找：{view.words.strip()}"] if view.words.strip() else []
    narrowed = "、".join(in_words(fields[one.key], one) for one in view.filters)
    parts += [f"筛选：{narrowed}"] if narrowed else []
    if view.order:
        way = "从大到小" if view.descending else "从小到大"
        parts.append(f"排序：{fields[view.order].label}{way}")
    else:
        parts.append("排序：最近登记的在前")
    return f"{'；'.join(parts)}　　共 {records.rowCount():,} 条"


def _draw(
    jobs: Jobs,
    records: RecordsModel,
    fields: Sequence[Field],
    title: str,
    parent: QWidget | None,
    reason: str,
) -> None:
    watch, workspace = jobs.watch("正在排版"), jobs.workspace
    columns = [of_field(field, masked=not reason) for field in fields]
    lines = [told(records), *([f"用途：{reason}"] if reason else [])]

    def job() -> bytes:
        heading = replace(jobs.heading_of(workspace), purpose=reason)
        rows = each_row(records, workspace, watch)
        return table_pdf(Table(title, columns, signed=False), rows, heading, lines, watch)

    def show(pdf: bytes) -> None:
        PrintDialog(jobs, title, pdf, parent).open()

    jobs.do(job, show, watch=watch)
