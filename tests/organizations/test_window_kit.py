"""窗口资料: what is handed out at the counter, and what comes back filled in."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from openpyxl import Workbook

from qyclient.errors import Refused
from qyclient.organizations.models import Organization
from qyclient.organizations.reports import document_word
from qyclient.organizations.rules.blank_forms import blank_form, read_off
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.window_kit import checklist_for
from qyclient.paper.official.text import words
from qyclient.paper.pdf.raster import page_text
from qyclient.paper.reading.forms import form_rows
from qyclient.progress import Silent
from qyclient.records.base import field_of
from tests.organizations.test_documents import desk  # noqa: F401 - the fixture

FIELDS = [field_of(Organization, key) for key in ("name", "org_type", "residence", "purpose")]
SAID = ["清新区晨光阅读促进会", "社会团体", "太和镇府前路1号", "推广阅读\n建设书屋"]


@pytest.mark.parametrize("key", [key for key, kind in kinds().items() if kind.documents])
def test_every_matter_has_a_list_of_what_to_bring(desk, key):  # noqa: F811 - as above
    kind = kinds()[key]
    for sort in {letter for document in kind.documents for letter in document.types}:
        said = "".join("".join(page_text(desk.try_out(checklist_for, key, sort).pdf)).split())
        wanted = kind.documents_for(None, kind.items)
        assert all("".join(d.label.split()) in said for d in wanted if sort in d.types)


def filled(path):
    """Fill the blank form in as an applicant does in WPS."""
    document = Document(BytesIO(document_word(blank_form("成立登记", FIELDS, "某局"))))
    for row, text in zip(document.tables[0].rows[1:], SAID, strict=True):
        row.cells[1].text = text
    document.save(str(path))
    return path


def test_what_was_filled_in_at_home_is_read_off_by_field(tmp_path):
    assert "名称 *" in words(blank_form("成立登记", FIELDS, "某局"))
    found = read_off(form_rows(filled(tmp_path / "a.docx"), Silent()), FIELDS)
    assert [*found.values()] == SAID
    assert [*found] == ["name", "org_type", "residence", "purpose"]


def test_a_form_in_excel_is_read_too_whatever_else_stands_in_it(tmp_path):
    book = Workbook()
    book.active.append(["社会组织登记申请表"])
    book.active.append([None, "单位名称：", SAID[0], "种类", SAID[1]])
    book.active.append(["住 所", SAID[2], "备注", "无"])
    book.save(tmp_path / "a.xlsx")
    found = read_off(form_rows(tmp_path / "a.xlsx", Silent()), FIELDS)
    assert found == {"name": SAID[0], "org_type": SAID[1], "residence": SAID[2]}


def test_an_empty_form_says_nothing(tmp_path):
    (tmp_path / "a.docx").write_bytes(document_word(blank_form("成立登记", FIELDS, "某局")))
    assert read_off(form_rows(tmp_path / "a.docx", Silent()), FIELDS) == {}


def test_what_is_no_word_file_is_refused(tmp_path):
    (tmp_path / "no.docx").write_bytes(b"no")
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (60 * 2**20))
    entity = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    for name, part in (("entity.docx", entity), ("torn.docx", b"<a>")):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("word/document.xml", part)
    for name, why in {
        "no.docx": "已损坏",
        "bomb.docx": "大得异常",
        "entity.docx": "内容异常",
        "torn.docx": "已损坏",
        "nothing.docx": "打不开",
    }.items():
        with pytest.raises(Refused, match=why):
            form_rows(tmp_path / name, Silent())
