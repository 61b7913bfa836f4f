"""A list on paper: every row, the head on each page, long texts whole."""

from datetime import date
from types import SimpleNamespace

import pytest

from qyclient.errors import Refused
from qyclient.paper.pdf.raster import page_text, pages
from qyclient.paper.pdf.table_pages import table_pdf
from qyclient.paper.report import Heading
from qyclient.paper.sheets.columns import Column
from qyclient.paper.sheets.table import Table
from qyclient.progress import Silent

DAY = date(2026, 3, 2)
OFFICE = Heading("清新区民政局", "张三", DAY, DAY)
COLUMNS = [
    Column(("名称",), str, width=30, text=lambda row: row.name),
    Column(("备注",), str, width=20, text=lambda row: row.remark),
]


def made(rows, heading=OFFICE, columns=COLUMNS):
    told = ["查找：清新　　共 3 条"]
    return table_pdf(Table("社会组织列表", columns, signed=False), rows, heading, told, Silent())


def said(pdf):
    return ["".join(page.split()) for page in page_text(pdf)]


def test_every_row_is_printed_once_under_the_head_of_each_page():
    rows = [SimpleNamespace(name=f"第{n}号协会", remark="") for n in range(1, 121)]
    seen = said(made(rows))
    assert len(seen) > 2
    for number, page in enumerate(seen, start=1):
        assert f"第{number}页，共{len(seen)}页" in page
        for word in ("社会组织列表", "清新区民政局", "制表：张三", "查找：清新", "名称", "备注"):
            assert word in page
    whole = "".join(seen)
    assert [whole.count(f"第{n}号协会") for n in range(1, 121)] == [1] * 120


def test_a_long_text_wraps_and_goes_on_over_pages():
    remark = "".join(chr(0x4E00 + n) for n in range(6000))
    seen = said(made([SimpleNamespace(name="甲", remark=remark)]))
    assert len(seen) > 1
    whole = "".join(seen)
    assert all(character in whole for character in remark)


def test_it_is_landscape_and_marked_if_it_is_a_sample():
    rows = [SimpleNamespace(name="甲", remark="")]
    [page] = pages(made(rows), 72)
    assert page.size == pytest.approx((842, 595), abs=1)
    assert "样例数据" not in said(made(rows))[0]
    sample = Heading("清新区民政局", "张三", DAY, DAY, is_sample=True)
    assert "样例数据" in said(made(rows, sample))[0]


def test_an_empty_list_still_says_what_was_looked_for():
    [page] = said(made([]))
    assert "查找：清新" in page
    assert "第1页，共1页" in page


def test_what_no_font_has_is_marked():
    assert "〓" in said(made([SimpleNamespace(name="甲\U0001f600", remark="")]))[0]


def test_more_columns_than_can_be_read_are_refused():
    with pytest.raises(Refused, match="少选几列"):
        made([], columns=COLUMNS * 20)
