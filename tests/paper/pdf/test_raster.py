"""Pages as pictures and as text."""

from pathlib import Path

import pytest

from qyclient.errors import Refused
from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.raster import page_text, pages
from qyclient.paper.pdf.sheet import Page, Sheet, Style, document


def draw(sheet: Sheet) -> None:
    sheet.text(10, 10, "清新", Style(Family.SONG, 14))


PDF = document("字", [Page(254, 127, draw), Page(127, 254, draw)])


def test_pages_have_the_size_of_the_paper_in_dots() -> None:
    assert [page.size for page in pages(PDF, 100)] == [(1000, 500), (500, 1000)]


def test_pages_are_in_colour_unless_grey_is_asked_for() -> None:
    assert [page.mode for page in pages(PDF, 20)] == ["RGB", "RGB"]
    assert [page.mode for page in pages(PDF, 20, grey=True)] == ["L", "L"]


def test_a_file_is_read_as_its_bytes_are(tmp_path: Path) -> None:
    path = tmp_path / "证书.pdf"
    path.write_bytes(PDF)
    assert page_text(path) == page_text(PDF) == ["清新", "清新"]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 nothing", PDF[:200]])
def test_a_broken_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="打不开或已损坏"):
        page_text(data)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="打不开"):
        next(pages(tmp_path / "没有.pdf", 50))
