"""合同旁边画着时间轴和资金；列表里写着到了哪个期限；填金额时提示采购方式."""

from tests.journeys.test_contract_to_payment import awarded, budgeted, planned, step
from tests.journeys.test_register_a_body import registered
from ui.contracts.plan_dialog import PlanDialog
from ui.kit.figure_view import FigureView


def shown(tab):
    return {c.key: tab.records.index(0, n).data() for n, c in enumerate(tab.records.columns)}


def test_the_clock_of_a_contract_stands_in_the_list(clerk):
    registered(clerk)
    budgeted(clerk)
    tab = planned(clerk)
    awarded(clerk, tab)
    clerk.until(lambda: (shown(tab)["watch"] or "").startswith("签订合同剩 30 天"))
    clerk.until(lambda: "成交" in timeline(clerk, tab))
    dialog = step(clerk, tab, "成交后未签")
    clerk.fill(dialog, reason="供应商放弃")
    clerk.save(dialog)
    clerk.until(lambda: not shown(tab)["watch"])


def test_the_methods_an_amount_asks_for_are_told_while_one_types(clerk):
    tab = clerk.go("项目合同")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(PlanDialog)
    clerk.fill(dialog, budget_amount="99万元")
    clerk.until(lambda: "可以由本单位按内控制度自行采购" in dialog.advice.text())
    clerk.fill(dialog, budget_amount="400万元")
    clerk.until(lambda: "应当公开招标" in dialog.advice.text())
    dialog.accept()


def test_three_years_are_drawn_with_their_budgets(county_clerk):
    tab = county_clerk.go("项目合同")
    county_clerk.choose(tab, "QX-2024-007")
    county_clerk.until(lambda: "付第 2 期 336,000.00" in timeline(county_clerk, tab))
    assert "可用 64,000.00 / 预算 400,000.00" in timeline(county_clerk, tab)
    budget = county_clerk.go("预算")
    county_clerk.choose(budget, "2025-民政-001")
    county_clerk.until(lambda: "可用 4,000.00 / 预算 340,000.00" in timeline(county_clerk, budget))


def timeline(clerk, tab):
    clerk.read_pane(tab)
    views = tab.pane.findChildren(FigureView)
    return "；".join(view.accessibleName() for view in views)
