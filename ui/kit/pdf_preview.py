"""A paper on the screen exactly as it is printed, and the ways out: a file or the printer."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qyclient.paper.atomic import write_bytes
from qyclient.paper.pdf.raster import page_count
from ui.kit.icons import icon
from ui.kit.jobs import Jobs
from ui.kit.pdf_pages import pictures
from ui.kit.pdf_printing import ask_printer
from ui.kit.scrolled import show_in

_SHARP_DPI, _LONG_DPI = 192, 96
"""How pages are drawn at once: sharp up to 200 %; a long paper in less memory."""
_LONG = 12
_LIFE_SIZE = 96
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0)

Settle = Callable[[Callable[[bytes], None]], None]
"""Makes what is shown final, and hands the bytes on."""


class PdfPreview(QWidget):
    """Shows a PDF; `settle` may keep it in the register before it leaves the program."""

    shown = Signal()
    emptied = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.pdf = b""
        self.name = "文件.pdf"
        self.settle: Settle = lambda hand: hand(self.pdf)
        self.images: list[QImage] = []
        self._dpi = _SHARP_DPI
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
        self.print_button.clicked.connect(
            lambda _checked: self.settle(partial(ask_printer, self, jobs))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot())
        self.clear("")

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF; its pages are drawn in a worker."""
        self.pdf = pdf
        self._jobs.do(partial(_seen, pdf), partial(self._take, pdf))

    def clear(self, sentence: str) -> None:
        """Show nothing but a sentence."""
        self.pdf, self.images = b"", []
        label = QLabel(sentence)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        self._scroll.setWidget(label)
        self._allow(False)
        self.emptied.emit()

    def save_to(self, path: Path) -> None:
        """Keep it and write it to a file."""
        self.settle(lambda pdf: self._jobs.do(partial(_written, path, pdf), self._jobs.said.emit))

    def add_button(self, button: QPushButton) -> None:
        """Put another way out beside those there are; it is there when a paper is."""
        button.setEnabled(bool(self.images))
        self._ways.insertWidget(self._ways.indexOf(self.save_button), button)
        self.shown.connect(lambda: button.setEnabled(True))
        self.emptied.connect(lambda: button.setEnabled(False))

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
        row = self._ways = QHBoxLayout()
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

    def _take(self, pdf: bytes, seen: tuple[int, list[QImage]]) -> None:
        if pdf is self.pdf:
            self._dpi, self.images = seen
            self._draw()
            self._allow(True)
            self.shown.emit()

    @property
    def scale(self) -> float:
        """Return how large pages are seen, 1 being life size."""
        if self._zoom is not None:
            return self._zoom
        first, space = self.images[0], self._scroll.viewport().size()
        width, height = first.width() / self._dpi, first.height() / self._dpi
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
            width = round(image.width() / self._dpi * _LIFE_SIZE * scale * dense)
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


def _seen(pdf: bytes) -> tuple[int, list[QImage]]:
    dpi = _LONG_DPI if page_count(pdf) > _LONG else _SHARP_DPI
    return dpi, pictures(pdf, dpi)


def _written(path: Path, pdf: bytes) -> str:
    write_bytes(path, pdf)
    return f"已保存 {path}"
