"""Older contracts come in from ledgers as 期初, row by row, with what was paid and judged."""

import pytest
from openpyxl import Workbook

from qyclient.contracts.models import Contract, Payment, Verdict
from qyclient.contracts.services.amending import amendments_of
from qyclient.contracts.services.contract_sheets import read_contracts
from qyclient.contracts.services.due import dues_of
from qyclient.contracts.services.opening import take_in_contracts
from qyclient.errors import Refused
from qyclient.organizations.services.held import held_rows
from qyclient.progress import Silent
from qyclient.records.view import View
from tests.contracts.bought import BODY, BUYER

SHEETS = {
    "合同": [
        ("合同编号", "项目名称", "甲方", "乙方", "服务类型", "合同金额", "签订日期", "状态"),
        ("QX-2023-01", "长者助餐", BUYER, BODY, "公共服务", "90000", "2023-03-01", "已结清"),
        ("QX-2023-02", "社区矫正", "区司法局", BODY, "公共服务", "6万元", "2023-05-01", "履行中"),
        ("QX-2023-03", "审计", BUYER, "没有这个单位", "公共服务", "1000", "2023-05-01", "履行中"),
        ("QX-2023-01", "重复", BUYER, BODY, "公共服务", "1000", "2023-05-01", "履行中"),
        ("合计", "", "", "", "", "150000", "", ""),
    ],
    "付款": [
        ("合同编号", "期次", "金额", "付款前须完成", "付讫日期", "记账凭证号"),
        ("QX-2023-01", "1", "45000", "", "2023-03-20", "记-3-1"),
        ("QX-2023-01", "2", "45000", "末期评价", "2023-12-20", "记-12-8"),
        ("QX-2023-02", "1", "30000", "", "2023-05-20", ""),
        ("QX-2023-02", "2", "29999", "末期评价", "", ""),
        ("QX-2023-09", "1", "1", "", "", ""),
    ],
    "补充": [
        ("合同编号", "序号", "种类", "签订日期", "增减金额"),
        ("QX-2023-01", "1", "增减金额", "2023-06-01", "5000"),
    ],
    "评价": [
        ("合同编号", "评价阶段", "得分", "评价日期", "等级"),
        ("QX-2023-01", "末期评价", "92.5", "2023-12-10", "优"),
        ("QX-2023-02", "末期评价", "92.5", "2023-12-10", "差"),
    ],
}


@pytest.fixture
def ledger(tmp_path):
    book = Workbook()
    book.remove(book.active)
    for title, rows in SHEETS.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "台账.xlsx")
    return tmp_path / "台账.xlsx"


def taken(county, ledger):
    sheets = read_contracts([ledger], Silent())
    county.operator = "黄嘉怡"
    return sheets, county.write(take_in_contracts, sheets, Silent()).value


def one(county, number):
    return county.page(Contract, View(words=number))[0]


def test_contracts_payments_supplements_and_verdicts_come_in_as_they_were(county, ledger):
    taken(county, ledger)
    contract = one(county, "QX-2023-01")
    assert (contract.is_opening, contract.status, contract.supplier) == (True, "SETTLED", BODY)
    dues = county.read(dues_of, contract.id)
    assert [f"{due.money.paid}" for due in dues] == ["45000.00", "45000.00"]
    paid = county.page(Payment, View(words="QX-2023-01", order="number"))
    assert [(p.number, p.status, p.is_opening) for p in paid] == [
        ("QC-QX-2023-01-1", "VOUCHERED", True),
        ("QC-QX-2023-01-2", "VOUCHERED", True),
    ]
    [supplement] = county.read(amendments_of, contract.id)
    assert f"{supplement.delta}" == "5000.00"
    [verdict] = county.page(Verdict, View(words="QX-2023-01"))
    assert (verdict.grade.label, verdict.confirmed_by) == ("优", None)


def test_what_cannot_be_is_held_with_its_cell_and_the_rest_comes_in(county, ledger, tmp_path):
    sheets, outcome = taken(county, ledger)
    told = {(row.sheet, row.row): "；".join(row.reasons) for row in outcome.rows if row.reasons}
    assert "D4" in told["合同", 4]
    assert "没有登记过“没有这个单位”" in told["合同", 4]
    assert "合同编号已登记" in told["合同", 5]
    assert "相差 -1.00 元" in told["付款", 4]
    assert told["付款", 4] == told["付款", 5].replace("A5", "A4")
    assert "没有登记过合同“QX-2023-09”" in told["付款", 6]
    assert "按分档是“优”" in told["评价", 3]
    assert (outcome.counts["new"], outcome.counts["held"]) == (6, 6)
    assert held_rows(tmp_path / "待处理.xlsx", sheets.all, outcome) == 6


def test_the_same_ledger_again_brings_nothing(county, ledger):
    taken(county, ledger)
    before = [county.count(noun, View()) for noun in (Contract, Payment, Verdict)]
    sheets = read_contracts([ledger], Silent())
    again = county.write(take_in_contracts, sheets, Silent()).value
    assert again.counts["new"] == 0
    assert [county.count(noun, View()) for noun in (Contract, Payment, Verdict)] == before


def test_who_does_not_handle_projects_brings_none(county, ledger):
    county.operator = "张晓梅"
    with pytest.raises(Refused, match="项目经办"):
        county.write(take_in_contracts, read_contracts([ledger], Silent()), Silent())


def test_another_file_is_refused(tmp_path):
    path = tmp_path / "别的.csv"
    path.write_text("甲,乙\n1,2\n", "utf-8")
    with pytest.raises(Refused, match="没有找到合同台账"):
        read_contracts([path], Silent())
