"""从预算指标到付清：立项、采购、签订、开票、申请付款，看到应付金额."""

import pytest

from qyclient.contracts.models import Payment
from qyclient.records.view import View
from tests.journeys.test_register_a_body import NAME, registered
from ui.contracts.award_dialog import AwardDialog
from ui.contracts.form import ContractDialog
from ui.contracts.plan_dialog import PlanDialog
from ui.contracts.request_dialog import RequestDialog
from ui.contracts.sign_dialog import SignDialog
from ui.contracts.verb_dialog import VerbDialog
from ui.contracts.verdict_dialog import VerdictDialog
from ui.kit.print_found import PrintDialog

BUYER = "清远市清新区民政局"


def step(clerk, tab, label, kind=VerbDialog):
    """Choose what is done next from the menu of 办理…."""
    tab.menu = None
    clerk.press(tab, "F2")
    clerk.until(lambda: tab.menu is not None and tab.menu.isVisible())
    [action] = [one for one in tab.menu.actions() if one.text() == label]
    assert action.isEnabled(), action.toolTip()
    tab.menu.close()
    action.trigger()
    return clerk.dialog(kind)


def more(clerk, tab, key, kind):
    action = tab.bar.made[key]
    assert action.isEnabled(), action.toolTip()
    action.trigger()
    return clerk.dialog(kind)


def budgeted(clerk):
    tab = clerk.go("预算")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(VerbDialog)
    clerk.fill(
        dialog, number="2026-民政-001", name="社会工作服务", purchaser=BUYER,
        given="12万元", document="财预〔2026〕1号",
    )  # fmt: skip
    clerk.save(dialog)
    return tab


def planned(clerk):
    tab = clerk.go("项目合同")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(PlanDialog)
    clerk.fill(
        dialog, contract_no="XM2026-001", title="留守儿童关爱服务", purchaser=BUYER,
        service_kind="公共服务", budget_amount="10万元", catalogue_item="儿童福利服务",
    )  # fmt: skip
    clerk.save(dialog)
    dialog = step(clerk, tab, "预算批复")
    clerk.fill(dialog, document="财预〔2026〕1号")
    clerk.save(dialog)
    clerk.save(step(clerk, tab, "启动采购"))
    return tab


def awarded(clerk, tab):
    dialog = step(clerk, tab, "成交", AwardDialog)
    clerk.fill(dialog, contractor=NAME, amount="9.8万元", method="竞争性磋商")
    clerk.until(lambda: "可承接" in dialog.standing.text())
    clerk.save(dialog)


def signing(clerk, tab):
    dialog = step(clerk, tab, "签订合同", SignDialog)
    clerk.fill(
        dialog, contract_no="QX2026-001", start_on="2026-03-03", end_on="2026-12-31",
        payee_account="80020000012345678",
    )  # fmt: skip
    parts = dialog.rows["instalments"]
    parts.add_line()
    for line, amount in zip(parts.lines, ("5万元", "40000"), strict=True):
        line["amount"].put(amount)
        line["line"].put("2026-民政-001")
    parts.lines[1]["waits_for"].put("末期评价")
    return dialog, parts


@pytest.fixture
def bought(clerk):
    """A contract that is signed and runs."""
    registered(clerk)
    budgeted(clerk)
    tab = planned(clerk)
    awarded(clerk, tab)
    dialog, parts = signing(clerk, tab)
    parts.lines[1]["amount"].put("48000")
    clerk.save(dialog)
    return tab


def test_money_is_compared_while_one_types(clerk):
    registered(clerk)
    budget = budgeted(clerk)
    tab = planned(clerk)
    awarded(clerk, tab)
    dialog, parts = signing(clerk, tab)
    assert "相差 -8,000.00 元" in parts.said
    clerk.until(lambda: "签订后可用 30,000.00 元" in dialog.free.text())
    parts.lines[1]["amount"].put("4.8万元")
    assert "与合同金额相符" in parts.said
    clerk.until(lambda: "签订后可用 22,000.00 元" in dialog.free.text())
    clerk.save(dialog)
    clerk.go("预算")
    shown = {c.key: budget.records.index(0, n).data() for n, c in enumerate(budget.records.columns)}
    assert (shown["budget"], shown["committed"], shown["free"]) == (
        "120,000.00", "98,000.00", "22,000.00",
    )  # fmt: skip


def test_the_first_instalment_goes_from_the_invoice_to_the_voucher(clerk, bought):
    clerk.press(bought, "F4")
    dialog = clerk.dialog(VerbDialog)
    clerk.fill(dialog, number="26440000000000000001", amount="50000")
    clerk.save(dialog)

    clerk.press(bought, "F3")
    asked = clerk.dialog(RequestDialog)
    assert asked.form.editor("amount").text() == "50,000.00"
    clerk.fill(asked, amount="50000.01")
    clerk.try_to_save(asked)
    assert "超过本期应付" in asked.form.findChild(object, "amount.problem").text()
    clerk.fill(asked, amount="50000")
    clerk.save(asked)

    tab = clerk.go("支付")
    clerk.choose(tab, "ZF2026-00001")
    for label, answers in (
        ("财务审核", {}),
        ("批准付款", {}),
        ("付款", {"order": "ZL-1"}),
        ("入账", {"voucher": "记-3-15"}),
    ):
        dialog = step(clerk, tab, label)
        clerk.fill(dialog, **answers)
        clerk.save(dialog)
    clerk.press(tab, "Ctrl+P")
    paper = clerk.dialog(PrintDialog)
    assert paper.preview.pdf.startswith(b"%PDF")
    paper.close()
    [payment] = clerk.window.jobs.workspace.page(Payment, View())
    assert (payment.status, payment.voucher_no) == ("VOUCHERED", "记-3-15")


def test_a_score_makes_the_last_instalment_payable_once_it_is_confirmed(clerk, bought):
    verdicts = clerk.go("评价结论")
    clerk.press(verdicts, "Ctrl+N")
    entering = clerk.dialog(VerdictDialog)
    clerk.fill(entering, contract="QX2026-001", stage="末期评价", score="71.3")
    clerk.until(lambda: "应付合计：34,224.00 元" in entering.comes_to.text())
    assert "中（≥ 60）" in entering.comes_to.text()
    clerk.try_to_save(entering)
    clerk.fill(entering, report="绩效评价报告，2026-03-01 签字", evaluator="区社工协会")
    clerk.save(entering)
    clerk.until(lambda: verdicts.records.rowCount() == 1)
    columns = verdicts.records.columns
    shown = {c.key: verdicts.records.index(0, n).data() for n, c in enumerate(columns)}
    assert shown["banded"] == "中（≥ 60）"
    assert shown["earned"] == "34,224.00"

    clerk.go("项目合同")
    clerk.until(lambda: "末期评价 71.3 分，等待另一人确认" in clerk.read_pane(bought))
    verdicts = clerk.go("评价结论")
    clerk.choose(verdicts, "QX2026-001")
    clerk.press(verdicts, "F2")
    clerk.until(lambda: "已确认" in clerk.read_pane(verdicts))
    clerk.go("项目合同")
    clerk.until(lambda: any("48,000.00 × 71.3% = 34,224.00" in t for t in clerk.read_pane(bought)))


def test_a_contract_signed_before_is_entered_with_its_instalments(clerk):
    registered(clerk)
    tab = clerk.go("项目合同")
    dialog = more(clerk, tab, "record", ContractDialog)
    clerk.fill(
        dialog, contract_no="QX2024-009", title="旧合同", purchaser=BUYER, contractor=NAME,
        service_kind="公共服务", amount="9.8万元",
    )  # fmt: skip
    first, second = dialog.parts.lines
    first["amount"].put("5万元")
    second["amount"].put("40000")
    assert "相差 -8,000.00 元" in dialog.parts.said
    assert "相差" in clerk.try_to_save(dialog)
    second["amount"].put("48000")
    clerk.save(dialog)
    clerk.until(lambda: "第 2 期" in clerk.read_pane(tab))
