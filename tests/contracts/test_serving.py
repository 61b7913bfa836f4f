"""Service records: declared, drawn by a seed, recognised or rejected, and counted once."""

from datetime import date

import pytest

from qyclient.contracts.models import Contract, ServiceRecord
from qyclient.contracts.services.network import by_item, by_month, by_station, total
from qyclient.contracts.services.record_sheets import read_records, take_in_records
from qyclient.contracts.services.sampling import draw, judge, recognise_the_rest
from qyclient.contracts.services.serving import enter_records, progress_of
from qyclient.errors import Invalid, Refused
from qyclient.organizations.services.held import held_rows
from qyclient.progress import Silent
from qyclient.records.view import Filter, View

NUMBER = "QX-2024-007"
CASE = {"contract": NUMBER, "type": "个案", "served_on": "2026-03-01"}
SHEET = """服务记录表（样例）
记录编号,合同编号,服务种类,服务日期,服务事项,数量,受益人次,满意度
B-1,QX-2024-007,个案,2026-02-01,探访,1,3,5
B-2,没有的合同,个案,2026-02-02,探访,1,3,5
B-3,QX-2024-007,个案,2027-01-01,探访,1,3,5
B-4,QX-2024-007,唱歌,2026-02-03,探访,1,3,5
B-1,QX-2024-007,小组,2026-02-04,探访,2,8,4
B-5,QX-2024-007,小组,2026-02-05,探访,0,8,6
合计,,,,,5,25,
"""


def _contract(county):

    return county.page(Contract, View(words=NUMBER))[0]


@pytest.fixture
def declared(county):
    """Ten more cases of a contract, none looked at."""
    records = county.write(enter_records, [CASE] * 10).value
    return [record.number for record in records]


def test_what_is_typed_is_declared_under_a_number_of_its_own(county, declared):
    assert declared[0] == "F2026-000001"
    assert declared[-1] == "F2026-000010"
    [made] = county.page(ServiceRecord, View(words=declared[0]))
    assert made.status.label == "申报"


def test_one_bad_line_refuses_the_grid_and_names_its_line(county):
    before = county.count(ServiceRecord, View())
    with pytest.raises(Invalid) as no:
        county.write(enter_records, [CASE, CASE | {"served_on": "2026-03-03"}])
    assert no.value.problems == {"row2": "第 2 行：服务日期晚于今天"}
    assert county.count(ServiceRecord, View()) == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"contract": ""}, "合同和站点至少填一个"),
        ({"served_on": "2024-03-31"}, "早于合同服务期限"),
        ({"finished_on": "2026-02-01"}, "办结日期早于服务日期"),
        ({"quantity": "0"}, "数量应大于零"),
        ({"satisfaction": "6"}, "1 至 5"),
    ],
)
def test_what_cannot_be_a_record_is_told(change, said, county):
    with pytest.raises(Refused, match=said):
        county.write(enter_records, [CASE | change])


def test_a_sample_is_drawn_again_by_its_seed(county, declared):
    key = _contract(county).id
    first = county.write(draw, key, 5, 2026).value
    second = county.write(draw, key, 5, 2026).value
    other = county.write(draw, key, 5, 2027).value
    assert first.numbers == second.numbers != other.numbers
    assert (first.size, first.seed, first.population) == (5, 2026, 33)
    with pytest.raises(Refused, match="1 至 33"):
        county.write(draw, key, 34, 1)


def test_only_what_is_recognised_counts_and_both_figures_are_shown(county, declared):
    key = _contract(county).id
    [before] = [one for one in county.read(progress_of, key) if one.name == "个案"]
    records = county.page(ServiceRecord, View(filters=(Filter("number", contains="F2026"),)))
    chosen = [record.id for record in records]
    with pytest.raises(Invalid, match="请写明理由"):
        county.write(judge, chosen[:1], recognised=False, how="电话", why="")
    county.write(judge, chosen[:3], recognised=False, how="电话", why="查无此人")
    county.write(judge, chosen[3:6], recognised=True, how="实地", why="")
    [after] = [one for one in county.read(progress_of, key) if one.name == "个案"]
    assert after.recognised == before.recognised + 3
    assert after.declared == before.declared
    county.write(recognise_the_rest, key, "抽查合格")
    [last] = [one for one in county.read(progress_of, key) if one.name == "个案"]
    assert last.recognised >= before.recognised + 7


def test_a_sheet_comes_in_row_by_row_and_the_rest_is_held_with_its_cell(county, tmp_path):
    path = tmp_path / "服务记录.csv"
    path.write_text(SHEET, "utf-8")
    sheets = read_records([path], Silent())
    outcome = county.write(take_in_records, sheets, Silent()).value
    assert (outcome.counts["new"], outcome.counts["held"], outcome.counts["skipped"]) == (1, 5, 1)
    told = {row.row: "；".join(row.reasons) for row in outcome.rows if row.outcome == "held"}
    assert "B4" in told[4]
    assert "没有登记过“没有的合同”" in told[4]
    assert "服务日期晚于今天" in told[5]
    assert "不在可选项中" in told[6]
    assert "记录编号 B-1 已经有了" in told[7]
    assert "数量应大于零" in told[8]
    assert "满意度应为 1 至 5" in told[8]
    assert held_rows(tmp_path / "待处理.xlsx", sheets, outcome) == 5
    again = county.write(take_in_records, sheets, Silent()).value
    assert again.counts["new"] == 0


def test_a_file_without_records_is_refused(county, tmp_path):
    path = tmp_path / "别的.csv"
    path.write_text("甲,乙\n1,2\n", "utf-8")
    with pytest.raises(Refused, match="没有找到服务记录"):
        read_records([path], Silent())


def test_the_network_counts_the_same_by_station_item_and_month(county):
    span = (date(2025, 3, 1), date(2025, 4, 30))
    whole = county.read(total, *span)
    assert whole.errands == 13268
    for figures in (by_station, by_item, by_month):
        found = county.read(figures, *span)
        assert sum(one.errands for one in found) == whole.errands
        assert sum(one.timed for one in found) == whole.timed
    assert {one.name for one in county.read(by_month, *span)} == {"2025-03", "2025-04"}
    assert 0.9 < whole.in_time_rate < 1
