"""Names are found as they are typed without Chinese."""

import pytest

from qyclient.store.spelling import spellings


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("清新县暖心大学生社会服务队", "qxnx"),
        ("清新县暖心大学生社会服务队", "qxxnx"),
        ("清新区暖心公益协会", "qxnxgyxh"),
        ("清远市清新区暖心公益协会", "qxnx"),
        ("清远市清新区暖心公益协会", "qyqxnx"),
        ("清远市清新区暖心公益协会", "qysqxnx"),
        ("清远市清新区暖心公益协会", "qyqxqnx"),
        ("佛冈县长乐龙舟协会", "fgcllz"),
        ("英德市重阳敬老会", "ydcyjl"),
        ("清城区乐器行业商会", "qcyqhysh"),
        ("连山壮族瑶族自治县商会", "lssh"),
        ("连南瑶族自治县摄影协会", "lnsy"),
        ("广东省清远市阳山县茶叶协会", "gdqyyscy"),
    ],
)
def test_the_suffix_of_a_place_may_be_left_out_of_initials(name, typed):
    assert any(typed in way for way in spellings(name))


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("太和社区志愿队", ("taiheshequzhiyuandui", "thsqzyd")),
        ("张三", ("zhangsan", "zs")),
        ("单立人", ("danliren", "shanliren", "dlr", "slr")),
        ("市区商会", ("shiqushanghui", "sqsh")),
        ("", ("",)),
    ],
)
def test_what_begins_with_no_place_has_no_other_initials(name, ways):
    assert spellings(name) == ways


def test_a_reading_does_not_reach_over_the_end_of_a_place():
    full, *_ = spellings("佛冈县长乐龙舟协会")
    assert "xianchangle" in full


def test_the_index_grows_by_one_short_piece():
    assert len(spellings("清新县暖心大学生社会服务队")) == 3
