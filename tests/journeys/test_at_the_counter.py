"""窗口：发一次性告知单和空白表，收回填好的表，读进来核对."""

from docx import Document

from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.paper.pdf.raster import page_text
from tests.journeys.test_papers import write_letterhead
from ui.matters.kit_dialog import KitDialog
from ui.matters.open_dialog import OpenDialog

SAID = {
    "名称": "清新区晨光阅读促进会",
    "种类": "社会团体",
    "住所": "清远市清新区太和镇府前路1号",
    "法定代表人": "李晓",
    "申请人": "李晓",
    "申请人电话": "13926500001",
    "个人会员数": "60",
}


def test_a_form_goes_out_blank_and_comes_back_filled_in(clerk, tmp_path):
    write_letterhead(clerk)
    tab = clerk.go("办件")
    tab.bar.made["kit"].trigger()
    kit = clerk.dialog(KitDialog)
    kit.kinds.setCurrentText("成立登记")
    clerk.until(lambda: bool(kit.preview.images) and clerk.window.jobs.idle)
    said = "".join("".join(page_text(kit.preview.pdf)).split())
    assert "社会团体成立登记" in said
    assert "章程草案" in said
    kit.save_form(tmp_path / "空白表.docx")
    clerk.until(lambda: (tmp_path / "空白表.docx").is_file() and clerk.window.jobs.idle)
    kit.close()

    form = Document(str(tmp_path / "空白表.docx"))
    for row in form.tables[0].rows:
        text = SAID.get(row.cells[0].text.rstrip(" *"))
        if text:
            row.cells[1].text = text
    form.save(str(tmp_path / "填好.docx"))

    tab.open_kind(kinds()["ESTABLISHMENT"])
    dialog = clerk.dialog(OpenDialog)
    dialog.take_form(tmp_path / "填好.docx")
    clerk.until(lambda: "请逐项核对" in dialog.filled.sentence.text())
    assert dialog.form.texts()["matter.applicant"] == "李晓"
    clerk.fill(dialog, fund_amount="叁万元")
    clerk.save(dialog)
    clerk.until(lambda: tab.current() is not None)
    assert tab.current().subject == SAID["名称"]
