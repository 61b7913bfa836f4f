"""平台表：能登记的登记，看不懂的连原因退回."""

from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from qyclient.errors import Refused
from qyclient.organizations.rules.review_lists import ReviewState
from qyclient.organizations.services.held import held_rows
from qyclient.organizations.services.season import season
from qyclient.organizations.services.season_intake import read_season, take_in_season
from qyclient.progress import Silent

HEADS = ("单位名称", "信用代码", "状态", "报送日期", "初审日期", "收到日期", "退回原因")


@pytest.fixture
def sheet(tmp_path):
    """Write rows under the platform's headings; return the sheets as they are read."""

    def sheet(*rows, heads=HEADS):
        book = Workbook()
        book.active.append(heads)
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / "平台.xlsx")
        return read_season([tmp_path / "平台.xlsx"], Silent())

    return sheet


def _due(county, many=2):
    lines = county.read(season, 2025)
    return [one for one in lines if one.state is ReviewState.DUE and one.supervised][:many]


def _take(county, sheets):
    return county.write(take_in_season, sheets, 2025, Silent()).value


def test_days_and_states_are_noted_and_read_again_change_nothing(county, sheet):
    first, second = _due(county)
    sheets = sheet(
        (first.row.name, first.row.uscc, "已受理", "2026-01-20", "2026年2月3日", "2026.2.10", ""),
        (second.row.name, None, "已提交", None, None, None, ""),
    )
    assert _take(county, sheets).counts["new"] == 2
    found = {line.key: line for line in county.read(season, 2025)}
    row = found[first.key].row
    assert (row.sent_on, row.received_on) == (date(2026, 1, 20), date(2026, 2, 10))
    assert found[second.key].row.sent_on == date(2026, 3, 2)
    assert _take(county, sheets).counts["unchanged"] == 2


def test_what_cannot_be_noted_is_held_with_its_cell_and_handed_back(county, sheet, tmp_path):
    first, second = _due(county)
    spared = next(line for line in county.read(season, 2025) if line.why)
    sheets = sheet(
        ("没有这个协会", None, "已受理", None, None, None, ""),
        (first.row.name, None, "已受理", "二月三十日", None, None, ""),
        (second.row.name, None, "不知道", None, None, None, ""),
        (second.row.name, None, None, None, None, "2026-02-10", ""),
        (spared.row.name, spared.row.uscc, "已提交", None, None, None, ""),
        ("合计", None, None, None, None, None, ""),
    )
    outcome = _take(county, sheets)
    assert outcome.counts == {"new": 0, "changed": 0, "unchanged": 0, "held": 5, "skipped": 1}
    told = [row.reasons[0] for row in outcome.rows if row.outcome == "held"]
    wanted = ("名册中没有", "D3 报主管单位日期", "C4 进度", "主管单位还没有审查", "不需要参加")
    assert all(part in said for part, said in zip(wanted, told, strict=True))
    held_rows(tmp_path / "held.xlsx", sheets, outcome)
    assert load_workbook(tmp_path / "held.xlsx").active.max_row == 6


def test_a_name_beside_another_ones_code_is_held(county, sheet):
    first, second = _due(county)
    outcome = _take(county, sheet((first.row.name, second.row.uscc, "已提交", *[None] * 4)))
    assert "与本行名称不同" in outcome.rows[0].reasons[0]


def test_one_body_twice_is_noted_once(county, sheet):
    first, _second = _due(county)
    row = (first.row.name, None, "已提交", None, None, None, "")
    outcome = _take(county, sheet(row, row))
    assert [one.outcome for one in outcome.rows] == ["new", "held"]


def test_a_sheet_of_something_else_is_refused(county, sheet):
    del county
    with pytest.raises(Refused, match="没有找到年检"):
        sheet(("甲", 1), heads=("单位名称", "面积"))
