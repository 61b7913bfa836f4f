"""以前签的合同按台账导入：先看每行会怎样，再登记；不能用的行写明原因另存."""

from openpyxl import Workbook, load_workbook

from qyclient.contracts.models import Contract
from qyclient.records.view import View
from tests.journeys.test_contract_to_payment import BUYER
from tests.journeys.test_register_a_body import NAME, registered
from ui.contracts.opening_dialog import OpeningDialog

HEAD = ("合同编号", "项目名称", "购买主体", "承接主体", "服务类型", "合同金额", "签订日期")


def test_a_ledger_is_looked_at_before_it_is_kept(clerk, tmp_path):
    registered(clerk)
    book = Workbook()
    for row in (
        HEAD,
        ("QX-1", "旧项目", BUYER, NAME, "公共服务", "98000", "2026-03-01"),
        ("QX-2", "旧项目二", BUYER, "没有的单位", "公共服务", "1000", "2026-03-01"),
    ):
        book.active.append(row)
    book.save(tmp_path / "台账.xlsx")
    tab = clerk.go("项目合同")
    tab.bring([tmp_path / "台账.xlsx"])
    dialog = clerk.dialog(OpeningDialog)
    clerk.until(lambda: "待处理 1 行，登记 1 行" in dialog.told.text())
    workspace = clerk.window.jobs.workspace
    assert workspace.count(Contract, View()) == 0
    dialog.save_held(tmp_path / "待处理.xlsx")
    clerk.until((tmp_path / "待处理.xlsx").exists)
    rows = [*load_workbook(tmp_path / "待处理.xlsx").active.iter_rows(values_only=True)]
    assert any("没有登记过“没有的单位”" in str(cell) for row in rows for cell in row)
    dialog.go.click()
    clerk.until(lambda: "已登记 1 行，待处理 1 行" in clerk.window.line.sentence.text())
    [contract] = workspace.page(Contract, View())
    assert (contract.contract_no, contract.is_opening) == ("QX-1", True)
