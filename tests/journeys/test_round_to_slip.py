"""从评价方案到支付审批单：优、良全付，中整改合格后按得分付，差不付；异议成立的按新的一轮付."""

import pytest
from pypdfium2 import PdfDocument

from qyclient.contracts.services import record
from tests.contracts.test_services import PLAN, TEXTS
from tests.evaluations.conftest import full, small_template
from tests.journeys.test_contract_to_payment import more, step
from tests.journeys.test_evaluate_a_contract import Evening, _planned, raters_now
from ui.contracts.request_dialog import RequestDialog
from ui.contracts.verb_dialog import VerbDialog
from ui.evaluations.raters_dialog import RatersDialog
from ui.evaluations.rectify_dialog import RectifyDialog
from ui.kit.print_found import PrintDialog

ALL = {"92.4": ("40", "32.4"), "85": ("40", "25"), "71.3": ("30", "21.3"), "55": ("20", "15")}
"""What is given for 制度 and 质量 so that a round comes to a score; 个案数 has its 20."""


@pytest.fixture
def evening(county_clerk):
    """A contract that says to which account it is paid, and a small template."""
    workspace = county_clerk.window.jobs.workspace
    account = {"payee": TEXTS["contractor"], "payee_account": "80020000012345678"}
    workspace.write(record, TEXTS | account, PLAN)
    workspace.operator = "何建华"
    workspace.write(small_template)
    return Evening(county_clerk)


def scored(evening, found, score):
    system, quality = ALL[score]
    evening.step("何建华", "open_scoring")
    for rater in raters_now(evening, found):
        evening.fill(rater, full(quality, system))
    evening.step("何建华", "close_scoring")
    evening.step("李文杰", "check_scores", opinion="核对无误")
    evening.step("何建华", "display", display="办事大厅公示栏")


def confirmed(evening):
    evening.wait(8)
    evening.step("陈国庆", "confirm_score", opinion="同意")
    evening.clerk.until(lambda: evening.now().state == "SCORE_CONFIRMED")


def invoiced(evening, amount):
    """Go to the contract, say whose account it is paid to, and enter the invoice."""
    clerk, contracts = evening.clerk, evening.clerk.go("购买服务")
    evening.sit("黄嘉怡")
    clerk.find(contracts, "QX-2026-901")
    clerk.choose(contracts, "QX-2026-901")
    clerk.press(contracts, "F4")
    dialog = clerk.dialog(VerbDialog)
    clerk.fill(dialog, number="26440000000000000001", amount=amount)
    clerk.save(dialog)
    return contracts


def asked(clerk, contracts):
    clerk.until(lambda: clerk.window.jobs.idle)
    clerk.press(contracts, "F3")
    dialog = clerk.dialog(RequestDialog)
    last = next(called for called in dialog.dues if called.startswith("第 3 期"))
    clerk.fill(dialog, part=last)
    return dialog


def slip(evening):
    """Pay what was asked for, and return the words on its slip."""
    clerk, tab = evening.clerk, evening.clerk.go("支付")
    [number] = clerk.find(tab, "QX-2026-901")
    for who, label, answers in (
        ("梁志强", "财务审核", {}),
        ("陈国庆", "批准付款", {}),
        ("罗秀兰", "付款", {"order": "ZL-1"}),
    ):  # fmt: skip
        evening.sit(who)
        clerk.choose(tab, number)
        dialog = step(clerk, tab, label)
        clerk.fill(dialog, **answers)
        clerk.save(dialog)
    clerk.press(tab, "Ctrl+P")
    paper = clerk.dialog(PrintDialog)
    pages = PdfDocument(paper.preview.pdf)
    said = "".join(page.get_textpage().get_text_range() for page in pages)
    paper.close()
    return "".join(said.split())


@pytest.mark.parametrize(
    ("score", "grade", "pays"),
    [("92.4", "优", "19,600.00"), ("85", "良", "19,600.00"), ("71.3", "中", "13,974.80")],
)
def test_a_round_comes_to_a_payment_slip(evening, score, grade, pays):
    clerk = evening.clerk
    scored(evening, _planned(evening), score)
    confirmed(evening)
    if grade == "中":
        rectified(evening)
    contracts = invoiced(evening, pays)
    dialog = asked(clerk, contracts)
    assert dialog.form.editor("amount").text() == pays
    clerk.save(dialog)
    said = slip(evening)
    assert pays in said
    assert f"末期评价{float(score):.2f}分，{grade}" in said


def rectified(evening):
    """The contract waits until what was to be mended was reported and checked."""
    clerk, tab = evening.clerk, evening.tab
    evening.sit("何建华")
    for answers in (
        {"report": "缺的记录已补齐"},
        {"finding": "仍缺两份", "passed": "否", "due_on": "2026-04-20"},
        {"finding": "复查合格", "passed": "是"},
    ):
        clerk.press(tab, "F6")
        dialog = clerk.dialog(RectifyDialog)
        if "report" in answers:
            clerk.fill(dialog, finding="合格", passed="是")
            clerk.try_to_save(dialog)
            problem = dialog.form.findChild(object, "finding.problem").text()
            assert "还没有收到整改报告" in problem
            clerk.fill(dialog, finding="", passed="")
        clerk.fill(dialog, **answers)
        clerk.save(dialog)
    clerk.until(lambda: any("复查合格" in text for text in clerk.read_pane(tab)))


def test_a_round_below_sixty_pays_nothing(evening):
    clerk = evening.clerk
    scored(evening, _planned(evening), "55")
    confirmed(evening)
    rectified(evening)
    contracts = invoiced(evening, "19600")
    dialog = asked(clerk, contracts)
    assert dialog.form.editor("amount").text() == ""
    assert "等级为差，不支付" in dialog.arithmetic.text()
    clerk.fill(dialog, amount="19600")
    clerk.try_to_save(dialog)
    assert "现在没有应付金额" not in dialog.banner.sentence.text()
    assert "超过本期应付 0.00 元" in dialog.form.findChild(object, "amount.problem").text()


def test_an_objection_that_holds_changes_what_is_paid(evening):
    clerk, tab = evening.clerk, evening.tab
    first = _planned(evening)
    scored(evening, first, "71.3")
    evening.step("何建华", "object", objector="承接单位", objection="走访 26 次未计入")
    evening.step("李文杰", "re_evaluate", reason="异议属实，重新评价")
    evening.sit("何建华")
    clerk.until(lambda: evening.now().state == "RE_EVALUATED")
    shown = clerk.find(tab, "QX-2026-901")
    again = next(number for number in shown if number != first.number)
    clerk.choose(tab, again)
    assert tab.current().previous == first.number
    raters = more(clerk, tab, "raters", RatersDialog)
    raters.declare_all()
    clerk.until(lambda: all(rater.declared_on for rater in raters.raters))
    raters.reject()
    clerk.until(lambda: clerk.window.jobs.idle)
    scored(evening, tab.current(), "85")
    confirmed(evening)
    contracts = invoiced(evening, "19600")
    dialog = asked(clerk, contracts)
    assert dialog.form.editor("amount").text() == "19,600.00"
    clerk.save(dialog)
    assert "末期评价85.00分，良" in slip(evening)
    kept = clerk.window.jobs.workspace.read(lambda s: s.get(type(first), first.id))
    assert str(kept.score.normalize()) == "71.3"
