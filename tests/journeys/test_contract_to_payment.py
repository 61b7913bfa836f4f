"""登记合同、登记得分，看到应付金额."""

from tests.journeys.test_register_a_body import NAME, registered
from ui.contracts.form import ContractDialog
from ui.evaluations.score_dialog import ScoreDialog


def contracted(clerk):
    registered(clerk)
    tab = clerk.go("购买服务")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(ContractDialog)
    clerk.fill(
        dialog,
        contract_no="QX2026-001",
        title="留守儿童关爱服务",
        purchaser="清远市清新区民政局",
        contractor=NAME,
        service_kind="公共服务",
        amount="9.8万元",
    )
    first, second = dialog.parts.lines
    first["amount"].put("5万元")
    second["amount"].put("40000")
    second["waits_for"].put("末期评价")
    return tab, dialog, second


def test_instalments_are_compared_with_the_amount_while_one_types(clerk):
    _tab, dialog, second = contracted(clerk)
    assert "相差 -8,000.00 元" in dialog.parts.said
    assert "相差" in clerk.try_to_save(dialog)
    second["amount"].put("4.8万元")
    assert "与合同金额相符" in dialog.parts.said
    clerk.save(dialog)


def test_a_score_makes_the_last_instalment_payable(clerk):
    tab, dialog, second = contracted(clerk)
    second["amount"].put("48000")
    clerk.save(dialog)
    clerk.until(lambda: "等待末期评价" in clerk.read_pane(tab))

    scores = clerk.go("绩效评价")
    clerk.press(scores, "Ctrl+N")
    scoring = clerk.dialog(ScoreDialog)
    clerk.fill(scoring, contract="QX2026-001", stage="末期评价", score="71.3")
    clerk.until(lambda: "应付合计：34,224.00 元" in scoring.comes_to.text())
    assert "中（≥ 60）" in scoring.comes_to.text()
    clerk.save(scoring)
    clerk.until(lambda: scores.records.rowCount() == 1)
    shown = {c.key: scores.records.index(0, n).data() for n, c in enumerate(scores.records.columns)}
    assert shown["grade"] == "中（≥ 60）"
    assert shown["payable"] == "34,224.00"

    clerk.go("购买服务")
    clerk.until(lambda: "48,000.00 × 71.3% = 34,224.00" in clerk.read_pane(tab))
