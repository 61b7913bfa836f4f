"""Every return that is declared: it is filled, adds up, is written, and opens its lists."""

from decimal import Decimal

import pytest
from openpyxl import load_workbook

from qyclient.papers import write_return
from qyclient.returns.rules.layouts import layouts
from qyclient.returns.services import filling, keeping
from qyclient.returns.services.lookup import return_called

every_return = pytest.mark.parametrize("kind", layouts())
PERIODS = {"Q": "2025Q1", "M": "2026M02", "H": "2025H1", "Y": "2025"}


@pytest.fixture
def desk(county):
    county.operator = "黄嘉怡"
    return county


def _whole(desk, kind):
    period = PERIODS[layouts()[kind].frequencies[0].value]
    try:
        found = desk.write(keeping.open_return, kind, period).value
    except keeping.Invalid:
        found = desk.read(return_called, kind, period)
    return desk.read(filling.whole, found.id)


@every_return
def test_it_is_filled_and_behind_each_count_stand_its_records(desk, kind):
    whole = _whole(desk, kind)
    for row in whole.layout.rows:
        for column in whole.layout.columns:
            figure = whole.filled.cells[row.key, column.key]
            if column.of and not column.sum and figure is not None:
                assert len(whole.filled.records(row.key, column.key)) == figure
            if column.ratio and figure is not None:
                assert Decimal(0) <= figure <= Decimal(100)


@every_return
def test_it_says_where_its_columns_come_from_and_how_it_is_filled(kind):
    layout = layouts()[kind]
    assert layout.evidence
    assert layout.notes
    assert layout.due_days > 0
    assert len({column.key for column in layout.columns}) == len(layout.columns)
    assert len({row.key for row in layout.rows}) == len(layout.rows)


@every_return
@pytest.mark.parametrize("suffix", [".xlsx", ".pdf"])
def test_it_is_written(desk, kind, suffix, tmp_path):
    path = tmp_path / f"a{suffix}"
    write_return(desk, _whole(desk, kind).found.id, path)
    if suffix == ".xlsx":
        assert load_workbook(path).sheetnames[1:] == ["填表说明", "校验结果"]
    else:
        assert path.read_bytes().startswith(b"%PDF")
