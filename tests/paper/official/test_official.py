"""Papers as PDF and as .docx: the same words, nothing lost, nothing read as markup."""

import shutil
import subprocess
from datetime import date
from io import BytesIO

import pytest
import zxingcpp
from docx import Document

from qyclient.errors import Invalid
from qyclient.organizations.rules.papers import MARKS, papers
from qyclient.paper.official.page import official_page
from qyclient.paper.official.text import Sort, filled, marks_of, parts, words
from qyclient.paper.official.word import official_docx
from qyclient.paper.pdf.raster import page_count, page_text, pages
from qyclient.paper.report import Heading

DAY = date(2026, 3, 2)
HEADING = Heading("清远市清新区民政局", "张三", DAY, DAY)
every_paper = pytest.mark.parametrize("paper", papers().values(), ids=lambda paper: paper.key)


def _bare(text):
    return "".join(text.split())


def _of_docx(written):
    """Return the words of a .docx in the order of its body."""
    document = Document(BytesIO(written))
    found = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            found += [cell.text for row in block.rows for cell in row.cells]
        else:
            found.append(block.text)
    return _bare("".join(found))


@every_paper
def test_a_paper_says_the_same_in_pdf_and_in_word(paper):
    text = filled(paper.text, {**MARKS, "code": "2026-00001-S"}, MARKS)
    said = _bare(words(text))
    drawn = _bare("".join(page_text(official_page(text, HEADING))))
    assert all(_bare(one) in drawn for one in words(text).splitlines() if len(one) < 12)
    written = _of_docx(official_docx(text))
    assert written.replace("2026-00001-S", "") == said.replace("2026-00001-S", "")


def test_a_value_is_never_read_as_markup():
    text = "# 标题\n> {addressee}：\n- {missing}\n| 甲 | {content} |\n@ {office}"
    facts = {
        "addressee": "# 不是标题",
        "missing": "第一件\n- 第二件",
        "content": "a | b <br> c",
        "office": "{date}",
    }
    said = [*parts(filled(text, facts, MARKS))]
    assert [part.sort for part in said] == [
        Sort.TITLE, Sort.ADDRESSEE, Sort.ITEM, Sort.ITEM, Sort.ROW, Sort.SIGNATURE,
    ]  # fmt: skip
    assert [part.text for part in said if part.sort is Sort.ITEM] == ["1. 第一件", "2. – 第二件"]
    assert said[4].cells == ("甲", "a ｜ b  c")
    assert said[5].text == "{date}"


def test_a_mark_without_a_value_is_asked_for_by_its_name():
    assert marks_of("{a}{b?}{a?}") == {"a": True, "b": False}
    with pytest.raises(Invalid) as no:
        filled("{phone} {remark?}", {}, MARKS)
    assert no.value.problems == {"phone": "请填写联系电话"}


def test_a_long_list_goes_on_under_its_head_on_the_next_page():
    rows = "\n".join(f"{n}\t材料{n}\t1\t\t" for n in range(1, 61))
    text = filled(papers()["document_receipt"].text, {**MARKS, "papers": rows}, MARKS)
    pdf = official_page(text, HEADING)
    assert page_count(pdf) == 3
    assert all("材料名称" in page for page in page_text(pdf))


def test_the_code_on_a_form_can_be_read_off_the_page_and_off_word():
    text = filled(papers()["approval_form"].text, {**MARKS, "code": "2026-00001-S"}, MARKS)
    [page] = pages(official_page(text, HEADING), 100, grey=True)
    assert [code.text for code in zxingcpp.read_barcodes(page)] == ["2026-00001-S"]
    assert len(Document(BytesIO(official_docx(text))).inline_shapes) == 1


@pytest.mark.outside
def test_libreoffice_opens_what_was_written_for_wps(tmp_path):
    text = filled(papers()["approval_form"].text, {**MARKS, "code": "2026-00001-S"}, MARKS)
    (tmp_path / "a.docx").write_bytes(official_docx(text))
    office = shutil.which("soffice")
    subprocess.run(
        [
            office,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "a.docx"),
        ],
        capture_output=True,
        timeout=120,
        check=True,
    )
    said = _bare("".join(page_text(tmp_path / "a.pdf")))
    assert all(_bare(one) in said for one in words(text).splitlines() if len(one) < 12)
