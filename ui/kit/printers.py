"""打印机: which there are, what their drivers say of a page, and what must be asked instead."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from qyclient.errors import Refused
from ui.kit.pdf_pages import PRINTED_DPI, drawn, paint, prepare_printer

_NEAR_MM = 1.0


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must be so before stock moves: known by the driver, or to be asked."""

    question: str
    known: bool | None
    trouble: str = ""


def printer_names() -> list[str]:
    """Return the printers this machine knows, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = list(QPrinterInfo.availablePrinterNames())
    return sorted(names, key=lambda name: name != usual)


def driver_of(name: str) -> str:
    """Return what the driver of a printer is called; empty if it cannot be read."""
    return QPrinterInfo.printerInfo(name).makeAndModel() if name else ""


def checks(name: str, width: float, height: float, *, by_hand: bool) -> list[Check]:
    """Return what is known of a printer for a page of this size, and what has to be asked.

    Scaling and what lies in the tray no driver tells; of a printer elsewhere nothing is known.
    """
    paper = "A3" if max(width, height) > 300 else "A4"  # noqa: PLR2004 - A4 is 297 mm
    asked = [
        Check(f"纸盒里放的是{paper}空白证，正面朝向正确，没有别的纸", None),
        Check("打印设置是实际大小（100%），没有选“适合页面”", None),
    ]
    info = QPrinterInfo.printerInfo(name)
    if by_hand or info.isNull():
        return [*asked, Check(f"打印机支持{paper}，单面，一份", None)]
    sizes = [page.size(QPageSize.Unit.Millimeter) for page in info.supportedPageSizes()]
    fits = any(_same(size, width, height) for size in sizes) if sizes else None
    simplex = QPrinter.DuplexMode.DuplexNone in info.supportedDuplexModes() or None
    return [
        Check(f"打印机支持{paper}", fits, f"打印机“{name}”的驱动说它不支持{paper}，请换一台打印机"),
        Check("打印机在线", _ready(info), f"打印机“{name}”报告出错，请检查后再打印"),
        Check("单面打印", simplex, ""),
        *asked,
    ]


def press_of(name: str, grey: bool = True) -> Callable[[bytes], None]:
    """Return what sends one page to a printer: its own size, one copy, one side, 100 %."""
    return partial(_press, name, grey)


def _press(name: str, grey: bool, pdf: bytes) -> None:
    if QPrinterInfo.printerInfo(name).isNull():  # Qt would take another, or write a file
        raise Refused(f"打印机“{name}”用不了，请检查连接；没有送出的纸不会算作已用。")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    printer.setResolution(PRINTED_DPI)
    printer.setCopyCount(1)
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    images = drawn(pdf, PRINTED_DPI, grey=grey)
    first = next(images)
    prepare_printer(printer, first, PRINTED_DPI)
    paint(printer, _again(first, images))


def _again(first: QImage, rest: Iterable[QImage]) -> Iterable[QImage]:
    yield first
    yield from rest


def _ready(info: QPrinterInfo) -> bool | None:
    return False if info.state() == QPrinter.PrinterState.Error else None


def _same(size: QSizeF, width: float, height: float) -> bool:
    ways = ((size.width(), size.height()), (size.height(), size.width()))
    return any(abs(w - width) < _NEAR_MM and abs(h - height) < _NEAR_MM for w, h in ways)
