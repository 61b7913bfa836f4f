"""登记证书：收空白证、制证、打印好了吗、打坏重印、领取、盘点."""

from PySide6.QtWidgets import QApplication

from qyclient.certificates.models import Blank, Certificate, Issue
from qyclient.organizations.services.register import amend, the
from qyclient.paper.lent_fonts import lent, take_back
from qyclient.paper.pdf.raster import page_text
from qyclient.records.view import View
from tests.certificates.test_rare_characters import made_font
from tests.conftest import CORRECTED
from tests.journeys import desk
from ui.certificates.answer_dialog import AnswerDialog
from ui.certificates.issue_dialog import IssueDialog
from ui.certificates.print_dialog import PrintRunDialog
from ui.certificates.rare_dialog import RareDialog
from ui.certificates.term_dialog import TermDialog
from ui.kit.print_found import PrintDialog

NAME = "清新区和乐社会工作服务中心"


def states(clerk, words):
    sheets = clerk.window.jobs.workspace.page(Blank, View(words=words, order="serial"))
    return {sheet.serial: sheet.state.label for sheet in sheets}


def read_notice(clerk):
    def there():
        return [w for w in QApplication.topLevelWidgets() if hasattr(w, "informativeText")]

    clerk.until(lambda: any(box.isVisible() for box in there()))
    box = next(box for box in there() if box.isVisible())
    words = box.text()
    box.close()
    return words


def test_a_set_goes_from_the_drawer_to_the_counter(county_clerk, tmp_path):
    clerk = county_clerk
    desk.take_stock_in(clerk, "民非正本", "甲0001", "甲0005")
    desk.take_stock_in(clerk, "民非副本", "乙0001", "乙0005")
    tab = desk.open_set(clerk, organization=NAME, duplicates="2")
    issue = tab.current()
    printed = tmp_path / "证书.pdf"
    spoiled = [("打坏", "卡纸、撕坏"), ("打印好", ""), ("打印好", "")]
    desk.print_set(clerk, tab, printed, spoiled)
    slip, *pages, notice = page_text(printed)
    assert "登记证书打印确认单" in slip
    assert len(pages) == 3
    assert "正本一份、副本2份" in "".join(notice.split())
    assert NAME in notice

    again = clerk.dialog(PrintRunDialog)
    desk.send(clerk, again, tmp_path / "重印.pdf")
    [second] = desk.answer(clerk, tab)
    clerk.until(lambda: tab.current().state == "PRINTED")
    assert states(clerk, second) == {second: "已用"}
    desk.hand_out(clerk, tab)
    assert read_notice(clerk).splitlines() == ["印章备案", "银行账户备案", "章程核准"]
    assert "领取人" in " ".join(clerk.read_pane(tab))
    assert clerk.window.jobs.workspace.count(Issue, View(words=issue.number)) == 1


def test_a_lost_set_is_issued_anew_and_the_lost_one_is_no_longer_good(county_clerk, tmp_path):
    clerk = county_clerk
    desk.take_stock_in(clerk, "民非正本", "甲0001", "甲0005")
    tab = desk.open_set(clerk, organization=NAME, duplicates="0")
    desk.print_set(clerk, tab, tmp_path / "证书.pdf")
    clerk.until(lambda: tab.current().state == "PRINTED")
    desk.hand_out(clerk, tab)
    read_notice(clerk)
    notice = "清远日报 2026-02-20 第4版"
    tab = desk.open_set(clerk, organization=NAME, duplicates="0", reason="遗失补发", notice=notice)
    tab.bar.made["notice"].trigger()
    assert "遗失《民办非企业单位登记证书》正本，声明作废。" in read_notice(clerk)
    desk.print_set(clerk, tab, tmp_path / "补发.pdf")
    clerk.until(lambda: tab.current().state == "PRINTED")
    desk.hand_out(clerk, tab, [("遗失", notice)])
    papers = clerk.window.jobs.workspace.page(Certificate, View(words=NAME))
    assert [one.status.label for one in papers][:2] == ["已发证", "遗失"]


def test_what_was_sent_waits_for_its_answer_though_the_window_is_closed(county_clerk):
    clerk = county_clerk
    tab = clerk.go("发证")
    clerk.press(tab, "F2")
    dialog = clerk.dialog(AnswerDialog)
    assert len(dialog.lines) == 2
    dialog.save()
    assert "还没有回答任何一张" in dialog.banner.sentence.text()
    dialog.reject()


def test_nothing_moves_before_what_no_driver_knows_is_ticked(county_clerk):
    clerk = county_clerk
    tab = desk.open_set(clerk, organization=NAME)
    clerk.press(tab, "Ctrl+P")
    dialog = clerk.dialog(PrintRunDialog)
    clerk.until(lambda: clerk.window.jobs.idle)
    dialog.printer.setCurrentText("前台激光机")
    dialog.start()
    said = dialog.banner.sentence.text()
    assert "100%" in said
    assert "A3" in said
    for tick in dialog.checks.ticks:
        tick.setChecked(True)
    dialog.start()
    clerk.until(lambda: clerk.window.jobs.idle and "用不了" in dialog.banner.sentence.text())
    dialog.reject()
    clerk.press(tab, "F2")
    answers = clerk.dialog(AnswerDialog)
    assert any(line.log.sent_at is None for line in answers.lines)
    answers.reject()


def test_plain_papers_of_a_set_are_seen_and_who_signs_is_written_down(county_clerk):
    clerk = county_clerk
    tab = desk.open_set(clerk, organization=NAME, duplicates="1")
    for key, words in (("collect", "领取时请携带"), ("receipt", "领取人签名")):
        tab.bar.made[key].trigger()
        shown = clerk.dialog(PrintDialog)
        clerk.until(lambda shown=shown: bool(shown.preview.images))
        assert words in "".join(page_text(shown.preview.pdf))
        shown.reject()
    tab.bar.made["terms"].trigger()
    dialog = clerk.dialog(TermDialog)
    before = dialog.known.lines.rowCount()
    assert "请填写签发人或机关名称" in _told(clerk, dialog, since="2026-03-01")
    clerk.fill(dialog, signatory="梁𬭎")
    clerk.save(dialog)
    tab.bar.made["terms"].trigger()
    again = clerk.dialog(TermDialog)
    assert again.known.lines.rowCount() == before + 1
    again.done(0)


def test_a_character_that_cannot_be_printed_is_mended_where_its_refusal_says(
    county_clerk, tmp_path
):
    clerk = county_clerk
    workspace = clerk.window.jobs.workspace
    body = workspace.read(the, NAME)
    rare = "张\ue831\U00030edd"
    workspace.write_because(CORRECTED, amend, body.id, body.version, {"legal_rep": rare})
    tab = clerk.go("发证")
    clerk.press(tab, "Ctrl+N")
    issue = clerk.dialog(IssueDialog)
    clerk.fill(issue, organization=NAME)
    said = clerk.try_to_save(issue)
    assert "U+E831" in said
    assert "生僻字…" in said
    issue.done(0)
    tab.bar.made["rare"].trigger()
    dialog = clerk.dialog(RareDialog)
    clerk.until(lambda: clerk.window.jobs.idle)
    dialog.take_font(tmp_path / "没有.ttf")
    clerk.until(lambda: "打不开" in dialog.banner.sentence.text())
    dialog.take_font(made_font(tmp_path / "省补字.ttf", "\U00030edd"))
    clerk.until(lambda: dialog.fonts.lines.rowCount() == 1)
    clerk.fill(dialog, code="U+E831")
    clerk.save(dialog)
    desk.open_set(clerk, organization=NAME)
    [sheet, *_] = workspace.page(Certificate, View(words=NAME, order="number"))
    assert sheet.values["legal_rep"] == "张𡗗\U00030edd"
    for key in lent():
        take_back(key)


def _told(clerk, dialog, **texts):
    clerk.fill(dialog, **texts)
    clerk.try_to_save(dialog)
    labels = dialog.form.findChildren(type(dialog.banner.sentence))
    return "".join(label.text() for label in labels)


def test_a_batch_is_cancelled_between_two_sheets(county_clerk):
    clerk = county_clerk
    desk.take_stock_in(clerk, "民非正本", "甲0001", "甲0005")
    desk.take_stock_in(clerk, "民非副本", "乙0001", "乙0005")
    tab = desk.open_set(clerk, organization=NAME, duplicates="3")
    clerk.press(tab, "Ctrl+P")
    dialog = clerk.dialog(PrintRunDialog)
    clerk.until(lambda: clerk.window.jobs.idle)
    dialog.printer.setCurrentText("前台激光机")
    pressed, watches = [], []
    clerk.window.jobs.watched.connect(watches.append)

    def press(pdf):
        """Take a page; whoever stands there has seen enough after the second."""
        pressed.append(pdf)
        if len(pressed) == 2:
            watches[-1].cancel()

    dialog.press = lambda _name: press
    dialog.notices.setChecked(False)
    for tick in dialog.checks.ticks:
        tick.setChecked(True)
    with clerk.qtbot.waitSignal(dialog.sent, timeout=20_000) as sent:
        dialog.start()
    [run] = sent.args
    assert (len(run.logs), run.left) == (2, 2)
    assert "剩下 2 张没有送出" in run.told
    desk.answer(clerk, tab)
    assert states(clerk, "甲") == {"甲0001": "已用"} | dict.fromkeys(
        ("甲0002", "甲0003", "甲0004", "甲0005"), "在库"
    )
    clerk.until(lambda: tab.current().state == "PREPARED")


def test_a_problem_is_said_beside_its_field(county_clerk):
    clerk = county_clerk
    tab = clerk.go("发证")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(IssueDialog)
    clerk.fill(dialog, organization=NAME, reason="遗失补发")
    clerk.try_to_save(dialog)
    told = [note.text() for note in dialog.form.findChildren(type(dialog.banner.sentence))]
    assert any("登报声明作废" in text for text in told)
    dialog.form.editor("notice").put("清远日报 2026-02-20 第4版")
    clerk.save(dialog)
    assert tab.current().notice == "清远日报 2026-02-20 第4版"


def test_the_stock_is_counted(county_clerk):
    clerk = county_clerk
    tab = clerk.go("空白证")
    clerk.press(tab, "F2")
    told = read_notice(clerk)
    assert "民非正本：收入 30 张" in told
    assert "断号 No.0000621 至 No.0000630：没有收入记录" in told
    clerk.press(tab, "Ctrl+P")
    shown = clerk.dialog(PrintDialog)
    clerk.until(lambda: bool(shown.preview.images))
    text = "".join(page_text(shown.preview.pdf))
    assert "空白登记证书盘点表" in text
    assert "盘点人" in text
