"""A paper on the screen exactly as it is printed, and the ways out: a file or the printer."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.paper.atomic import write_bytes
from ui.kit.icons import icon
from ui.kit.jobs import Jobs
from ui.kit.pdf_pages import PRINTED_DPI, paint, pictures, prepare_printer
from ui.kit.scrolled import show_in

_SCREEN_DPI = 192
"""What pages are drawn at once: sharp up to 200 %."""
_LIFE_SIZE = 96
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0)

Settle = Callable[[Callable[[bytes], None]], None]
"""Makes what is shown final, and hands the bytes on."""


class PdfPreview(QWidget):
    """Shows a PDF; `settle` may keep it in the register before it leaves the program."""

    shown = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.pdf = b""
        self.name = "文件.pdf"
        self.settle: Settle = lambda hand: hand(self.pdf)
        self.images: list[QImage] = []
        self._zoom: float | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.viewport().installEventFilter(self)
        self._scroll.setAccessibleName("预览")
        self._said = QLabel()
        self.save_button = QPushButton(icon("save"), "另存…")
        self.print_button = QPushButton(icon("print"), "打印…")
        self.print_button.setProperty("role", "primary")
        self.print_button.setIcon(icon("print_light"))
        self.save_button.clicked.connect(lambda _checked: self._ask_where())
        self.print_button.clicked.connect(lambda _checked: self.settle(self._print))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot())
        self.clear("")

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF; its pages are drawn in a worker."""
        self.pdf = pdf
        self._jobs.do(partial(pictures, pdf, _SCREEN_DPI), partial(self._take, pdf))

    def clear(self, sentence: str) -> None:
        """Show nothing but a sentence."""
        self.pdf, self.images = b"", []
        label = QLabel(sentence)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        self._scroll.setWidget(label)
        self._allow(False)

    def save_to(self, path: Path) -> None:
        """Keep it and write it to a file."""
        self.settle(lambda pdf: self._jobs.do(partial(_written, path, pdf), self._jobs.said.emit))

    def zoom(self, step: int) -> None:
        """Show it larger or smaller; 0 fits the page into the window."""
        if not step:
            self._zoom = None
        else:
            now = self.scale
            others = [s for s in _STEPS if (s > now + 0.01 if step > 0 else s < now - 0.01)]
            if others:
                self._zoom = others[0] if step > 0 else others[-1]
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the page again when the window changes."""
        if event.type() == QEvent.Type.Resize and self._zoom is None and self.images:
            self._draw()
        return super().eventFilter(watched, event)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, step, name in (("－", -1, "缩小"), ("＋", 1, "放大"), ("整页", 0, "整页显示")):
            button = QPushButton(text)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._zoom_by, step))
            row.addWidget(button)
        row.addWidget(self._said)
        row.addStretch()
        for button in (self.save_button, self.print_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _zoom_by(self, step: int, _checked: bool = False) -> None:
        self.zoom(step)

    def _take(self, pdf: bytes, images: list[QImage]) -> None:
        if pdf is self.pdf:
            self.images = images
            self._draw()
            self._allow(True)
            self.shown.emit()

    @property
    def scale(self) -> float:
        """Return how large pages are seen, 1 being life size."""
        if self._zoom is not None:
            return self._zoom
        first, space = self.images[0], self._scroll.viewport().size()
        width, height = first.width() / _SCREEN_DPI, first.height() / _SCREEN_DPI
        fits = min((space.width() - 32) / width, (space.height() - 32) / height) / _LIFE_SIZE
        return max(0.1, fits)

    def _draw(self) -> None:
        if not self.images:
            return
        body = QWidget()
        body.setObjectName("paper")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 16, 16, 16)
        scale, dense = self.scale, self.devicePixelRatioF()
        for image in self.images:
            width = round(image.width() / _SCREEN_DPI * _LIFE_SIZE * scale * dense)
            smooth = Qt.TransformationMode.SmoothTransformation
            page = QPixmap.fromImage(image.scaledToWidth(width, smooth))
            page.setDevicePixelRatio(dense)
            label = QLabel()
            label.setPixmap(page)
            column.addWidget(label, alignment=Qt.AlignmentFlag.AlignCenter)
        show_in(self._scroll, body)
        self._said.setText(f"{scale:.0%}　共 {len(self.images)} 页")

    def _allow(self, ready: bool) -> None:
        self.save_button.setEnabled(ready)
        self.print_button.setEnabled(ready)

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, "另存为")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter("PDF 文件 (*.pdf)")
        dialog.selectFile(self.name)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.open()

    def _print(self, pdf: bytes) -> None:
        draw = partial(pictures, pdf, PRINTED_DPI, grey=True)
        self._jobs.do(draw, self._ask_printer, watch=self._jobs.watch("正在准备打印"))

    def _ask_printer(self, images: list[QImage]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(PRINTED_DPI)
        prepare_printer(printer, images[0], PRINTED_DPI)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._send, printer, images))
        dialog.open()  # type: ignore[call-arg]  # QDialog.open; the stubs know only its own

    def _send(self, printer: QPrinter, images: list[QImage]) -> None:
        prepare_printer(printer, images[0], PRINTED_DPI)  # the dialog may have changed it
        try:
            paint(printer, images)
        except Refused as no:
            self._jobs.refused.emit(no)
        else:
            self._jobs.said.emit(f"已发送到打印机，共 {len(images)} 页。")


def _written(path: Path, pdf: bytes) -> str:
    write_bytes(path, pdf)
    return f"已保存 {path}"
