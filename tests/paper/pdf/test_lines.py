"""Lines end where Chinese lines may end, and what does not fit is refused, never cut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qyclient.errors import Refused
from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.lines import Room, broken, fit, width

SONG = Family.SONG
PIECES = st.sampled_from(
    [*"开展志愿服务活动一𬭎𠀀", "，", "。", "（含线上）", "2026", "“双百”", "App", "10%", "、"]
)
PROSE = st.lists(PIECES, min_size=1, max_size=60).map("".join)


@settings(deadline=None, database=None)
@given(PROSE, st.floats(0.5, 30))
def test_lines_hold_all_of_the_text_and_are_never_too_long(text: str, most: float) -> None:
    lines = [*broken(text, most, SONG)]
    assert "".join(lines) == text
    assert all(width(line, SONG) <= most + 1e-5 or len(line) == 1 for line in lines)


SENTENCES = st.lists(
    st.tuples(
        st.text("开展志愿服务活动", min_size=1, max_size=9),
        st.sampled_from(["，", "。", "（含线上）；", "2026年", "“双百”、"]),
    ).map("".join),
    min_size=1,
    max_size=12,
).map("".join)


@settings(deadline=None, database=None)
@given(SENTENCES, st.integers(6, 25))
def test_no_line_begins_with_a_stop_or_ends_with_an_open_bracket(text: str, most: int) -> None:
    lines = [*broken(text, most, SONG)]
    assert not [line for line in lines if line[0] in "，。、；）”" or line[-1] in "（“"]
    assert sum(line.count("2026") for line in lines) == text.count("2026")


def test_a_word_longer_than_the_line_is_broken_inside() -> None:
    assert next(broken("见" + "A" * 30, 5, SONG)) == "见"
    assert "".join(broken("见" + "A" * 30, 5, SONG)) == "见" + "A" * 30


def test_line_breaks_that_were_typed_are_kept() -> None:
    assert [*broken("一\n二 三\n", 10, SONG)] == ["一", "二 三", ""]


def test_text_shrinks_step_by_step_before_it_is_refused() -> None:
    room = Room(width=63.5, height=8, sizes=(18, 12), pitch=1.1)
    assert fit("字" * 10, room, SONG, "名称") == fit("字" * 10, room, SONG, "名称")
    assert fit("字" * 10, room, SONG, "名称").size == 18
    assert fit("字" * 15, room, SONG, "名称").size == 12
    with pytest.raises(Refused) as refusal:
        fit("字" * 16, room, SONG, "名称", "请改短")
    assert str(refusal.value) == "“名称”超出方框，最多约 15 字，现 16 字；请改短。"


def test_letter_spacing_counts() -> None:
    assert width("字字字", SONG, 0.5) == 4
    room = Room(width=63.5, height=8, sizes=(18,), spacing=0.5)
    assert fit("字" * 7, room, SONG, "名称").lines == ("字" * 7,)
    with pytest.raises(Refused, match="最多约 7 字"):
        fit("字" * 8, room, SONG, "名称")


def test_a_box_lower_than_the_text_takes_none() -> None:
    with pytest.raises(Refused, match="最多约 0 字"):
        fit("字", Room(width=50, height=2, sizes=(18,)), SONG, "名称")
