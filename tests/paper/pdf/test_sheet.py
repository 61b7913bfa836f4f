"""Paper in millimetres, the same bytes every time, nothing in it but our fonts."""

import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from qyclient.errors import Refused
from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.sheet import Correction, Page, Sheet, Style, document
from tests.paper.pdf.ink import ink, picture

ROOT = Path(__file__).parents[3]


def frame(sheet: Sheet) -> None:
    sheet.frame(20, 30, 50, 10)


@pytest.mark.parametrize("size", [(420.0, 297.0), (297.0, 210.0)])
def test_the_sheet_has_exactly_the_size_of_the_paper(size: tuple[float, float]) -> None:
    pdf = pypdfium2.PdfDocument(document("纸", [Page(*size, frame)]))
    points = pdf[0].get_size()
    pdf.close()
    assert [point * 25.4 / 72 for point in points] == pytest.approx(size, abs=0.01)


def test_pages_of_one_document_may_differ_in_size() -> None:
    pdf = pypdfium2.PdfDocument(document("纸", [Page(420, 297, frame), Page(297, 210, frame)]))
    widths = [round(page.get_width()) for page in pdf]
    pdf.close()
    assert widths == [1191, 842]


@pytest.mark.parametrize("family", [*Family])
def test_a_full_height_character_reaches_up_to_where_it_was_put(family: Family) -> None:
    page = Page(100, 60, lambda sheet: sheet.text(20, 30, "中", Style(family, 22)))
    found = ink(picture(document("字", [page])))
    assert found
    assert found[1] == pytest.approx(30, abs=0.3)
    assert 20 < found[0] < 21.5


def test_a_correction_moves_and_scales_from_the_top_left_corner() -> None:
    correction = Correction(dx=1.5, dy=-2, scale_x=1.01, scale_y=0.99)

    def draw(sheet: Sheet) -> None:
        sheet.correct(correction)
        sheet.frame(100, 100, 50, 20, 0.1)

    found = ink(picture(document("纸", [Page(297, 210, draw)])))
    assert found == pytest.approx((*correction.at(100, 100), *correction.at(150, 120)), abs=0.15)


@pytest.mark.parametrize("wrong", [{"dx": 20.5}, {"dy": -21}, {"scale_x": 0.5}, {"scale_y": 1.2}])
def test_a_correction_no_printer_needs_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(Refused, match="打印机校正"):
        Correction(**wrong)


def test_a_document_without_pages_is_refused() -> None:
    with pytest.raises(Refused, match="没有可打印的内容"):
        document("纸", [])


def test_every_font_in_the_file_is_embedded_and_ours() -> None:
    page = Page(100, 60, lambda sheet: sheet.text(5, 5, "张𬭎𠀀 A1", Style(Family.KAI, 12)))
    pdf = document("字", [page])
    names = re.findall(rb"/BaseFont /(\S+)", pdf)
    assert {name.split(b"+")[1] for name in names} == {b"CertKai", b"HanaMinB"}
    assert len(re.findall(rb"/FontFile2 ", pdf)) == len(names)


def test_the_title_stands_in_the_file_for_readers_to_show() -> None:
    pdf = pypdfium2.PdfDocument(document("社会组织登记证书", [Page(100, 60, frame)]))
    assert pdf.get_metadata_value("Title") == "社会组织登记证书"
    pdf.close()


def test_another_run_of_the_program_makes_the_same_bytes() -> None:
    program = (
        "import sys, hashlib\n"
        "from qyclient.paper.pdf.fonts import Family\n"
        "from qyclient.paper.pdf.sheet import Page, Style, document\n"
        "page = Page(90, 60, lambda sheet: sheet.text(5, 5, '张𬭎', Style(Family.KAI, 12)))\n"
        "print(hashlib.sha256(document('字', [page, page])).hexdigest())\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
