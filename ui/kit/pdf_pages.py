"""PDF pages as pictures for the screen and for the printer: the same picture, so nothing moves."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from qyclient.errors import Refused
from qyclient.paper.pdf.raster import pages

if TYPE_CHECKING:
    from PIL.Image import Image

PRINTED_DPI = 600
_MM_PER_INCH = 25.4


def drawn(pdf: bytes, dpi: float, *, grey: bool = False) -> Iterator[QImage]:
    """Yield every page as a picture, one in memory at a time; runs in a worker."""
    for page in pages(pdf, dpi, grey=grey):
        yield _picture(page)


def pictures(pdf: bytes, dpi: float, *, grey: bool = False) -> list[QImage]:
    """Return every page as a picture; runs in a worker."""
    return [*drawn(pdf, dpi, grey=grey)]


def prepare_printer(printer: QPrinter, first: QImage, dpi: float) -> None:
    """Let the printer use the page's own size, from edge to edge, without scaling."""
    size = QSizeF(first.width(), first.height()) * (_MM_PER_INCH / dpi)
    across = size.width() > size.height()
    paper = size.transposed() if across else size
    turned = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    fuzzy = QPageSize.SizeMatchPolicy.FuzzyMatch
    page = QPageSize(paper, QPageSize.Unit.Millimeter, "", fuzzy)
    printer.setPageLayout(QPageLayout(page, turned, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)


def paint(printer: QPrinter, images: Iterable[QImage]) -> None:
    """Print the pictures at 100 %, a page each; raises Refused if the printer does not begin."""
    painter = QPainter()
    if not painter.begin(printer):
        raise Refused(f"打印机“{printer.printerName()}”没有响应，请检查连接后再打印。")
    try:
        for number, image in enumerate(images):
            if number:
                printer.newPage()
            paper = printer.paperRect(QPrinter.Unit.DevicePixel)
            painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), image)
    finally:
        painter.end()


def _picture(page: "Image") -> QImage:
    if page.mode == "L":
        shades = QImage.Format.Format_Grayscale8
        return QImage(page.tobytes(), page.width, page.height, page.width, shades).copy()
    colours = page.convert("RGB")
    form = QImage.Format.Format_RGB888
    return QImage(colours.tobytes(), page.width, page.height, 3 * page.width, form).copy()
