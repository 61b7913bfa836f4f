"""登记专家，为一个轮次随机抽取，打印抽取记录；照片附到轮次，在评价报告里看到."""

from PIL import Image
from PySide6.QtWidgets import QPushButton

from tests.journeys.test_contract_to_payment import more
from tests.journeys.test_evaluate_a_contract import Evening, _planned, evening, raters_now  # noqa: F401 - the fixture
from ui.evaluations import papers_menu
from ui.evaluations.draw_dialog import DrawDialog
from ui.evaluations.evidence_dialog import EvidenceDialog
from ui.evaluations.experts_tab import ExpertDialog
from ui.kit.print_found import PrintDialog
from ui.kit.text_dialog import TextDialog


def test_an_expert_is_taken_in_drawn_and_rates(evening):  # noqa: F811 - the fixture of that name
    clerk = evening.clerk
    evening.sit("何建华")
    experts = clerk.go("专家")
    clerk.press(experts, "Ctrl+N")
    dialog = clerk.dialog(ExpertDialog)
    clerk.fill(dialog, name="欧阳文", unit="样例评估中心", specialty="儿童服务")
    clerk.save(dialog)
    clerk.go("轮次")
    found = _planned(evening)
    draw = more(clerk, evening.tab, "draw", DrawDialog)
    clerk.fill(draw, specialty="儿童服务", size="2", witnesses="纪检组 李明")
    clerk.until(lambda: "可以抽的 1 人：样例评估中心 欧阳文" in draw.told.text())
    clerk.try_to_save(draw)
    assert "可抽的专家有 1 人" in draw.form.findChild(object, "size.problem").text()
    clerk.fill(draw, size="1")
    clerk.save(draw)
    assert raters_now(evening, found)[-1].name == "欧阳文"
    papers_menu.show_paper(evening.tab, found, "draw")
    paper = clerk.dialog(PrintDialog)
    clerk.until(lambda: bool(paper.preview.images))
    paper.reject()
    clerk.go("专家")
    clerk.find(experts, "欧阳文")
    clerk.choose(experts, "欧阳文")
    clerk.until(lambda: found.number in clerk.read_pane(experts))


def test_a_photograph_is_attached_to_a_round_and_taken_away_again(evening, tmp_path):  # noqa: F811
    clerk = evening.clerk
    _planned(evening)
    evening.sit("何建华")
    photo = tmp_path / "活动.jpg"
    Image.new("RGB", (640, 480), "olive").save(photo)
    dialog = more(clerk, evening.tab, "evidence", EvidenceDialog)
    dialog.take([photo])
    assert "请先填写说明" in dialog.banner.sentence.text()
    dialog.caption.setText("小组活动现场")
    dialog.of.setCurrentIndex(2)
    dialog.take([photo])
    clerk.until(lambda: len(dialog.kept) == 1 and bool(dialog.preview.images))
    assert str(dialog.kept[0].indicator) == "制度"
    away = next(b for b in dialog.findChildren(QPushButton) if b.text() == "作废…")
    away.click()
    asked = clerk.dialog_of(dialog, TextDialog)
    asked.box.setText("别的站点")
    asked.give()
    clerk.until(lambda: not dialog.kept)
