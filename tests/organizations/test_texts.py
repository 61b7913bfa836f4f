"""文书样式: the office's own words, from the next paper on."""

import pytest

from qyclient.errors import Invalid, Refused
from qyclient.organizations.rules.papers import papers
from qyclient.organizations.services.documents import kept, make
from qyclient.organizations.services.texts import (
    back_to_original,
    own_texts,
    proof,
    set_text,
    text_of,
)
from qyclient.paper.pdf.raster import page_text
from qyclient.records.characters import tidy
from tests.organizations.test_documents import TODAY, accepted, desk  # noqa: F401 - the fixture

KEY = "acceptance"
OWN = (
    "# 受理通知书\n= {number}\n> {addressee}：\n"
    "我局已受理{matter}。联系人：{contact?}\n@ {office}\n@ {date}"
)


def test_a_changed_text_is_used_from_the_next_paper_on(desk):  # noqa: F811 - as above
    first = desk.write(make, accepted(desk).id, KEY, {}, TODAY).value
    desk.write(set_text, KEY, OWN)
    second = desk.write(make, accepted(desk, "清新区晨星阅读促进会").id, KEY, {}, TODAY).value
    assert "我局已受理成立登记。" in "".join(page_text(second.pdf))
    assert desk.read(kept, first.document.id).words == first.words
    assert desk.read(own_texts) == {KEY: OWN}


def test_it_goes_back_to_the_words_it_came_with(desk):  # noqa: F811 - as above
    paper = papers()[KEY]
    desk.write(set_text, KEY, OWN)
    desk.write(back_to_original, KEY)
    assert desk.read(text_of, paper) == paper.text
    desk.write(set_text, KEY, paper.text)
    assert desk.read(own_texts) == {}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("# 标题\n= {number}\n{没有的}", "没有“{没有的}”这个代号"),
        ("# 标题\n= {number}\n{office", "没有成对"),
        ("# 标题\n{office}", "应当有 {number}"),
        ("受理通知书\n= {number}", "第一行应当是标题"),
    ],
)
def test_a_text_that_cannot_be_a_paper_is_refused(desk, text, why):  # noqa: F811 - as above
    for verb in (set_text, proof):
        with pytest.raises(Invalid) as no:
            desk.try_out(verb, KEY, text)
        assert why in str(no.value)


def test_a_character_that_no_font_has_is_refused(desk):  # noqa: F811 - as above
    with pytest.raises(Refused, match="无法印出的字符"):
        desk.write(set_text, KEY, f"{OWN}\n\ue000")


def test_what_ships_is_kept_as_it_is_written():
    for paper in papers().values():
        assert tidy(paper.text) == paper.text.strip()
