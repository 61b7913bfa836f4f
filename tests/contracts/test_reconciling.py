"""Finance's list against ours: sums, days, payees, and what only one side has."""

import pytest
from openpyxl import Workbook, load_workbook

from qyclient.contracts.models import Payment
from qyclient.contracts.reports.reconciled import write_reconciled
from qyclient.contracts.services.reconciling import read_payments, reconcile
from qyclient.errors import Refused
from qyclient.papers import heading
from qyclient.progress import Silent
from qyclient.records.view import View

HEAD = ("支付编号", "支付令号", "收款人", "支付金额", "付款日期")


def sheet(path, rows):
    book = Workbook()
    book.active.append(HEAD)
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def rows_of(county):
    found = county.page(Payment, View(order="number"))
    return [
        [one.number, "", one.payee, f"{one.amount}", f"{one.paid_on}"]
        for one in found
        if one.status == "VOUCHERED"
    ]


def compared(county, path):
    return county.read(reconcile, read_payments(path, Silent()))


def test_lists_that_agree_say_so(county, tmp_path):
    rows = rows_of(county)
    found = compared(county, sheet(tmp_path / "a.xlsx", rows))
    assert (found.same, found.lines) == (len(rows), [])


def test_each_difference_is_told_and_nothing_is_changed(county, tmp_path):
    rows = rows_of(county)
    rows[0][3] = "48000"
    rows[1][4] = "2025-10-11"
    rows[2][2] = "别的单位"
    lost = rows.pop(3)
    rows.append(["", "ZL-9", "某单位", "123.45", rows[0][4]])
    rows.append(["QC-9", "", "某单位", "若干", rows[0][4]])
    before = rows_of(county)
    found = compared(county, sheet(tmp_path / "a.xlsx", rows))
    told = {line.number: (line.sort, line.told) for line in found.lines}
    assert told[rows[0][0]][0] == "不符"
    assert "金额相差" in told[rows[0][0]][1]
    assert "付讫日期不同" in told[rows[1][0]][1]
    assert "收款户名不同：别的单位" in told[rows[2][0]][1]
    assert told[lost[0]] == ("只有本册有", "财务清单里没有")
    assert told["ZL-9"][0] == "只有财务有"
    assert told["QC-9"][0] == "读不出"
    assert found.same == len(before) - 4
    assert rows_of(county) == before
    path = tmp_path / "差异.xlsx"
    write_reconciled(path, found, heading(county))
    cells = {cell.value for row in load_workbook(path).active.iter_rows() for cell in row}
    assert {"只有财务有", "只有本册有", "不符", "读不出"} <= cells


def test_without_numbers_a_sum_of_a_day_is_enough_if_it_is_the_only_one(county, tmp_path):
    rows = [["", "", row[2], row[3], row[4]] for row in rows_of(county)]
    assert compared(county, sheet(tmp_path / "a.xlsx", rows)).lines == []


def test_another_sheet_is_refused(county, tmp_path):
    path = tmp_path / "b.csv"
    path.write_text("甲,乙\n1,2\n", "utf-8")
    with pytest.raises(Refused, match="没有找到付款记录"):
        read_payments(path, Silent())
