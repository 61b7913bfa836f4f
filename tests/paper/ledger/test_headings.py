"""Where the headings of a sheet are, and what is under them."""

import re

import pytest

from qyclient.paper.ledger.cells import address, cell_text
from qyclient.paper.ledger.headings import Names, find_layout
from qyclient.paper.ledger.rows import lines
from qyclient.paper.reading import Sheet

NAMES = Names(
    {
        "名称": "name",
        "单位名称": "name",
        "信用代码": "code",
        "统一社会信用代码": "code",
        "电话": "phone",
        "注册资金": "fund",
        "从业人数": "staff",
        "女": "women",
        "登记日期": "day",
        "备注": "note",
    },
    ((re.compile(r"年检(20\d\d)年?"), "review:{}"),),
)


def sheet(*rows, merged=()):
    wide = max(map(len, rows))
    return Sheet(
        "甲", tuple((*row, *[None] * (wide - len(row))) for row in rows), tuple(merged), True
    )


def keys(layout):
    return [column.key for column in layout.columns]


@pytest.mark.parametrize("above", range(0, 38, 6))
def test_headings_are_found_under_titles(above):
    found = find_layout(
        sheet(*[["清新区台账"]] * above, ["名称", "电话"], ["甲", "1"]), NAMES, ["name"]
    )
    assert (found.top, found.bottom, keys(found)) == (above, above, ["name", "phone"])


def test_a_sheet_without_what_is_needed_is_no_ledger():
    assert find_layout(sheet(["电话", "备注"], ["1", "2"]), NAMES, ["name", "code"]) is None
    assert find_layout(sheet(["甲"]), NAMES, ["name"]) is None


@pytest.mark.parametrize(
    ("heading", "key", "unit"),
    [
        ("注册资金（万元）", "fund", "万元"),
        ("注册资金\n(元)", "fund", "元"),
        ("* 单位名称：", "name", ""),
        (" 登 记 时 间 ", "day", ""),
        ("统一社会信用代马", "code", ""),
        ("年检2024年", "review:2024", ""),
        ("颜色", None, ""),
        ("", None, ""),
    ],
)
def test_a_heading_is_known_however_it_is_written(heading, key, unit):
    found = find_layout(sheet(["名称" if key != "name" else "序号", heading]), NAMES, ["name"])
    assert (found.columns[1].key, found.columns[1].unit) == (key, unit)


def test_a_heading_over_several_columns_stands_over_each():
    rows = (["名称", "从业人数", None, "电话"], [None, "合计", "女", None])
    for merged in ((), ((0, 1, 0, 2), (0, 0, 1, 0), (0, 3, 1, 3))):
        found = find_layout(sheet(*rows, ["甲", 1, 2, 3], merged=merged), NAMES, ["name"])
        assert (found.bottom, keys(found)) == (1, ["name", "staff", "women", "phone"])


def test_a_column_that_says_the_same_again_is_left_alone():
    found = find_layout(sheet(["名称", "单位名称", "电话"]), NAMES, ["name"])
    assert keys(found) == ["name", None, "phone"]


def said(*rows, heads=None):
    ledger = sheet(*(heads or [["序号", "名称", "电话"]]), *rows)
    return [(line.row, line.aside) for line in lines(ledger, find_layout(ledger, NAMES, ["name"]))]


def test_what_is_no_record_is_told_apart():
    assert said(
        ["1", "甲协会", "5811111"],
        ["（一）行业类"],
        [None, "二、联合类"],
        [None, None, None],
        ["本页小计", None, "3"],
        ["2", "合 计"],
        ["序号", "名称", "电话"],
        ["制表人：张三", None, "审核人：李四"],
        ["3", "小计协会", None],
        [None, "备注协会", None],
    ) == [
        (1, ""),
        (2, "分节行"),
        (3, "分节行"),
        (5, "合计行"),
        (6, "合计行"),
        (7, "重复的表头"),
        (8, "落款行"),
        (9, ""),
        (10, ""),
    ]


def test_headings_of_several_rows_are_told_apart_when_printed_again():
    title, heads = ["台账", None, None], (["序号", "名称", "联系"], [None, None, "电话"])
    found = said(["1", "甲", "1"], title, *heads, ["2", "乙", "2"], heads=(title, *heads))
    assert [aside for _row, aside in found] == ["", *["重复的表头"] * 3, ""]


@pytest.mark.parametrize(
    ("place", "name"), [((0, 0), "A1"), ((9, 25), "Z10"), ((0, 26), "AA1"), ((4, 16383), "XFD5")]
)
def test_a_cell_is_called_as_excel_calls_it(place, name):
    assert address(*place) == name


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (True, "是"),
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (123456789012, "123456789012"),
        ("=1", "=1"),
    ],
)
def test_a_cell_says_what_a_person_reads(cell, text):
    assert cell_text(cell) == text
