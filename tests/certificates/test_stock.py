"""空白证: every sheet is accounted for, and no serial is there twice."""

import multiprocessing
import shutil

import pytest

from qyclient.certificates.models import Blank, StockEntry
from qyclient.certificates.rules import BlankState, gaps, serials
from qyclient.certificates.services import (
    balances,
    find_again,
    gaps_of,
    receive_blanks,
    return_blanks,
    write_off,
)
from qyclient.errors import Invalid, Refused
from qyclient.records.view import View
from qyclient.workspace import REGISTER
from tests.conftest import open_at

ORIGINAL = "S_ORIGINAL_2016"


def receive(workspace, first, last, stock=ORIGINAL):
    texts = {"stock": stock, "first_serial": first, "last_serial": last, "source": "清远市民政局"}
    return workspace.write(receive_blanks, texts).value


def blanks(workspace):
    return {one.serial: one for one in workspace.page(Blank, View(order="serial"))}


def balance(workspace):
    [found] = workspace.read(balances)
    return found


def test_a_range_is_taken_in_sheet_by_sheet(workspace):
    entry = receive(workspace, "No.0099", "No.0102")
    assert (entry.sheets, entry.handled_by) == (4, "张三")
    assert [*blanks(workspace)] == ["No.0099", "No.0100", "No.0101", "No.0102"]
    assert balance(workspace).left == 4


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("甲", "乙", "数字结尾"),
        ("A0001", "B0009", "字头和位数"),
        ("A001", "A0009", "字头和位数"),
        ("A0009", "A0001", "不能小于"),
        ("A000001", "A009999", "最多登记"),
    ],
)
def test_a_range_that_is_none_is_refused_beside_its_field(first, last, said, workspace):
    with pytest.raises(Invalid, match=said) as no:
        receive(workspace, first, last)
    assert [*no.value.problems] == ["first_serial"]
    assert workspace.count(StockEntry, View()) == 0


def test_a_serial_that_was_ever_taken_in_is_not_taken_in_again(workspace):
    receive(workspace, "0001", "0010")
    with pytest.raises(Invalid, match="已登记过：0010"):
        receive(workspace, "0010", "0020")
    receive(workspace, "0010", "0020", stock="S_DUPLICATE_2016")
    assert workspace.count(Blank, View()) == 21


def test_what_goes_back_must_be_here(workspace):
    receive(workspace, "0001", "0010")
    texts = {"stock": ORIGINAL, "first_serial": "0008", "last_serial": "0011", "source": "市局"}
    with pytest.raises(Invalid, match="不在库，不能退回：0011"):
        workspace.write(return_blanks, texts)
    workspace.write(return_blanks, {**texts, "last_serial": "0010"})
    found = balance(workspace)
    assert (found.left, found.by_state[BlankState.RETURNED], found.adds_up) == (7, 3, True)


def test_a_missing_sheet_is_written_off_with_its_reason_and_may_be_found_again(workspace):
    receive(workspace, "0001", "0003")
    sheet = blanks(workspace)["0002"]
    with pytest.raises(Invalid, match="请填写原因"):
        workspace.write(write_off, sheet.id, BlankState.MISSING, " ")
    workspace.write(write_off, sheet.id, BlankState.MISSING, "盘点时不见")
    with pytest.raises(Refused, match="只有在库的"):
        workspace.write(write_off, sheet.id, BlankState.SPOILED, "撕坏")
    assert balance(workspace).left == 2
    workspace.write(find_again, sheet.id, "夹在档案里")
    assert balance(workspace).left == 3


def test_gaps_are_named(workspace):
    receive(workspace, "A0001", "A0004")
    receive(workspace, "A0007", "A0008")
    assert [gap.said for gap in workspace.read(gaps_of, ORIGINAL)] == [
        "A0005 至 A0006：没有收入记录"
    ]
    used, stock = BlankState.USED, BlankState.IN_STOCK
    sheets = [(serial, used if serial == "9" else stock) for serial in serials("7", "9")]
    assert [gap.said for gap in gaps(sheets)] == ["7 至 8：跳过未用，仍在库"]


def _rush(folder, start, ready):
    workspace = open_at(folder)
    ready.wait()
    for number in range(start, start + 20):
        try:
            receive(workspace, f"{number:04d}", f"{number + 4:04d}")
        except Invalid:
            continue
    workspace.close()


def test_two_processes_never_take_one_serial_in_twice(empty_register, tmp_path):
    shutil.copy(empty_register, tmp_path / REGISTER)
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(2)
    others = [context.Process(target=_rush, args=(tmp_path, n, ready)) for n in (1, 3)]
    for other in others:
        other.start()
    for other in others:
        other.join(60)
    assert [other.exitcode for other in others] == [0, 0]
    workspace = open_at(tmp_path)
    sheets = workspace.page(Blank, View())
    assert len({one.serial for one in sheets}) == len(sheets)
    assert balance(workspace).adds_up
    workspace.close()
