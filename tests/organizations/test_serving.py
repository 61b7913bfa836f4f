"""送达: from the day a paper is received the law counts."""

from datetime import date, timedelta

import pytest

from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Document
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.clocks import left
from qyclient.organizations.services.documents import cancel, make
from qyclient.organizations.services.filing import open_matter
from qyclient.organizations.services.matters import advance, the_matter
from qyclient.organizations.services.remedies import remedies_of
from qyclient.organizations.services.serving import (
    amend_delivery,
    deliver,
    deliveries_of,
    open_delivery,
)
from qyclient.records.view import View
from tests.at_the_desk import sit
from tests.conftest import NOW

TODAY = NOW.date()
BODY = "清新区和乐社会工作服务中心"
SAID = {"facts": "连续两年未报送年度报告", "ground": "民政部令第60号", "evidence": "催报函二份"}


def step(workspace, matter, move, **said):
    now = workspace.read(the_matter, matter.number)
    sit(workspace, kinds()[now.kind].flow.move(move).role)
    workspace.write(advance, now.id, now.version, move, said)
    return workspace.read(the_matter, matter.number)


@pytest.fixture
def notified(county):
    """A matter whose prior notice was issued and has not reached anybody."""
    applied = {"ground": ["未按时报送年度报告"]}
    matter = county.write(open_matter, "ABNORMAL_IN", {}, applied, BODY).value
    matter = step(county, matter, "notify", **SAID)
    said = {"evidence": SAID["evidence"]}
    notice = county.write(make, matter.id, "prior_notice", said, TODAY).value.document
    return county, matter, notice


def now(workspace, matter):
    return workspace.read(the_matter, matter.number)


def sent(workspace, document, **texts):
    whole = {"sent_on": "2026-03-02", **texts}
    return workspace.write(deliver, document.id, whole).value


def test_the_days_for_a_hearing_begin_when_the_notice_was_received(notified):
    county, matter, notice = notified
    county.write(cancel, notice.id, "先不发")
    again = county.write(
        make, matter.id, "prior_notice", {"evidence": "二份"}, TODAY
    ).value.document
    sent(county, again, way="邮寄", tracking="EMS1")
    assert now(county, matter).due_on is None
    assert county.read(left, now(county, matter)) == "等待送达，期限从送达之日起算"
    under_way = county.read(open_delivery, again.id)
    outcome = {"received_on": "2026-03-02", "receiver": "李主任"}
    county.write(amend_delivery, under_way.id, under_way.version, outcome)
    assert now(county, matter).due_on == date(2026, 3, 9)
    assert county.read(left, now(county, matter)) == "剩 5 个工作日，3月9日 到期"
    [shown] = [d for d in county.page(Document, View(words=again.number)) if d.id == again.id]
    assert shown.served_on == TODAY


def test_mail_that_came_back_is_sent_again_another_way(notified):
    county, _matter, notice = notified
    first = sent(county, notice, way="邮寄")
    with pytest.raises(Refused, match="还没有结果"):
        sent(county, notice, way="邮寄")
    with pytest.raises(Invalid, match="退回的原因"):
        county.write(amend_delivery, first.id, first.version, {"returned_on": "2026-03-02"})
    back = {"returned_on": "2026-03-02", "returned_because": "查无此人"}
    county.write(amend_delivery, first.id, first.version, back)
    sent(county, notice, way="公告", place="本机关门户网站")
    tries = county.read(deliveries_of, notice.id)
    assert [one.served_on for one in tries] == [None, TODAY + timedelta(days=30)]


@pytest.mark.parametrize(
    ("texts", "key", "why"),
    [
        ({"way": "直接送达"}, "received_on", "当场签收"),
        ({"way": "直接送达", "received_on": "2026-03-02"}, "receiver", "请填写签收人"),
        ({"way": "留置送达", "received_on": "2026-03-02"}, "witness", "见证人"),
        ({"way": "公告送达"}, "place", "载体"),
        ({"way": "邮寄送达", "sent_on": "2026-03-01"}, "sent_on", "早于成文日期"),
        ({"way": "邮寄送达", "sent_on": "2026-03-03"}, "sent_on", "晚于今天"),
        (
            {
                "way": "邮寄送达",
                "received_on": "2026-03-02",
                "receiver": "李晓",
                "returned_on": "2026-03-02",
                "returned_because": "拒收",
            },
            "returned_on",
            "只填一个",
        ),
    ],
)
def test_what_a_way_asks_for_is_said_beside_its_field(notified, texts, key, why):
    county, _matter, notice = notified
    with pytest.raises(Invalid) as no:
        sent(county, notice, **texts)
    assert why in no.value.problems[key]


def test_a_cancelled_paper_is_not_served(notified):
    county, _matter, notice = notified
    county.write(cancel, notice.id, "发错")
    with pytest.raises(Refused, match="已作废"):
        sent(county, notice, way="邮寄")


def test_a_decision_that_was_served_says_until_when_it_can_be_fought(notified):
    county, matter, notice = notified
    in_person = {"way": "直接送达", "received_on": "2026-03-02", "receiver": "李主任"}
    sent(county, notice, **in_person)
    assert county.read(remedies_of, notice) == []
    step(county, matter, "review", statement="没有陈述申辩", opinion="同意")
    signed = {"opinion": "列入", "signer": "陈国庆", "signed_on": "2026-03-02", "basis": "审批表"}
    step(county, matter, "decide", **signed)
    said = {"statement": "没有陈述申辩", "decision": "列入活动异常名录", "evidence": "催报函"}
    decision = county.write(make, matter.id, "decision", said, TODAY).value.document
    sent(county, decision, **in_person)
    [kept] = [d for d in county.page(Document, View()) if d.id == decision.id]
    assert county.read(remedies_of, kept) == [
        "行政复议至 2026年5月1日（行政复议法第二十条）",
        "行政诉讼至 2026年9月2日（行政诉讼法第四十六条）",
    ]
