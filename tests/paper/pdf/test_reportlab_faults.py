"""Each fault is still in reportlab, and gone from what we make.

Where the first half of a test fails, reportlab has mended it: then our mend goes.
"""

import importlib.util
from io import BytesIO
from types import ModuleType

import pytest
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

from qyclient.paper.pdf.fonts import Family, first_font
from qyclient.paper.pdf.raster import page_text
from qyclient.paper.pdf.sheet import Page, Style, document


def made(text: str) -> bytes:
    style = Style(Family.SONG, 14)
    return document("字", [Page(100, 50, lambda sheet: sheet.text(10, 10, text, style))])


@pytest.fixture
def untouched() -> ModuleType:
    """The module as reportlab ships it, beside the mended one."""
    spec = importlib.util.spec_from_file_location("untouched_ttfonts", ttfonts.__file__)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_characters_beyond_the_first_plane_cannot_be_copied_without_the_mend(
    monkeypatch: pytest.MonkeyPatch, untouched: ModuleType
) -> None:
    assert page_text(made("张𬭎")) == ["张𬭎"]
    monkeypatch.setattr(ttfonts, "makeToUnicodeCMap", untouched.makeToUnicodeCMap)
    assert page_text(made("张𬭎")) != ["张𬭎"]


def test_reportlab_puts_a_font_into_the_file_that_is_not_embedded() -> None:
    out = BytesIO()
    bare = Canvas(out)
    bare.showPage()
    bare.save()
    assert b"Helvetica" in out.getvalue()
    assert b"Helvetica" not in made("张")


def test_reportlab_writes_streams_as_text_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert b"ASCII85Decode" not in made("张")
    monkeypatch.setattr(rl_config, "useA85", 1)
    assert b"ASCII85Decode" in made("张")


def test_reportlab_cuts_all_outlines_out_of_the_font_for_each_document(
    untouched: ModuleType,
) -> None:
    made("张")
    face = pdfmetrics.getFont(first_font(Family.SONG)).face
    assert face.get_table("glyf") is face.get_table("glyf")
    bare = untouched.TTFontFile.get_table
    assert bare(face, "glyf") is not bare(face, "glyf")
