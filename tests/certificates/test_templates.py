"""版式：本机关自己的，一版一版留着；导出导入是一个文件，里面只许有版式和底图."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image

from qyclient.certificates.models import OfficeTemplate
from qyclient.certificates.reports import shipped_template
from qyclient.certificates.rules import Copy, PrintMode
from qyclient.certificates.services import (
    backdrop_of,
    current_template,
    drop_edition,
    page_of,
    prepare,
    save_template,
)
from qyclient.certificates.services.template_files import packed, take_in_template
from qyclient.errors import Refused
from qyclient.organizations.services.register import the
from qyclient.paper.pdf.overprint_file import read, written
from qyclient.records.view import View
from tests.certificates.conftest import NAME

STOCK = "M_ORIGINAL_2016"


def moved(by):
    template = shipped_template(STOCK)
    boxes = tuple(replace(box, x=box.x + by) for box in template.boxes)
    return written(replace(template, boxes=boxes))


def picture():
    out = BytesIO()
    Image.new("RGB", (42, 30), "white").save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("stock", ["S_ORIGINAL_2016", "M_DUPLICATE_LEGACY", "J_ORIGINAL_LEGACY"])
def test_a_template_is_written_as_it_is_read(stock):
    template = shipped_template(stock)
    assert read(written(template), "版式") == template


def test_each_save_is_an_edition_and_old_ones_print_what_they_printed(county):
    body = county.read(the, NAME)
    county.write(save_template, STOCK, moved(1), "右移", picture())
    first = county.write(prepare, body.id, Copy.ORIGINAL, county.today).value
    page = county.read(page_of, first.id, PrintMode.MARKED_COPY)
    county.write(save_template, STOCK, moved(2), "再右移")
    assert first.template == f"{STOCK}@1"
    assert county.read(current_template, STOCK).id == f"{STOCK}@2"
    assert county.read(backdrop_of, STOCK) == picture()
    assert county.read(page_of, first.id, PrintMode.MARKED_COPY) == page
    again = county.write(save_template, STOCK, moved(2), "没有改")
    assert again.value.edition == 2
    county.write(drop_edition, again.value.id, "印偏")
    assert county.read(current_template, STOCK).id == f"{STOCK}@1"


def test_it_goes_to_another_office_as_one_file(county, workspace):
    county.write(save_template, STOCK, moved(1.5), "", picture())
    data = county.read(packed, STOCK)
    made = workspace.write(take_in_template, data).value
    assert (made.stock, made.edition) == (STOCK, 1)
    assert workspace.read(backdrop_of, STOCK) == picture()
    mine, theirs = (w.read(current_template, STOCK).boxes for w in (county, workspace))
    assert mine == theirs


def _file(**parts):
    out = BytesIO()
    with ZipFile(out, "w") as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "."), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "不是证书版式文件"),
        (b"PK\x03\x04broken", "不是证书版式文件"),
        (_file(other__txt="x"), "别的内容"),
        (_file(template__json="{}", evil__exe="x"), "别的内容"),
        (_file(template__json="not json"), "不是 JSON"),
        (_file(template__json=b"\xff\xfe"), "不是文字"),
        (_file(template__json=" " * 1_000_001), "太大"),
        (_file(template__json=moved(0), backdrop__png="no picture"), "底图打不开"),
        (_file(template__json="[" * 100_000), "不是 JSON"),
    ],
)
def test_a_file_that_holds_anything_else_is_refused_and_leaves_nothing(data, said, workspace):
    with pytest.raises(Refused, match=said):
        workspace.write(take_in_template, data)
    assert workspace.count(OfficeTemplate, View()) == 0


def test_a_template_of_another_stock_is_refused(workspace):
    with pytest.raises(Refused, match="不能用于别的证书"):
        workspace.write(save_template, "S_ORIGINAL_2016", moved(0), "")
