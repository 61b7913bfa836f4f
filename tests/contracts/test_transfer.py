"""Functions and their meetings, the directory and its conditions, catalogues, councils, classes."""

from datetime import date

import pytest

from qyclient.contracts.models import (
    CatalogueItem,
    Challenge,
    CouncilDecision,
    DirectoryEntry,
    FunctionItem,
    Meeting,
    TrainingClass,
)
from qyclient.contracts.reports.minutes import minutes
from qyclient.contracts.services.catalogues import (
    bring_shipped,
    enter_catalogue,
    in_force_on,
    read_catalogue,
)
from qyclient.contracts.services.directory import apply_for, enlist, publicise
from qyclient.contracts.services.noting import note
from qyclient.contracts.services.transferring import (
    advance_item,
    hold_meeting,
    items_like,
    opinions_of,
    propose,
)
from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import CreditListing
from qyclient.organizations.rules.lists import CreditList
from qyclient.organizations.rules.papers import papers
from qyclient.organizations.services.register import the
from qyclient.paper.pdf.raster import page_count
from qyclient.papers import heading
from qyclient.progress import Silent
from qyclient.records.view import Filter, View
from tests.contracts.bought import BODY

ITEM = {"name": "行业统计", "department": "区工信局", "mode": "转移"}
MEETING = {
    "title": "区协调会议", "held_on": "2026-03-01", "convener": "区社工委", "attendees": "各部门",
}  # fmt: skip


@pytest.fixture
def items(workspace):
    """25 functions of one body, none coordinated yet."""
    for number in range(1, 26):
        workspace.write(propose, ITEM | {"number": f"Z-{number:02d}"})
    return workspace.read(items_like, "")


def _row(number, opinion="同意", reason=""):
    return {"item": f"Z-{number:02d}", "opinion": opinion, "reason": reason}


def test_a_meeting_gives_an_opinion_on_each_of_25_items(workspace, items):
    assert len(items) == 25
    rows = [_row(n) for n in range(1, 21)]
    rows += [_row(n, "暂缓", "力量不足") for n in range(21, 26)]
    meeting = workspace.write(hold_meeting, MEETING, rows).value
    states = {i.number: i.status for i in workspace.page(FunctionItem, View())}
    assert (states["Z-01"], states["Z-25"]) == ("COORDINATED", "NEGOTIATING")
    found = [(one, one.item) for one in workspace.read(opinions_of, meeting.id)]
    pdf = minutes(papers()["minutes"].text, meeting, found, heading(workspace))
    assert pdf.startswith(b"%PDF")
    assert page_count(pdf) >= 2


def test_an_opinion_that_is_not_agreed_has_its_reason_and_each_item_one(workspace, items):
    for rows, said in (
        ([_row(1, "不同意")], "请写明理由"),
        ([_row(1), _row(1)], "重复"),
        ([], "至少填写一项"),
    ):
        with pytest.raises(Refused, match=said):
            workspace.write(hold_meeting, MEETING, rows)
    assert workspace.count(Meeting, View()) == 0


def test_what_is_kept_for_a_time_says_until_when(workspace):
    with pytest.raises(Invalid, match="转移期限"):
        workspace.write(propose, ITEM | {"number": "Z-1", "mode": "暂时保留、限时转移"})


def test_a_function_is_handed_over_only_to_somebody_and_under_supervision(county):
    made = county.write(propose, ITEM | {"number": "X-1", "recipient": BODY}).value

    def go(move, **answers):
        [now] = county.page(FunctionItem, View(filters=(Filter("number", contains="X-1"),)))
        return county.write(advance_item, now.id, now.version, move, answers).value

    county.operator = "黄嘉怡"
    go("coordinate")
    with pytest.raises(Refused, match="文件名称和文号"):
        go("approve_item")
    go("approve_item", document="政办〔2026〕1号")
    go("publish_item", notice="网站")
    go("agree", document="协议 1")
    with pytest.raises(Refused, match="监管措施"):
        go("transfer")
    assert go("take_back", reason="承接单位注销").status == "TAKEN_BACK"
    assert made.number == "X-1"


def _fall(session):
    session.add(
        CreditListing(
            organization=the(session, BODY), on_list=CreditList.ABNORMAL, since=date(2026, 3, 1),
            ground="未报送年度工作报告", source="2026-00007",
        )
    )  # fmt: skip


def _entry(county):
    return county.page(DirectoryEntry, View(filters=(Filter("number", contains="ML-001"),)))[0]


def test_who_is_listed_is_looked_at_again_when_his_credit_changes(county):
    assert _entry(county).status.label == "在目录"
    county.write(_fall)
    entry = _entry(county)
    assert entry.status.label == "暂停"
    assert "不在活动异常名录——2026年3月1日列入" in entry.reason

    def lift(session):
        for one in session.query(CreditListing).where(CreditListing.source == "2026-00007"):
            one.until, one.lifted_because = date(2026, 3, 2), "已补报"

    county.write(lift)
    assert _entry(county).status.label == "在目录"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"full_time": "1"}, "专职人员不少于 2 人"),
        ({"has_finance": "否"}, "独立的财务"),
        ({"has_premises": ""}, "固定办公场所"),
    ],
)
def test_nobody_is_shown_to_the_public_who_misses_a_condition(change, said, county):
    texts = {
        "number": "ML-9", "organization": "清新县暖心大学生社会服务队", "applied_on": "2026-03-01",
        "full_time": "2", "has_finance": "是", "has_premises": "是",
    }  # fmt: skip
    entry = county.write(apply_for, texts | change).value
    with pytest.raises(Refused, match=said):
        county.write(publicise, entry.id, entry.version)


def test_nobody_is_listed_before_the_days_of_publicity_are_over(county):
    texts = {
        "number": "ML-9", "organization": BODY, "applied_on": "2026-03-01", "full_time": "3",
        "has_finance": "是", "has_premises": "是",
    }  # fmt: skip
    entry = county.write(apply_for, texts).value
    shown = county.write(publicise, entry.id, entry.version).value
    with pytest.raises(Refused, match="公示到 2026年3月9日"):
        county.write(enlist, shown.id, shown.version)


def test_shipped_catalogues_come_once_and_hold_in_their_days(workspace):
    assert workspace.write(bring_shipped).value == 2
    assert workspace.write(bring_shipped).value == 0
    names = {i.name: i.service_kind.label for i in workspace.page(CatalogueItem, View())}
    assert names["社会工作服务"] == "公共服务"
    assert names["会议服务"] == "政府履职辅助性服务"
    [then] = workspace.read(in_force_on, date(2016, 1, 1))
    assert "96号" in then.name


def test_a_catalogue_is_read_from_a_sheet_or_refused_whole(workspace, tmp_path):
    path = tmp_path / "目录.csv"
    path.write_text("代码,事项,级次\nA,公共服务,1\nA01,公共安全服务,2\n", "utf-8")
    rows = read_catalogue(path, Silent())
    made = workspace.write(enter_catalogue, {"name": "清新区目录（2026）"}, rows).value
    assert workspace.count(CatalogueItem, View()) == 2
    bad = [{"code": "A", "name": "甲", "level": "7"}]
    with pytest.raises(Invalid, match="级次应为"):
        workspace.write(enter_catalogue, {"name": "另一目录"}, bad)
    assert made.name == "清新区目录（2026）"


def test_votes_of_a_council_add_up_and_decide(county):
    texts = {
        "council": "太和镇样例村村民理事会", "decided_on": "2026-03-01", "matter": "修路",
        "present": "7", "attended": "6", "ayes": "3", "noes": "2", "abstained": "1",
    }  # fmt: skip
    assert county.write(note, CouncilDecision, texts).value.result == "未通过"
    assert county.write(note, CouncilDecision, texts | {"ayes": "4", "noes": "1"}).value.result
    with pytest.raises(Invalid, match="合计 5"):
        county.write(note, CouncilDecision, texts | {"noes": "1"})


def test_a_challenge_has_seven_work_days_and_so_has_its_answer(county):
    texts = {
        "project": "XM-2026-002", "supplier": "某公司", "knew_on": "2026-02-10", "matter": "评分",
    }  # fmt: skip
    made = county.write(note, Challenge, texts | {"raised_on": "2026-02-26"}).value
    assert made.due_on == date(2026, 3, 6)
    with pytest.raises(Invalid, match="已经超过"):
        county.write(note, Challenge, texts | {"raised_on": "2026-03-02"})


def test_a_class_counts_no_more_than_came(workspace):
    texts = {
        "name": "班", "organiser": "校", "start_on": "2026-03-01", "hours": "8", "enrolled": "10",
    }  # fmt: skip
    with pytest.raises(Invalid) as no:
        workspace.write(note, TrainingClass, texts | {"attended": "11", "passed": "12"})
    assert {*no.value.problems} == {"attended", "passed"}
