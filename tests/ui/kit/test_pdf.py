"""Paper is seen as it will be printed, and printed as it was seen."""

import io
from functools import partial

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen.canvas import Canvas

from qyclient.paper.pdf.raster import pages
from ui.kit.pdf_pages import PRINTED_DPI, paint, pictures, prepare_printer
from ui.kit.pdf_preview import PdfPreview
from ui.kit.pdf_printing import printed

MM = 72 / 25.4
SIZES = [(210, 297), (297, 210), (420, 297)]


def paper(width, height, marks=((20, 30), (150, 180))):
    made = io.BytesIO()
    canvas = Canvas(made, (width * MM, height * MM))
    for x, y in marks:
        canvas.rect(x * MM, y * MM, 10 * MM, 10 * MM, fill=1)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def marks_of(pdf):
    [page] = [page.convert("L") for page in pages(pdf, 200)]
    box = ImageChops.invert(page).point(lambda ink: 255 if ink > 128 else 0).getbbox()
    return page.size, [edge / 200 * 25.4 for edge in box]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_what_is_printed_stands_where_the_pdf_has_it(tmp_path, width, height):
    pdf, out = paper(width, height), tmp_path / "out.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setResolution(PRINTED_DPI)
    images = pictures(pdf, PRINTED_DPI, grey=True)
    prepare_printer(printer, images[0], PRINTED_DPI)

    paint(printer, images)
    size, marks = marks_of(out.read_bytes())
    wanted_size, wanted = marks_of(pdf)
    assert size == pytest.approx(wanted_size, abs=3)
    assert marks == pytest.approx(wanted, abs=0.3), "millimetres"


@pytest.fixture
def preview(qtbot, jobs):
    shown = PdfPreview(jobs)
    qtbot.addWidget(shown)
    shown.resize(800, 600)
    shown.show()
    return shown


def test_nothing_can_be_printed_before_there_is_something_to_see(preview):
    assert not preview.print_button.isEnabled()
    assert not preview.save_button.isEnabled()


def test_a_page_is_seen_as_it_is(qtbot, preview):
    pdf = paper(210, 297)
    with qtbot.waitSignal(preview.shown):
        preview.show_pdf(pdf)
    assert preview.print_button.isEnabled()
    [image] = preview.images
    buffer = QBuffer()
    image.save(buffer, "PNG")
    seen = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("L")
    [page] = [page.convert("L") for page in pages(pdf, 192)]
    assert ImageChops.difference(seen, page).getbbox() is None


def test_it_is_seen_larger_and_whole_again(qtbot, preview):
    with qtbot.waitSignal(preview.shown):
        preview.show_pdf(paper(210, 297))
    whole = preview.scale
    preview.zoom(1)
    assert preview.scale > whole
    preview.zoom(0)
    assert preview.scale == whole


def test_what_is_saved_is_what_was_seen(qtbot, jobs, preview, tmp_path):
    pdf, path = paper(210, 297), tmp_path / "证书.pdf"
    with qtbot.waitSignal(preview.shown):
        preview.show_pdf(pdf)
    with qtbot.waitSignal(jobs.said):
        preview.save_to(path)
    assert path.read_bytes() == pdf


def test_a_file_that_is_no_pdf_is_refused(qtbot, jobs, preview):
    with qtbot.waitSignal(jobs.refused) as no:
        preview.show_pdf(b"no")
    assert "PDF" in str(no.args[0])


def test_every_page_goes_to_the_printer_from_a_worker(qtbot, jobs, tmp_path):
    out = tmp_path / "out.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setResolution(PRINTED_DPI)
    pdf = paper(210, 297)
    prepare_printer(printer, pictures(pdf, PRINTED_DPI, grey=True)[0], PRINTED_DPI)
    watch = jobs.watch("正在打印")
    with qtbot.waitSignal(jobs.said) as said:
        jobs.do(partial(printed, printer, pdf, watch), jobs.said.emit, watch=watch)
    assert said.args == ["已发送到打印机，共 1 页。"]
    assert len([*pages(out.read_bytes(), 20)]) == 1
