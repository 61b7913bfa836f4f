"""Values stand on the stock where they belong, all of them, and nothing else does."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics

from qyclient.assets import asset
from qyclient.certificates import reports
from qyclient.certificates.rules import Copy, Epoch, Issue, PrintMode, printed_values
from qyclient.errors import Cancelled, Invalid
from qyclient.organizations.rules.lists import OrgType, UnitKind
from qyclient.paper.pdf.boxes import arrange
from qyclient.paper.pdf.fonts import first_font
from qyclient.paper.pdf.overprint import Box, Template
from qyclient.paper.pdf.raster import page_text
from qyclient.paper.pdf.sheet import Correction
from tests.paper.pdf.ink import ink, picture

STOCKS = [f"{org}_{copy.value}_{epoch.value}" for org in "SMJ" for copy in Copy for epoch in Epoch]
DAY = date(2020, 8, 30)
FACTS: dict[str, object] = {
    "name": "清远市清新区和乐社会工作服务中心",
    "org_type": OrgType.PRIVATE_NON_ENTERPRISE,
    "unit_kind": UnitKind.LEGAL_PERSON,
    "uscc": "52441803MJM12345XT",
    "legacy_cert_no": "粤清新民证字第010012号",
    "legal_rep": "买买提·吐尔逊",
    "residence": "清远市清新区太和镇玄真路18号社会组织孵化基地三楼301室（𬱖𫖯𪨶）",
    "business_supervisor": "清远市清新区民政局䶮𣲗𬭎",
    "fund_amount": Decimal(30000),
    "activity_area": "清远市清新区",
    "business_scope": "承接政府购买服务；开展志愿者培训（含线上）、2026年度“双百工程”督导。",
    "foundation_type": "非公募基金会",
    "inspection_record": "二〇一九年度检查合格",
}
VALUES = printed_values(FACTS, Issue("清远市清新区民政局", DAY, DAY, date(2025, 8, 30)))
CORRECTION = Correction(dx=-2.5, dy=1.5, scale_x=1.003, scale_y=0.998)


@pytest.fixture(params=STOCKS)
def template(request: pytest.FixtureRequest) -> Template:
    return reports.shipped_template(request.param)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_template_we_ship_is_one_of_the_stocks() -> None:
    shipped = {path.stem for path in asset("certificates").glob("*.json")}
    assert shipped == set(STOCKS)
    assert {reports.shipped_template(stock).id for stock in STOCKS} == shipped


def test_a_template_shows_only_what_the_rules_give(template: Template) -> None:
    assert set(template.labels_by_field) <= set(VALUES)
    org, copy, epoch = template.id.split("_")
    assert template.stock == {"org_type": org, "copy": copy, "epoch": epoch}


def test_no_box_lies_on_another(template: Template) -> None:
    def apart(one: Box, other: Box) -> bool:
        beside = one.x + one.w <= other.x or other.x + other.w <= one.x
        return beside or one.y + one.h <= other.y or other.y + other.h <= one.y

    boxes = template.boxes
    assert [
        (one.field, other.field)
        for number, one in enumerate(boxes)
        for other in boxes[number + 1 :]
        if not apart(one, other)
    ] == []


@pytest.mark.parametrize("correction", [Correction(), CORRECTION], ids=["measured", "corrected"])
def test_ink_stands_where_the_template_says_to_three_tenths_of_a_millimetre(
    template: Template, correction: Correction, tmp_path: Path
) -> None:
    path = tmp_path / "套打.pdf"
    reports.overprint(path, template, dict.fromkeys(VALUES, "中"), correction)
    page = picture(path.read_bytes())
    for box in template.boxes:
        em = box.sizes[0] * 25.4 / 72
        x, y = correction.at(box.x + bearing(box) * em, box.y)
        found = ink(page, (x - 1, y - 1, x + em, y + em))
        assert found, box.field
        assert found[:2] == pytest.approx((x, y), abs=0.3), box.field


def bearing(box: Box) -> float:
    """Return how far the ink of 中 lies from where its pen starts, in ems."""
    face = pdfmetrics.getFont(first_font(box.font)).face
    return float(face.hmetrics[face.charToGlyph[ord("中")]][1]) / 1000


def test_stock_gets_every_value_and_no_label(template: Template) -> None:
    (text,) = page_text(reports.certificate_pdf(template, VALUES, PrintMode.OVERPRINT))
    lines = [squeezed(line.text) for line in arrange(template, VALUES)]
    assert squeezed("".join(VALUES[box.field] for box in template.boxes)) == "".join(lines)
    assert [line for line in lines if line not in squeezed(text)] == []
    assert sorted(squeezed(text)) == sorted("".join(lines))


def test_stock_without_values_stays_blank(template: Template) -> None:
    blank = dict.fromkeys(VALUES, "")
    assert ink(picture(reports.certificate_pdf(template, blank, PrintMode.OVERPRINT))) is None


def test_the_copy_for_the_file_says_what_it_is_and_holds_the_same(template: Template) -> None:
    (text,) = page_text(reports.certificate_pdf(template, VALUES, PrintMode.MARKED_COPY))
    words = squeezed(text)
    assert squeezed(reports.WATERMARK) in words
    assert reports.FOOTER in words
    for label in template.labels:
        assert label.text in words
    for line in arrange(template, VALUES):
        assert squeezed(line.text) in words


def test_labels_of_the_copy_do_not_touch_values(template: Template) -> None:
    for label in template.labels:
        right = label.x + max(label.w, label.style.width(label.text))
        for box in template.boxes:
            meets = label.y < box.y + box.sizes[0] * 0.35 and box.y < label.y + label.pt * 0.35
            assert not (meets and label.x < box.x + 2 < right), (label.text, box.field)


def test_a_long_scope_is_shrunk_into_its_box_or_refused_but_never_cut(template: Template) -> None:
    (box,) = [box for box in template.boxes if box.field == "business_scope"]
    blank = dict.fromkeys(VALUES, "")
    outcomes = set()
    for length in (60, 120, 180, 240, 300, 400):
        scope = ("开展社会工作服务，承接政府购买服务；" * 30)[:length]
        try:
            pdf = reports.certificate_pdf(
                template, {**blank, box.field: scope}, PrintMode.OVERPRINT
            )
        except Invalid as invalid:
            sentence = invalid.problems[box.field]
            assert f"现 {length} 字；请在登记资料中填写“打印用业务范围”" in sentence
            outcomes.add("refused")
            continue
        left, top, right, bottom = ink(picture(pdf)) or (0, 0, 0, 0)
        assert box.x <= left
        assert right <= box.x + box.w
        assert box.y - 0.3 <= top
        assert bottom <= box.y + box.h
        assert squeezed(page_text(pdf)[0]) == scope
        outcomes.add("fitted")
    assert outcomes == {"fitted", "refused"}


def test_all_that_cannot_be_printed_is_named_at_once() -> None:
    template = reports.shipped_template("S_ORIGINAL_2016")
    wrong = {**VALUES, "name": "张\ue000", "residence": "很长" * 300}
    with pytest.raises(Invalid) as invalid:
        reports.certificate_pdf(template, wrong, PrintMode.OVERPRINT)
    assert [*invalid.value.problems] == ["name", "residence"]


def test_a_value_the_stock_shows_and_nobody_gave_is_refused() -> None:
    template = reports.shipped_template("S_ORIGINAL_2016")
    with pytest.raises(Invalid, match="要印“名称”，但没有这一项"):
        reports.certificate_pdf(template, {}, PrintMode.OVERPRINT)


def test_a_correction_that_pushes_text_off_the_paper_is_refused(tmp_path: Path) -> None:
    template = reports.shipped_template("S_DUPLICATE_2016")
    with pytest.raises(Invalid, match="业务范围”会印到纸外"):
        reports.overprint(tmp_path / "a.pdf", template, VALUES, Correction(dx=15))
    assert [*tmp_path.iterdir()] == []


def test_the_same_values_give_the_same_bytes(template: Template) -> None:
    for mode in PrintMode:
        once = reports.certificate_pdf(template, VALUES, mode)
        assert once == reports.certificate_pdf(template, VALUES, mode)


def test_a_print_run_has_a_page_for_each_in_order(tmp_path: Path) -> None:
    jobs = [
        (reports.shipped_template(stock), {**VALUES, "name": f"第{number}个协会"})
        for number, stock in enumerate(STOCKS)
    ]
    path = tmp_path / "批量.pdf"
    reports.print_run(path, jobs, PrintMode.OVERPRINT)
    texts = page_text(path)
    assert len(texts) == len(STOCKS)
    assert all(f"第{number}个协会" in text for number, text in enumerate(texts))


class Impatient:
    def step(self, done: int, total: int, doing: str = "") -> None:
        if done == 2:
            raise Cancelled


def test_a_print_run_that_is_cancelled_leaves_nothing(tmp_path: Path) -> None:
    jobs = [(reports.shipped_template(STOCKS[0]), VALUES)] * 5
    with pytest.raises(Cancelled):
        reports.print_run(tmp_path / "a.pdf", jobs, PrintMode.OVERPRINT, progress=Impatient())
    assert [*tmp_path.iterdir()] == []


def test_the_marked_copy_and_the_calibration_page_are_written(tmp_path: Path) -> None:
    template = reports.shipped_template("M_DUPLICATE_LEGACY")
    reports.marked_copy(tmp_path / "a.pdf", template, VALUES)
    reports.calibration_sheet(tmp_path / "b.pdf", template)
    assert squeezed(reports.WATERMARK) in squeezed(page_text(tmp_path / "a.pdf")[0])
    assert all(box.label in page_text(tmp_path / "b.pdf")[0] for box in template.boxes)
