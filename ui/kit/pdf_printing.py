"""A PDF to the printer the clerk chooses: page by page in a worker, with progress and cancel."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from qyclient.paper.pdf.raster import page_count
from ui.kit.jobs import Jobs
from ui.kit.pdf_pages import PRINTED_DPI, drawn, paint, prepare_printer
from ui.kit.watch import Watch


def ask_printer(owner: QWidget, jobs: Jobs, pdf: bytes) -> None:
    """Ask which printer, and print."""
    watch = jobs.watch("正在准备打印")
    jobs.do(partial(_first, pdf), partial(_ask, owner, jobs, pdf), watch=watch)


def printed(printer: QPrinter, pdf: bytes, watch: Watch) -> str:
    """Print every page, one in memory at a time; return what is said of it."""
    many = page_count(pdf)

    def counted() -> Iterator[QImage]:
        for number, image in enumerate(drawn(pdf, PRINTED_DPI, grey=True), start=1):
            watch.step(number, many, "页")
            yield image

    paint(printer, counted())
    return f"已发送到打印机，共 {many} 页。"


def _first(pdf: bytes) -> QImage:
    return next(drawn(pdf, PRINTED_DPI, grey=True))


def _ask(owner: QWidget, jobs: Jobs, pdf: bytes, first: QImage) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(PRINTED_DPI)
    prepare_printer(printer, first, PRINTED_DPI)
    dialog = QPrintDialog(printer, owner)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(partial(_send, jobs, printer, pdf, first))
    dialog.open()  # type: ignore[call-arg]  # QDialog.open; the stubs know only its own


def _send(jobs: Jobs, printer: QPrinter, pdf: bytes, first: QImage) -> None:
    prepare_printer(printer, first, PRINTED_DPI)  # the dialog may have changed it
    watch = jobs.watch("正在打印")
    jobs.do(partial(printed, printer, pdf, watch), jobs.said.emit, watch=watch)
