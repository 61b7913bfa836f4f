"""生僻字和间隔号：印得出、复制得出、查得到，屏幕、PDF、Excel 都一样；印不出的指明码位和办法."""

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from openpyxl import load_workbook

from qyclient.certificates.models import Issue
from qyclient.certificates.rules import PrintMode
from qyclient.certificates.services import page_of
from qyclient.certificates.services.office_fonts import take_font
from qyclient.errors import Invalid, Refused
from qyclient.office.services.characters import drop_font
from qyclient.organizations.models import Organization
from qyclient.organizations.services.characters import map_character
from qyclient.organizations.services.register import amend, the
from qyclient.paper.lent_fonts import take_back
from qyclient.paper.pdf.fonts import missing
from qyclient.paper.pdf.raster import page_text
from qyclient.papers import write_report
from qyclient.records.view import View
from tests.certificates.conftest import NAME
from tests.conftest import CORRECTED, open_at

NAMES = ["张𬱖", "李䶮", "王𫖯", "陈𣲗", "梁𬭎", "𪨶文", "买买提·艾力"]


def renamed(desk, name):
    body = desk.workspace.read(the, NAME)
    desk.workspace.write_because(CORRECTED, amend, body.id, body.version, {"legal_rep": name})


@pytest.mark.parametrize("name", NAMES)
def test_a_rare_name_prints_and_is_copied_and_found(name, desk, tmp_path):
    desk.fill()
    renamed(desk, name)
    issue = desk.open()
    [sheet, _] = desk.sheets(issue)
    for mode in PrintMode:
        [text] = page_text(desk.workspace.read(page_of, sheet.id, mode))
        assert name in text
    found = desk.workspace.page(Organization, View(words=name))
    assert NAME in {body.name for body in found}
    write_report(desk.workspace, "ledger-m", tmp_path / "台账.xlsx")
    sheet_ = load_workbook(tmp_path / "台账.xlsx").worksheets[0]
    assert any(name in map(str, row) for row in sheet_.values)


def test_a_private_character_of_an_old_system_is_named_with_what_to_do(desk):
    desk.fill()
    renamed(desk, "张\ue123")
    with pytest.raises(Invalid, match=r"U\+E123.*私用区.*生僻字….*登记它的正式编码"):
        desk.open()
    assert not [one for one in desk.workspace.page(Issue, View()) if one.organization.name == NAME]


def test_a_private_code_is_given_its_character_and_the_register_is_put_right(desk):
    desk.fill()
    renamed(desk, "张\ue831")  # GB 18030-2005 has 𡗗 there
    made = desk.workspace.write(map_character, {"code": "\ue831"}).value
    assert (made.made.code, made.made.character, made.mended) == ("U+E831", "𡗗", 1)
    body = desk.workspace.read(the, NAME)
    assert body.legal_rep == "张𡗗"
    assert NAME in {one.name for one in desk.workspace.page(Organization, View(words="张𡗗"))}
    renamed(desk, "张\ue831")  # taken in again, from an old ledger
    [sheet, _] = desk.sheets(desk.open())
    [text] = page_text(desk.workspace.read(page_of, sheet.id, PrintMode.OVERPRINT))
    assert "张𡗗" in text


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"code": "张"}, "code"),
        ({"code": "U+4E00", "character": "一"}, "code"),
        ({"code": "U+E123"}, "character"),
        ({"code": "U+E123", "character": "\ue124"}, "character"),
        ({"code": "U+E123", "character": "两字"}, "character"),
        ({"code": "U+E816", "character": "一"}, "code"),
    ],
)
def test_a_code_that_is_none_or_known_or_has_no_character_is_refused(texts, field, desk):
    with pytest.raises(Invalid) as no:
        desk.workspace.write(map_character, texts)
    assert field in no.value.problems


def made_font(path, character, *, cff=False):
    """A font with one character that no other has, as an office gets it from its province."""
    pen = T2CharStringPen(600, None) if cff else TTGlyphPen(None)
    for number, point in enumerate([(50, 0), (550, 0), (550, 800), (50, 800)]):
        (pen.lineTo if number else pen.moveTo)(point)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=not cff)
    builder.setupGlyphOrder([".notdef", "rare"])
    builder.setupCharacterMap({ord(character): "rare"})
    if cff:
        drawn = pen.getCharString()
        builder.setupCFF("Rare", {}, {".notdef": drawn, "rare": drawn}, {})
    else:
        drawn = pen.glyph()
        builder.setupGlyf({".notdef": drawn, "rare": drawn})
    builder.setupHorizontalMetrics({".notdef": (600, 50), "rare": (1000, 50)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "County Rare", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    builder.save(path)
    return path


def test_a_character_beyond_the_standard_prints_with_a_font_of_the_office(desk, tmp_path):
    rare = "\U00030edd"  # 𰻝 of Extension G, the noodle
    desk.fill()
    renamed(desk, f"张{rare}")
    with pytest.raises(Invalid, match=r"U\+30EDD.*添加有它的字体"):
        desk.open()
    made = desk.workspace.write(take_font, made_font(tmp_path / "省补字.ttf", rare)).value
    assert (made.name, made.holds) == ("省补字.ttf", 1)
    [sheet, _] = desk.sheets(desk.open())
    for mode in PrintMode:
        [text] = page_text(desk.workspace.read(page_of, sheet.id, mode))
        assert f"张{rare}" in text
    take_back(str(made.id))
    assert missing(rare) == [rare]
    folder = desk.workspace.folder
    desk.workspace.close()
    again = open_at(folder)  # the font is in the register, and so in each backup
    assert missing(rare) == []
    again.write(drop_font, made.id, "换了新的")
    assert missing(rare) == [rare]
    again.close()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: b"ttcf" + data[4:], "字体集"),
        (lambda _data: b"PK\x03\x04 not a font", "不是 TrueType"),
        (lambda data: data[: len(data) // 2], "打不开、已损坏"),
        (lambda data: data[:12] + bytes(40) + data[52:], "打不开、已损坏"),
    ],
)
def test_a_file_that_is_no_font_is_refused_in_words(spoil, said, desk, tmp_path):
    path = made_font(tmp_path / "字.ttf", "\U00030edd")
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(Refused, match=said):
        desk.workspace.write(take_font, path)


def test_outlines_that_cannot_be_embedded_are_refused(desk, tmp_path):
    with pytest.raises(Refused, match="CFF 轮廓"):
        desk.workspace.write(take_font, made_font(tmp_path / "字.otf", "\U00030edd", cff=True))
