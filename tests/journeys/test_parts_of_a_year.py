"""分期：缺场次的扣款、不再支付的核减、付不完的结转，年末还要办什么一张表看到."""

from openpyxl import load_workbook

from qyclient.contracts.services.budget import balance_of
from qyclient.records.view import View
from tests.journeys.test_contract_to_payment import BUYER, bought, more  # noqa: F401 - the fixture
from ui.contracts.verb_dialog import VerbDialog
from ui.contracts.year_end_dialog import YearEndDialog


def parts(clerk):
    tab = clerk.go("分期")
    clerk.until(lambda: tab.records.rowCount() == 2)
    return tab


def choose_part(clerk, tab, number):
    clerk.until(lambda: clerk.window.jobs.idle)
    column = next(n for n, one in enumerate(tab.records.columns) if one.key == "number")
    rows = range(tab.records.rowCount())
    tab.table.selectRow(next(r for r in rows if tab.records.index(r, column).data() == f"{number}"))
    clerk.until(lambda: clerk.window.jobs.idle)


def test_what_is_taken_off_is_not_paid_and_can_be_taken_back(clerk, bought):  # noqa: F811
    tab = parts(clerk)
    choose_part(clerk, tab, 1)
    clerk.press(tab, "F3")
    dialog = clerk.dialog(VerbDialog)
    clerk.fill(dialog, amount="60000", reason="缺 2 场", document="合同第九条")
    clerk.try_to_save(dialog)
    assert "不能超过本期金额 50,000.00" in dialog.form.findChild(object, "amount.problem").text()
    clerk.fill(dialog, amount="1200")
    clerk.save(dialog)
    clerk.until(lambda: any("缺 2 场" in text for text in clerk.read_pane(tab)))
    assert any("48,800.00" in text for text in clerk.read_pane(tab))
    dialog = more(clerk, tab, "undeduct", VerbDialog)
    clerk.fill(dialog, reason="已补做")
    clerk.save(dialog)
    clerk.until(lambda: not any("缺 2 场" in text for text in clerk.read_pane(tab)))


def test_what_is_let_go_gives_its_budget_back(clerk, bought):  # noqa: F811
    tab = parts(clerk)
    choose_part(clerk, tab, 2)
    clerk.press(tab, "F4")
    dialog = clerk.dialog(VerbDialog)
    clerk.fill(dialog, amount="8000", reason="第二阶段少做 2 个村")
    clerk.save(dialog)
    clerk.until(lambda: any("第二阶段少做 2 个村" in text for text in clerk.read_pane(tab)))
    clerk.go("预算")
    shown = cells(clerk.window.tab("预算"))
    assert (shown["committed"], shown["free"]) == ("90,000.00", "30,000.00")


def test_what_cannot_be_paid_this_year_is_carried_over(clerk, bought):  # noqa: F811
    budget = clerk.go("预算")
    for number, year in (("2026-民政-009", "2026"), ("2027-民政-001", "2027")):
        clerk.press(budget, "Ctrl+N")
        dialog = clerk.dialog(VerbDialog)
        clerk.fill(
            dialog, number=number, name="社会工作服务", year=year, purchaser=BUYER, given="1",
            document="财预〔2026〕9号",
        )  # fmt: skip
        clerk.save(dialog)
    tab = parts(clerk)
    choose_part(clerk, tab, 2)
    clerk.press(tab, "F6")
    dialog = clerk.dialog(VerbDialog)
    clerk.fill(dialog, line="2026-民政-009", document="财预〔2026〕30号")
    clerk.try_to_save(dialog)
    assert "2026 年以后" in dialog.form.findChild(object, "line.problem").text()
    clerk.fill(dialog, line="2027-民政-001")
    clerk.save(dialog)
    workspace = clerk.window.jobs.workspace
    lines = {
        line.number: line for line in workspace.page(type(budget.records.row(0).record), View())
    }
    old = workspace.read(balance_of, lines["2026-民政-001"].id)
    new = workspace.read(balance_of, lines["2027-民政-001"].id)
    assert (f"{old.budget}", f"{old.unpaid}", f"{old.free}") == ("72000.00", "50000.00", "22000.00")
    assert (f"{new.budget}", f"{new.unpaid}", f"{new.free}") == ("48001.00", "48000.00", "1.00")


def test_the_year_still_to_be_evaluated_and_paid_is_one_list(clerk, bought, tmp_path):  # noqa: F811
    tab = parts(clerk)
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(YearEndDialog)
    clerk.until(lambda: "还有 2 期没有付清，未付 98,000.00 元" in dialog.told.text())
    assert "其中 1 期要先评价" in dialog.told.text()
    assert "等待末期评价" in [dialog.lines.lines.index(r, 7).data() for r in range(2)]
    path = tmp_path / "年末.xlsx"
    dialog.write(path)
    clerk.until(path.exists)
    rows = [*load_workbook(path).active.iter_rows(values_only=True)]
    assert sum(row[1] == "QX2026-001" or "QX2026-001" in row for row in rows) == 2
    dialog.years.setCurrentIndex(0)
    clerk.until(lambda: "2027 年度的分期都已付清或核减" in dialog.told.text())
    dialog.accept()


def cells(tab):
    return {c.key: tab.records.index(0, n).data() for n, c in enumerate(tab.records.columns)}
