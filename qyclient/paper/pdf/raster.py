"""PDF pages as pictures, for the window's preview and the printer, and as text."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from qyclient.errors import Refused

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

_POINTS_PER_INCH = 72
_in_use = RLock()
"""PDFium may be used by one thread at a time."""


def pages(pdf: bytes | Path, dpi: float, *, grey: bool = False) -> Iterator["Image"]:
    """Yield each page as a picture of `dpi` dots to the inch, one in memory at a time.

    Raises Refused if it is no PDF.
    """
    with _opened(pdf) as document:
        for number in range(len(document)):
            yield _picture(document, number, dpi, grey)


def page_count(pdf: bytes | Path) -> int:
    """Return how many pages it has; raises Refused if it is no PDF."""
    with _opened(pdf) as document:
        return len(document)


def joined(pdfs: Iterable[bytes]) -> bytes:
    """Return several PDFs as one, their pages in the order given (批量打印)."""
    with _in_use:
        whole = _pdfium().PdfDocument.new()
        for pdf in pdfs:
            part = _pdfium().PdfDocument(pdf)
            whole.import_pages(part)
            part.close()
        written = BytesIO()
        whole.save(written)
        whole.close()
    return written.getvalue()


def page_text(pdf: bytes | Path) -> list[str]:
    """Return the text of each page, as a reader copies it; raises Refused if it is no PDF."""
    with _opened(pdf) as document:
        return [_text(document, number) for number in range(len(document))]


@cache
def _pdfium() -> Any:
    """Load PDFium when the first page is drawn, not at start."""
    return import_module("pypdfium2")


@contextmanager
def _opened(pdf: bytes | Path) -> Iterator["PdfDocument"]:
    try:
        with _in_use:
            document = _pdfium().PdfDocument(pdf)
    except (_pdfium().PdfiumError, FileNotFoundError) as error:
        raise Refused("这个 PDF 文件打不开或已损坏，请重新生成。") from error
    try:
        yield document
    finally:
        with _in_use:
            document.close()


def _picture(document: "PdfDocument", number: int, dpi: float, grey: bool) -> "Image":
    with _in_use:
        page = document[number]
        bitmap = page.render(scale=dpi / _POINTS_PER_INCH, grayscale=grey)
        picture: Image = bitmap.to_pil().copy()  # its own pixels: the bitmap's go with the bitmap
        bitmap.close()
        page.close()
    return picture


def _text(document: "PdfDocument", number: int) -> str:
    with _in_use:
        page = document[number]
        reader = page.get_textpage()
        text: str = reader.get_text_bounded()
        reader.close()
        page.close()
    return text
