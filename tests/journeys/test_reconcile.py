"""与财务对账：读财务的清单，列出差异，另存."""

from openpyxl import Workbook, load_workbook

from qyclient.contracts.models import Payment
from qyclient.records.view import View
from ui.contracts.reconcile_dialog import ReconcileDialog


def test_what_differs_is_listed_and_saved(county_clerk, tmp_path):
    tab = county_clerk.go("支付")
    book = Workbook()
    book.active.append(("支付编号", "金额", "付讫日期"))
    for one in county_clerk.window.jobs.workspace.page(Payment, View()):
        book.active.append((one.number, f"{one.amount + 1}", f"{one.paid_on}"))
    book.save(tmp_path / "财务.xlsx")
    tab.reconcile(tmp_path / "财务.xlsx")
    dialog = county_clerk.dialog(ReconcileDialog)
    county_clerk.until(lambda: "一致 0 笔" in dialog.told.text())
    assert "金额相差 +1.00 元" in dialog.lines.lines.index(0, 4).data()
    dialog.write(tmp_path / "差异.xlsx")
    county_clerk.until((tmp_path / "差异.xlsx").exists)
    titles = {cell.value for cell in load_workbook(tmp_path / "差异.xlsx").active[1]}
    assert "支付对账差异表" in titles
    dialog.accept()


def test_a_file_that_is_no_list_is_told(county_clerk, tmp_path):
    path = tmp_path / "别的.csv"
    path.write_text("甲,乙\n1,2\n", "utf-8")
    tab = county_clerk.go("支付")
    tab.reconcile(path)
    dialog = county_clerk.dialog(ReconcileDialog)
    county_clerk.until(lambda: "没有找到付款记录" in dialog.banner.sentence.text())
    dialog.accept()
