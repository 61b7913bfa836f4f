"""变更记录: what the register said in law on a day, however late and in whatever order typed."""

from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import LegalChange, Officer, Organization
from qyclient.organizations.rules.legal_changes import CORRECTION, gaps
from qyclient.organizations.services.by_law import (
    body_on,
    days_of,
    officers_on,
    said_on,
    said_through,
)
from qyclient.organizations.services.changes import (
    change_rows,
    changes_of,
    keep_changes,
    masked,
    record_change,
)
from qyclient.organizations.services.mending import undo_last
from qyclient.organizations.services.register import (
    amend,
    keep_officers,
    officers_of,
    register,
    the,
)
from qyclient.records.view import View
from qyclient.store.rows import as_row
from qyclient.workspace import Workspace

NAME = "清新区山村书屋促进会"
BODY = {
    "name": NAME, "org_type": "社会团体", "uscc": "51441803YL95000056", "legal_rep": "梁国栋",
    "legal_rep_id_no": "441827199603199643", "residence": "太和镇甲街1号", "fund_amount": "3万元",
    "established_on": "1998-05-01", "business_supervisor": "直接登记",
}  # fmt: skip


@pytest.fixture
def body(workspace):
    return workspace.write(register, BODY, [{"name": "梁国栋", "post": "会长"}]).value


def _later(workspace, *day):
    moment = datetime(2026, *day, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    return Workspace(workspace.folder, "李四", lambda: moment)


def _changed(session, *words, **ground):
    return record_change(session, the(session, BODY["uscc"]), *words, **ground)


def _past(session, rows, because=""):
    keep_changes(session, the(session, BODY["uscc"]), rows, because)


def _on(workspace, body, day):
    return workspace.read(body_on, body.id, day)


def row(item, before, after, effective_on, **more):
    return {"item": item, "before": before, "after": after, "effective_on": effective_on, **more}


def test_a_change_decided_here_counts_from_its_day_not_from_the_day_it_was_typed(workspace, body):
    later = _later(workspace, 3, 20)
    later.write(_changed, "residence", "太和镇甲街1号", "太和镇乙街2号", "2026-03-10")
    assert _on(later, body, date(2026, 3, 9)).residence == "太和镇甲街1号"
    assert _on(later, body, date(2026, 3, 10)).residence == "太和镇乙街2号"
    assert later.page(Organization, View())[0].residence == "太和镇乙街2号"
    later.close()


def test_a_change_that_does_not_begin_with_what_is_registered_is_refused(workspace, body):
    with pytest.raises(Invalid, match="与变更前不同"):
        workspace.write(_changed, "residence", "别的街", "太和镇乙街2号", "2026-03-01")
    assert workspace.read(changes_of, body.id) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("fund_amount", "三万元", "3万元", "2020"), "相同"),
        (("residence", "甲", "太和镇甲街1号", "不详"), "写明年份"),
        (("residence", "甲", "太和镇甲街1号", "2026-03-03"), "晚于今天"),
        (("name", "", NAME, "2020"), "请填写变更前后的名称"),
        (("phone", "1", "2", "2020"), "不是登记事项"),
    ],
)
def test_what_cannot_be_a_change_is_refused(words, said, workspace, body):
    with pytest.raises(Refused, match=said):
        workspace.write(_changed, *words, origin="补录")


def test_the_past_of_the_paper_file_is_dated_history_without_a_matter(workspace, body):
    rows = [
        row("法定代表人", "何美玲", "梁国栋", "2016-04-05", document_number="清民〔2016〕8号"),
        row("住所", "太和镇旧街9号", "太和镇甲街1号", "2009年"),
    ]
    workspace.write(_past, rows)
    then = _on(workspace, body, date(2008, 12, 31))
    assert (then.residence, then.legal_rep) == ("太和镇旧街9号", "何美玲")
    assert then.legal_rep_id_no is None  # the number is another person's
    assert _on(workspace, body, date(2012, 1, 1)).residence == "太和镇甲街1号"
    assert _on(workspace, body, date(2016, 4, 5)).legal_rep_id_no == BODY["legal_rep_id_no"]
    assert workspace.read(days_of, body.id) == [date(2009, 1, 1), date(2016, 4, 5)]
    assert _on(workspace, body, date(1997, 1, 1)) is None


def test_the_days_of_a_body_are_those_of_the_law_and_of_what_was_typed(workspace, body):
    workspace.write(_past, [row("住所", "太和镇旧街9号", "太和镇甲街1号", "2009年")])
    later = _later(workspace, 4, 1)
    done = later.write(amend, body.id, body.version, {"phone": "0763-5811111"}).value
    found = later.read(said_through, body.id)
    assert [(day.isoformat(), one.residence, one.phone) for day, one in found] == [
        ("1998-05-01", "太和镇旧街9号", None),
        ("2009-01-01", "太和镇甲街1号", None),
        ("2026-04-01", "太和镇甲街1号", "0763-5811111"),
    ]
    later.write(amend, body.id, done.version, {"established_on": "不详"})
    days = [day for day, _one in later.read(said_through, body.id)]
    assert days[0] == date(2008, 12, 31)
    later.close()


def test_a_past_that_does_not_lead_to_the_present_is_refused(workspace, body):
    with pytest.raises(Invalid, match="与登记的“太和镇甲街1号”不同"):
        workspace.write(_past, [row("住所", "旧", "又一处", "2009")])


def test_past_changes_are_amended_and_taken_out_with_a_reason(workspace, body):
    workspace.write(_past, [row("住所", "旧街", "太和镇甲街1号", "2009")])
    [shown] = workspace.read(change_rows, body.id)
    workspace.write(_past, [{**shown, "before": "老街", "effective_on": "2008-07"}])
    assert _on(workspace, body, date(2008, 6, 30)).residence == "老街"
    with pytest.raises(Invalid, match="请写明原因"):
        workspace.write(_past, [])
    workspace.write(_past, [], "看错了盒")
    assert workspace.read(changes_of, body.id) == []
    assert [c.voided_because for c in workspace.page(LegalChange, View())] == []
    assert _on(workspace, body, date(2008, 6, 30)).residence == "太和镇甲街1号"


def test_a_change_decided_here_is_not_taken_out_as_a_row(workspace, body):
    workspace.write(_changed, "residence", "太和镇甲街1号", "太和镇乙街2号", "2026-03-01")
    with pytest.raises(Invalid, match="办件"):
        workspace.write(_past, [], "不要了")


def test_a_correction_was_always_so_and_its_undoing_too(workspace, body):
    workspace.write(_changed, "residence", "太和镇甲街1号", "太和镇乙街2号", "2026-03-01")
    version = workspace.page(Organization, View())[0].version
    later = _later(workspace, 4, 1)
    texts = {"residence": "太和镇乙街12号", "legal_rep_id_no": "44182719610605401X"}
    later.write_because(f"{CORRECTION}看错", amend, body.id, version, texts)
    then = _on(later, body, date(2026, 3, 2))
    assert (then.residence, then.legal_rep_id_no) == ("太和镇乙街12号", "44182719610605401X")
    assert later.read(changes_of, body.id)[0].after == "太和镇乙街12号"
    later.write(undo_last)
    assert _on(later, body, date(2026, 3, 2)).legal_rep_id_no == BODY["legal_rep_id_no"]
    later.close()


def test_what_has_no_change_in_law_counts_as_the_history_knows_it(workspace, body):
    later = _later(workspace, 4, 1)
    later.write(amend, body.id, body.version, {"phone": "0763-5811111"})
    assert _on(later, body, date(2026, 3, 31)).phone is None
    assert _on(later, body, date(2026, 4, 1)).phone == "0763-5811111"
    later.close()


def test_a_missing_change_between_two_is_seen_and_personal_values_are_masked(workspace, body):
    rows = [row("住所", "一", "二", "2001"), row("住所", "三", "太和镇甲街1号", "2005")]
    number = row("法定代表人身份证号", "44182719610605401X", BODY["legal_rep_id_no"], "2005")
    workspace.write(_past, [*rows, number])
    found = workspace.read(changes_of, body.id, "residence")
    assert gaps(found) == [found[1]]
    assert _on(workspace, body, date(2003, 1, 1)).residence == "三"
    [secret] = workspace.read(changes_of, body.id, "legal_rep_id_no")
    assert "196106" not in masked(secret, "before")


def test_officers_count_for_their_terms_and_can_be_amended(workspace, body):
    [chair] = map(as_row, workspace.read(officers_of, body.id))
    former = {"name": "何美玲", "post": "会长", "term_start": "2008", "term_end": "2016-04"}
    workspace.write(keep_officers, body.id, [{**chair, "term_start": "2016-04-05"}, former], "")

    def names(day):
        return {one.name for one in workspace.read(officers_on, body.id, day)}

    assert names(date(2010, 1, 1)) == {"何美玲"}
    assert names(date(2016, 4, 20)) == {"何美玲", "梁国栋"}
    assert names(date(2020, 1, 1)) == {"梁国栋"}
    rows = [as_row(one) for one in workspace.read(officers_of, body.id)]
    with pytest.raises(Invalid, match="请写明原因"):
        workspace.write(keep_officers, body.id, rows[:1], "")
    workspace.write(keep_officers, body.id, rows[:1], "不是本单位的人")
    assert [one.name for one in workspace.read(officers_of, body.id)] == ["梁国栋"]
    assert workspace.count(Officer, View()) == 1


def test_the_order_of_typing_makes_no_difference(workspace):
    made = count()

    def told(days, order, asked):
        places = [f"太和镇{n}号" for n in range(len(days) + 1)]
        past = [
            row("residence", before, after, day.isoformat())
            for before, after, day in zip(places, places[1:], days, strict=False)
        ]
        facts = {**BODY, "uscc": "", "name": f"{NAME}{next(made)}", "residence": places[-1]}
        body = workspace.write(register, {**facts, "legal_rep_id_no": ""}).value

        def typed(session, one):
            record_change(session, session.get_one(Organization, body.id), **one, origin="补录")

        for number in (
            len(past) - 1,
            *order,
        ):  # the newest leads to what is registered: it is first
            workspace.write(typed, past[number])
        return [
            (_on(workspace, body, day).residence, places[sum(one <= day for one in days)])
            for day in asked
        ]

    @settings(max_examples=15, deadline=None, database=None)
    @given(st.data())
    def check(data):
        drawn = st.sets(st.dates(date(1999, 1, 1), date(2025, 12, 31)), min_size=1, max_size=5)
        days = sorted(data.draw(drawn))
        order = data.draw(st.permutations(range(len(days) - 1)))
        asked = [day + timedelta(days=n) for day in days for n in (-1, 0, 1)]
        for said, model in told(days, order, asked):
            assert said == model

    check()


def test_lists_read_the_same_past_as_one_body(workspace, body):
    workspace.write(_past, [row("住所", "旧街", "太和镇甲街1号", "2009")])
    [listed] = workspace.read(said_on, Organization, date(2005, 1, 1))
    assert vars(listed) == vars(_on(workspace, body, date(2005, 1, 1)))
