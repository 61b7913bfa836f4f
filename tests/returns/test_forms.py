"""Forms of the city: learned by their words, filled in as they are, and learned again next year."""

import shutil
import subprocess
import zipfile
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from qyclient.errors import Invalid, Refused
from qyclient.office.services.todo import todo
from qyclient.organizations.models import Organization
from qyclient.paper.forms.growing import shifted
from qyclient.progress import Silent
from qyclient.records.view import Filter, View
from qyclient.returns.models import OfficialForm
from qyclient.returns.rules.form_answers import Answer
from qyclient.returns.services import form_values, forms
from tests.returns.blank_forms import blank_form


@pytest.fixture
def desk(county):
    county.operator = "黄嘉怡"
    return county


@pytest.fixture
def blank(tmp_path):
    blank_form(tmp_path / "空表.xlsx")
    return tmp_path / "空表.xlsx"


def _read(desk, path, name=""):
    return desk.read(forms.compare, forms.read_form(path, Silent()), name)


def _settled(compared):
    return [forms.settle(one, one.answer) for one in compared.places]


def _filled(desk, blank, target, name="调查表"):
    compared = _read(desk, blank)
    kept = desk.write(forms.learn, name, compared.form, _settled(compared)).value
    desk.write(form_values.fill_kept, kept.id, Silent()).value.write(target)
    return kept


def _number(desk, **filters):
    wanted = tuple(Filter(key, among=values) for key, values in filters.items())
    return desk.count(Organization, View(filters=(Filter("status", among=("正常",)), *wanted)))


def test_each_place_is_known_by_the_words_around_it_and_proposed_by_them(desk, blank):
    compared = _read(desk, blank)
    found = {one.slot.address: one.answer for one in compared.places if "汇总" in one.slot.sheet}
    assert found["B5"].filters == {"status": ("正常",), "org_type": ["社会团体"]}
    assert (found["C5"].sort, found["C5"].filters["is_charity"]) == ("count", ["是"])
    assert found["D6"].filters["org_grade"] == ["3A"]
    assert (found["E6"].sort, found["E6"].summed) == ("sum", "staff")
    assert (found["B2"].sort, found["B2"].text) == ("fact", "office")
    assert found["E2"].text == "day"
    assert "B7" not in found, "a formula is left as it is"
    roster = next(one for one in compared.places if one.slot.sort == "list")
    assert roster.answer.columns == {
        "序号": "#", "单位名称": "name", "统一社会信用代码": "uscc", "法定代表人": "legal_rep",
        "联系电话": "phone",
    }  # fmt: skip
    assert (roster.slot.at[0], roster.slot.last) == (2, 4)


def test_the_values_are_what_the_register_says(desk, blank, tmp_path):
    _filled(desk, blank, tmp_path / "填好.xlsx")
    book = load_workbook(tmp_path / "填好.xlsx")
    sheet = book["2025年汇总"]
    assert sheet["B5"].value == _number(desk, org_type=("社会团体",))
    assert sheet["C6"].value == _number(desk, org_type=("民办非企业单位",), is_charity=("是",))
    assert sheet["B2"].value == "清远市清新区民政局"
    roster, standing = book["名册"], _number(desk)
    names = [roster.cell(row, 2).value for row in range(3, 3 + standing)]
    assert len(set(names)) == standing
    assert None not in names
    assert roster.cell(3, 3).data_type == "s"


def test_a_list_pushes_totals_and_footers_down_and_formulas_follow(desk, blank, tmp_path):
    _filled(desk, blank, tmp_path / "填好.xlsx")
    book = load_workbook(tmp_path / "填好.xlsx")
    roster, standing = book["名册"], _number(desk)
    total = 3 + standing
    assert roster.cell(total, 1).value == "合计"
    assert roster.cell(total, 2).value == f"=COUNTA(B3:B{total - 1})"
    assert (
        roster.cell(total + 1, 1).value == "制表人："
        or "制表人：" in roster.cell(total + 1, 1).value
    )
    assert book["说明"]["A2"].value == f"=名册!B{total}"
    assert f"A{total + 2}:E{total + 2}" in {str(one) for one in roster.merged_cells.ranges}
    assert f"E3:E{total - 1}" in {str(one.sqref) for one in roster.data_validations.dataValidation}
    assert roster.print_area.replace("$", "") == f"'名册'!A1:E{total + 2}"
    assert roster.cell(total - 1, 2).border.left.style == "thin"


def test_all_else_in_the_file_is_the_same_bytes(desk, blank, tmp_path):
    _filled(desk, blank, tmp_path / "填好.xlsx")
    with zipfile.ZipFile(blank) as old, zipfile.ZipFile(tmp_path / "填好.xlsx") as new:
        assert old.namelist() == new.namelist()
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
        sheets = {f"xl/worksheets/sheet{n}.xml" for n in (1, 2, 3)}
        assert changed == {"xl/workbook.xml", *sheets}
        assert b'fullCalcOnLoad="1"' in new.read("xl/workbook.xml")
    sheet = load_workbook(tmp_path / "填好.xlsx")["2025年汇总"]
    assert sheet.protection.sheet
    assert sheet["B5"].fill.fgColor.rgb == "00FFF2CC"
    assert [str(one.sqref) for one in sheet.data_validations.dataValidation] == ["B5:E6"]


def test_next_years_form_is_compared_and_only_the_differences_are_asked(desk, blank, tmp_path):
    _filled(desk, blank, tmp_path / "填好.xlsx")
    blank_form(tmp_path / "新表.xlsx", changed=True)
    compared = _read(desk, tmp_path / "新表.xlsx", "调查表")
    opened = {one.slot.column for one in compared.open}
    assert opened == {"其中 枢纽型社会组织", "志愿服务时数"}
    asked = [one for one in compared.open if one.slot.column == "志愿服务时数"]
    assert {one.answer.sort for one in asked} == {"typed"}
    places = [
        one if one.settled else forms.settle(
            one, Answer("typed", text="120") if one in asked else one.answer)
        for one in compared.places
    ]  # fmt: skip
    kept = desk.write(forms.learn, "调查表", compared.form, places).value
    desk.write(form_values.fill_kept, kept.id, Silent()).value.write(tmp_path / "新填.xlsx")
    sheet = load_workbook(tmp_path / "新填.xlsx")["2026年汇总"]
    assert sheet["G5"].value == 120
    assert sheet["D5"].value == _number(desk, org_type=("社会团体",), is_charity=("是",))
    assert len([one for one in desk.page(OfficialForm, View()) if one.name == "调查表"]) == 1
    again = _read(desk, tmp_path / "新表.xlsx", "调查表")
    assert not again.open, "what was typed is remembered"


def test_a_form_with_an_open_place_is_not_filled(desk, blank):
    compared = _read(desk, blank)
    kept = desk.write(forms.learn, "调查表", compared.form, compared.places).value
    with pytest.raises(Refused, match="没有定"):
        desk.write(form_values.fill_kept, kept.id, Silent())
    with pytest.raises(Invalid, match="名字"):
        desk.write(forms.learn, " ", compared.form, compared.places)


def test_the_day_of_a_notice_stands_in_the_list_of_what_is_to_be_done(desk, blank):
    compared = _read(desk, blank)
    desk.write(forms.learn, "调查表", compared.form, _settled(compared), "2026-03-10")
    told = [one.what for one in desk.read(todo).all if one.subject == "调查表"]
    assert told == ["按市局通知填报"]


@pytest.mark.parametrize("name", ["旧表.xls", "图.pdf"])
def test_what_is_no_form_is_refused_with_what_to_do(tmp_path, name):
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(Refused, match=r"另存为 \.xlsx|不是 Excel"):
        forms.read_form(tmp_path / name, Silent())


def test_a_form_that_names_what_lies_outside_is_refused(tmp_path, blank):
    bad = tmp_path / "外部.xlsx"
    with zipfile.ZipFile(blank) as old, zipfile.ZipFile(bad, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                doctype = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
                content = content.replace(b"<worksheet", doctype + b"<worksheet", 1)
            new.writestr(part, content)
    with pytest.raises(Refused, match="DOCTYPE"):
        forms.read_form(bad, Silent())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("=SUM(C3:C5)", "=SUM(C3:C9)"),
        ("=C6+$D$7", "=C10+$D$11"),
        ("=C4*2", "=C4*2"),
        ('=IF(C6="A6",B5,B6)', '=IF(C10="A6",B5,B10)'),
        ("=名册!B6+汇总!B6", "=名册!B10+汇总!B6"),
        ("=LOG10(B6)", "=LOG10(B10)"),
    ],
)
def test_formulas_follow_the_rows_that_were_put_in(before, after):
    assert shifted(before, 5, 4, home=True, sheet="名册") == after


@pytest.mark.outside
def test_libreoffice_works_out_the_same_totals(desk, blank, tmp_path):
    _filled(desk, blank, tmp_path / "填好.xlsx")
    office = shutil.which("soffice")
    assert office, "libreoffice-calc"
    subprocess.run(
        [office, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
         str(tmp_path / "lo"), str(tmp_path / "填好.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    book = load_workbook(tmp_path / "lo" / "填好.xlsx", data_only=True)
    standing = _number(desk)
    assert book["名册"].cell(3 + standing, 2).value == standing
    sheet = book["2025年汇总"]
    assert Decimal(sheet["B7"].value) == sheet["B5"].value + sheet["B6"].value
