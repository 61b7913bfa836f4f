"""A template an office changed is read, or refused with the place of what is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from qyclient.errors import Refused
from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.overprint import Align
from qyclient.paper.pdf.overprint_file import load

BOX = {
    "field": "name",
    "label": "名称",
    "x": 10,
    "y": 10.5,
    "w": 50,
    "h": 9,
    "sizes": [18, 12],
    "line_mm": 6.7,
}
TEMPLATE: dict[str, Any] = {
    "id": "T",
    "name": "试",
    "stock": {"copy": "ORIGINAL"},
    "evidence": "量得",
    "paper": {"w": 100, "h": 60},
    "boxes": [BOX],
}


def read(folder: Path, raw: object) -> Any:
    path = folder / "模板.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return load(path)


def test_a_template_is_read(tmp_path: Path) -> None:
    box = read(tmp_path, TEMPLATE).boxes[0]
    assert (box.x, box.y, box.font, box.align) == (10, 10.5, Family.SONG, Align.LEFT)
    assert read(tmp_path, TEMPLATE).labels_by_field == {"name": "名称"}


def box_with(**changes: object) -> dict[str, Any]:
    return {**TEMPLATE, "boxes": [{**BOX, **changes}]}


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ([], "应为一组“名称: 值”"),
        ({**TEMPLATE, "paper": {"w": 100}}, "“paper”：缺少“h”"),
        ({**TEMPLATE, "colour": 1}, "不认识“colour”"),
        ({**TEMPLATE, "boxes": {}}, "“boxes”：应为列表"),
        (box_with(x="10"), "“boxes”：第 1 项“x”：应为数字"),
        (box_with(x=True), "“x”：应为数字"),
        (box_with(label=1), "“label”：应为文字"),
        (box_with(sizes=[12, 18]), "“sizes”：应为从大到小的字号"),
        (box_with(sizes=[]), "“sizes”：应为从大到小的字号"),
        (box_with(font="宋体"), "“font”：应为 SONG、SONG_BOLD、HEI、HEI_BOLD、KAI 之一"),
        (box_with(align=[]), "“align”：应为 left、centre、right 之一"),
        (box_with(w=0), "方框“name”的位置和大小应为正数"),
        (box_with(x=60), "方框“name”超出纸张"),
        ({**TEMPLATE, "stock": {"copy": 1}}, "“stock”：应为文字"),
        ({**TEMPLATE, "boxes": [BOX, BOX]}, "方框“name”出现两次"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(
    tmp_path: Path, raw: object, sentence: str
) -> None:
    with pytest.raises(Refused) as refusal:
        read(tmp_path, raw)
    assert str(refusal.value).startswith("证书模板“模板.json”有误：")
    assert sentence in str(refusal.value)


@pytest.mark.parametrize("data", [b"{", b"\xff\xfe"])
def test_a_file_that_is_no_json_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.json").write_bytes(data)
    with pytest.raises(Refused, match="不是 JSON 格式"):
        load(tmp_path / "a.json")


def test_a_template_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="打不开"):
        load(tmp_path / "没有.json")
