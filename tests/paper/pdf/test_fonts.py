"""Every character of GB 18030-2022 prints and can be copied; any other is refused by name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qyclient.assets import asset
from qyclient.errors import Refused
from qyclient.paper.pdf.characters import refuse_missing
from qyclient.paper.pdf.fonts import Family, advance, missing, runs
from qyclient.paper.pdf.raster import page_text
from qyclient.paper.pdf.sheet import Page, Sheet, Style, document

COMPATIBLE = "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩"
LEVEL_3 = st.one_of(
    st.integers(0x4E00, 0x9FEF),
    st.integers(0x3400, 0x4DB5),
    st.sampled_from([ord(character) for character in COMPATIBLE]),
    st.integers(0x20000, 0x2A6D6),
    st.integers(0x2A700, 0x2B734),
    st.integers(0x2B740, 0x2B81D),
    st.integers(0x2B820, 0x2CEA1),
    st.integers(0x2CEB0, 0x2EBE0),
).map(chr)
RARE = "𬱖䶮𫖯𣲗𬭎𪨶买买提·吐尔逊㙍𠅤〇"


def printed(*lines: str, family: Family = Family.SONG) -> str:
    def draw(sheet: Sheet) -> None:
        for number, line in enumerate(lines):
            sheet.text(10, 10 + 8 * number, line, Style(family, 14))

    (text,) = page_text(document("字", [Page(297, 210, draw)]))
    return text


@pytest.mark.parametrize("family", [*Family])
def test_rare_names_can_be_copied_from_every_family(family: Family) -> None:
    assert printed(RARE, family=family) == RARE


@settings(deadline=None, database=None, max_examples=30)
@given(st.lists(LEVEL_3, min_size=1, max_size=40).map("".join))
def test_any_characters_of_level_3_print_and_can_be_copied(text: str) -> None:
    assert missing(text) == []
    assert printed(text) == text


def test_all_87887_characters_of_level_3_are_in_the_song_family() -> None:
    common = set(asset("fonts/tongyong-8105.txt").read_text(encoding="utf-8").strip())
    blocks = (
        *((0x3400, 0x4DB5), (0x4E00, 0x9FEF), (0x20000, 0x2A6D6), (0x2A700, 0x2B734)),
        *((0x2B740, 0x2B81D), (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0)),
    )
    level_3 = {chr(code) for first, last in blocks for code in range(first, last + 1)}
    level_3 |= common | set(COMPATIBLE)
    assert len(level_3) == 87_887
    assert missing("".join(sorted(level_3))) == []


@pytest.mark.parametrize("family", [*Family])
def test_the_common_characters_and_the_signs_of_the_office_are_in_every_family(
    family: Family,
) -> None:
    common = asset("fonts/tongyong-8105.txt").read_text(encoding="utf-8").strip()
    assert (
        missing(common + "（）《》“”‘’、，。；：！？…—·％℃№①〔〕ABCxyz0123456789āǎ", family) == []
    )


def test_a_line_of_mixed_characters_takes_the_second_font_only_where_it_must() -> None:
    assert [*runs("张𠀀三", Family.KAI)] == [
        ("CertKai8105", "张"),
        ("HanaMinB", "𠀀"),
        ("CertKai8105", "三"),
    ]
    assert advance("𠀀", Family.KAI) == advance("张", Family.KAI) == 1


@pytest.mark.parametrize(
    ("character", "sentence"),
    [
        ("\ue000", "U+E000（私用区自造字，"),
        ("\U00031350", "“\U00031350”（U+31350，超出 GB 18030-2022 字符集）"),
        ("\u200b", "U+200B（不可见的控制字符），请删除"),
        ("\ufe00", "U+FE00（不可见的控制字符），请删除"),
    ],
)
def test_a_character_no_font_has_is_refused_with_its_code_point(
    character: str, sentence: str
) -> None:
    with pytest.raises(Refused) as refusal:
        refuse_missing(f"张{character}三", Family.SONG, "名称")
    assert str(refusal.value).startswith("“名称”中有无法印出的字符：")
    assert sentence in str(refusal.value)


def test_drawing_a_character_no_font_has_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match=r"U\+E000"):
        runs("\ue000", Family.SONG)
