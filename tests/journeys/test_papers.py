"""文书：看见的就是印出来的，编了号就存档."""

from docx import Document as Word
from PySide6.QtWidgets import QPushButton

from qyclient.office.services import office_of
from qyclient.organizations.models import Document
from qyclient.organizations.services.documents import make
from qyclient.paper.pdf.raster import page_count, page_text
from qyclient.records.view import View
from tests.journeys.test_handle_matters import NAME, NEW, collect, step, take_in
from ui.kit.print_found import PrintDialog
from ui.kit.text_dialog import TextDialog
from ui.matters.batch_dialog import BatchDialog
from ui.matters.delivery_dialog import DeliveryDialog
from ui.matters.document_dialog import DocumentDialog
from ui.matters.saving_words import save_word
from ui.matters.texts_dialog import TextsDialog
from ui.office.office_dialog import OfficeDialog
from ui.office.series_dialog import OneSeriesDialog, SeriesDialog
from ui.tabs import show_texts

LETTERHEAD = {"address": "府前路36号", "phone": "0763-5812300"}


def write_letterhead(clerk):
    clerk.window.desk.show_office(clerk.window)
    dialog = clerk.dialog(OfficeDialog)
    clerk.fill(dialog, **LETTERHEAD)
    clerk.save(dialog)


def papers_of(clerk, tab):
    clerk.press(tab, "F4")
    dialog = clerk.dialog(DocumentDialog)
    clerk.until(lambda: clerk.window.jobs.idle and dialog.list.count() > 0)
    return dialog


def shown(clerk, dialog):
    clerk.until(lambda: bool(dialog.preview.images) and clerk.window.jobs.idle)
    return "".join("".join(page_text(dialog.preview.pdf)).split())


def accepted(clerk, **texts):
    tab = take_in(clerk, "ESTABLISHMENT", **{**NEW, **texts})
    collect(clerk, tab)
    step(clerk, tab, "受理")
    clerk.until(lambda: tab.current() is not None and tab.current().state == "ACCEPTED")
    return tab


def save_as(clerk, preview, path):
    preview.save_to(path)
    clerk.until(lambda: path.is_file() and clerk.window.jobs.idle)
    return "".join("".join(page_text(path)).split())


def test_a_notice_asks_for_what_is_missing_and_is_numbered_when_it_leaves(clerk, tmp_path):
    tab = accepted(clerk)
    dialog = papers_of(clerk, tab)
    assert dialog.list.item(0).text() == "受理通知书　未发"
    clerk.until(lambda: dialog.form is not None and clerk.window.jobs.idle)
    assert {"需要补填", "已有内容（可以改）"} <= {*dialog.form.sections}
    clerk.fill(dialog, **LETTERHEAD)
    said = shown(clerk, dialog)
    assert "清新民许社受字〔2026〕1号" in said
    assert f"办理{NAME}成立登记" in said
    assert clerk.window.jobs.workspace.count(Document, View()) == 0
    assert "府前路36号" in save_as(clerk, dialog.preview, tmp_path / "a.pdf")
    clerk.until(lambda: "已发 清新民许社受字〔2026〕1号" in dialog.list.item(0).text())
    [kept] = clerk.window.jobs.workspace.page(Document, View())
    assert (kept.matter.number, kept.issued_by) == ("2026-00001", "张三")
    dialog.close()
    assert "清新民许社受字〔2026〕1号" in clerk.read_pane(tab)


def test_what_the_office_says_of_itself_stands_on_its_papers(clerk):
    write_letterhead(clerk)
    dialog = papers_of(clerk, accepted(clerk))
    said = shown(clerk, dialog)
    assert "联系电话：0763-5812300" in said
    assert "办公地址：府前路36号" in said
    dialog.close()


def test_a_form_is_printed_without_a_number_and_leaves_nothing_behind(clerk, tmp_path):
    dialog = papers_of(clerk, accepted(clerk))
    dialog.list.choose("approval_form")
    said = shown(clerk, dialog)
    assert "清远市清新区民政局审批表" in said
    assert "2026-00001" in said
    assert "审批表" in save_as(clerk, dialog.preview, tmp_path / "a.pdf")
    assert clerk.window.jobs.workspace.count(Document, View()) == 0
    dialog.close()


def test_papers_of_many_matters_are_printed_in_one_run(clerk, tmp_path):
    write_letterhead(clerk)
    for name in ("清新区晨光阅读促进会", "清新区晨星阅读促进会"):
        tab = accepted(clerk, name=name)
    take_in(clerk, "NAME", name="清新区晨露书画协会", org_type="社会团体")
    clerk.until(lambda: tab.records.rowCount() == 3)
    tab.table.selectAll()
    tab.bar.made["batch"].trigger()
    dialog = clerk.dialog(BatchDialog)
    clerk.until(lambda: dialog.kinds.count() > 0)
    dialog.kinds.setCurrentIndex(dialog.kinds.findData("acceptance"))
    dialog.draw()
    clerk.until(lambda: bool(dialog.preview.images) and "共 2 份" in dialog.told.text())
    assert "2026-00003：办到这一步没有这种文书" in dialog.told.text()
    save_as(clerk, dialog.preview, tmp_path / "a.pdf")
    assert page_count(tmp_path / "a.pdf") == 2
    clerk.until(lambda: clerk.window.jobs.workspace.count(Document, View()) == 2)
    dialog.close()


def test_a_wrong_paper_is_cancelled_and_issued_anew(clerk):
    write_letterhead(clerk)
    matter = accepted(clerk).current()
    workspace = clerk.window.jobs.workspace
    today = workspace.today
    first = workspace.write(make, matter.id, "acceptance", {}, today).value.document
    room = clerk.go("文书")
    clerk.until(lambda: room.records.rowCount() == 1)
    clerk.choose(room, first.number)
    clerk.press(room, "F2")
    page = clerk.dialog(PrintDialog)
    clerk.until(lambda: bool(page.preview.images))
    page.close()
    room.bar.made["cancel"].trigger()
    dialog = clerk.dialog(TextDialog)
    dialog.box.setText("日期打错")
    dialog.findChild(QPushButton).click()
    clerk.until(lambda: "已作废" in clerk.read_pane(room))
    second = workspace.write(make, matter.id, "acceptance", {}, today).value.document
    assert second.number == "清新民许社受字〔2026〕2号"
    assert workspace.read(office_of).phone == LETTERHEAD["phone"]


def test_a_notice_sent_by_mail_comes_back_and_is_handed_over(clerk):
    write_letterhead(clerk)
    matter = accepted(clerk).current()
    workspace = clerk.window.jobs.workspace
    notice = workspace.write(make, matter.id, "acceptance", {}, workspace.today).value.document
    room = clerk.go("文书")
    for texts in (
        {"way": "邮寄送达", "place": "太和镇府前路1号", "tracking": "EMS10001"},
        {"returned_on": "今天", "returned_because": "查无此人"},
        {"way": "直接送达", "received_on": "今天", "receiver": "李晓"},
    ):
        clerk.choose(room, notice.number)
        clerk.press(room, "F3")
        dialog = clerk.dialog(DeliveryDialog)
        clerk.fill(dialog, **texts)
        clerk.save(dialog)
    clerk.until(lambda: "已送达" in clerk.read_pane(room))
    assert {"邮寄送达", "直接送达", "李晓"} <= {*clerk.read_pane(room)}


def test_the_office_changes_the_words_of_a_paper_and_goes_back(clerk, tmp_path):
    write_letterhead(clerk)
    show_texts(clerk.window.jobs, clerk.window)
    texts = clerk.dialog(TextsDialog)
    clerk.until(lambda: bool(texts.preview.images) and clerk.window.jobs.idle)
    assert not texts.made["save"].isEnabled()
    texts.box.setPlainText(texts.box.toPlainText().replace("收悉。", "已经收到。"))
    texts.compare()
    assert "+你（单位）" in texts.banner.sentence.text()
    clerk.until(lambda: bool(texts.preview.images) and clerk.window.jobs.idle)
    texts.made["save"].click()
    clerk.until(lambda: texts.list.item(0).text() == "受理通知书　已改")
    texts.close()
    dialog = papers_of(clerk, accepted(clerk))
    assert "已经收到。" in shown(clerk, dialog)
    dialog.finish(lambda made: save_word(clerk.window.jobs, made, tmp_path / "a.docx"))
    clerk.until(lambda: (tmp_path / "a.docx").is_file() and clerk.window.jobs.idle)
    said = "".join(paragraph.text for paragraph in Word(str(tmp_path / "a.docx")).paragraphs)
    assert "已经收到。" in said
    dialog.close()
    show_texts(clerk.window.jobs, clerk.window)
    texts = clerk.dialog(TextsDialog)
    clerk.until(lambda: texts.list.count() > 0 and texts.made["restore"].isEnabled())
    texts.go_back()
    clerk.until(lambda: texts.list.item(0).text() == "受理通知书")
    texts.close()


def test_a_series_goes_on_after_what_paper_had_used(clerk):
    write_letterhead(clerk)
    clerk.window.desk.show_series(clerk.window)
    series = clerk.dialog(SeriesDialog)
    clerk.until(lambda: series.lines.lines.rowCount() > 5)
    assert series.lines.lines.index(0, 4).data() == "清新民许社受字〔2026〕1号"
    series.amend()
    one = clerk.dialog_of(series, OneSeriesDialog)
    clerk.fill(one, used="37")
    clerk.save(one)
    clerk.until(lambda: series.lines.lines.index(0, 4).data() == "清新民许社受字〔2026〕38号")
    series.close()
    dialog = papers_of(clerk, accepted(clerk))
    assert "清新民许社受字〔2026〕38号" in shown(clerk, dialog)
    dialog.close()
