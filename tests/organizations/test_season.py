"""年检（年报）季：谁欠、到哪一步、谁逾期；登记、退回、结论."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from qyclient.errors import Refused
from qyclient.organizations.models import AnnualReview, LegalChange
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.rules.review_lists import ReviewMode, ReviewState, ReviewStep
from qyclient.organizations.rules.review_steps import Note
from qyclient.organizations.services.changes import record_change
from qyclient.organizations.services.register import register
from qyclient.organizations.services.reviewing import note_years
from qyclient.organizations.services.season import counts_of, mode_of, owing, season
from qyclient.progress import Silent
from qyclient.records.view import Filter, View
from qyclient.store.undo import take_back
from qyclient.workspace import Workspace

DAY = date(2026, 2, 10)
BODY = {
    "name": "清新区晨光阅读促进会", "org_type": "社会团体", "legal_rep": "李晓",
    "residence": "清新区太和镇", "fund_amount": "3万元", "individual_members": "60",
    "established_on": "2015-03-01", "business_supervisor": "清远市清新区教育局",
}  # fmt: skip


@pytest.fixture
def on():
    """Open a register as it is used on another day."""
    opened = []

    def on(workspace, *day):
        moment = datetime(*day, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
        opened.append(Workspace(workspace.folder, "张三", lambda: moment))
        return opened[-1]

    yield on
    for workspace in opened:
        workspace.close()


def _body(workspace, **texts):
    return workspace.write(register, {**BODY, **texts}).value


def _line(workspace, body, year=2025):
    [line] = workspace.read(season, year, [body.id])
    return line


def _note(workspace, body, *steps, year=2025, day=DAY, words=""):
    notes = [Note(step, day, words) for step in steps]
    return workspace.write(note_years, year, {body.id: notes}, Silent())


def test_a_report_goes_from_the_supervisor_to_the_public(workspace):
    body = _body(workspace)
    assert _line(workspace, body).state is ReviewState.DUE
    for step, state in (
        (ReviewStep.SENT, ReviewState.SUBMITTED),
        (ReviewStep.REVIEWED, ReviewState.SUPERVISOR_REVIEWED),
        (ReviewStep.RECEIVED, ReviewState.ACCEPTED),
        (ReviewStep.PUBLISHED, ReviewState.PUBLISHED),
    ):
        _note(workspace, body, step)
        assert _line(workspace, body).state is state


def test_what_is_returned_comes_again_and_its_first_day_stays_in_the_history(workspace):
    body = _body(workspace)
    _note(workspace, body, ReviewStep.SENT, ReviewStep.REVIEWED, ReviewStep.RECEIVED)
    _note(workspace, body, ReviewStep.RETURNED, words="缺现金流量表")
    line = _line(workspace, body)
    assert (line.state, line.row.returned_because) == (ReviewState.RETURNED, "缺现金流量表")
    _note(workspace, body, ReviewStep.RECEIVED, day=date(2026, 2, 20))
    assert _line(workspace, body).state is ReviewState.ACCEPTED
    [review] = workspace.page(AnnualReview, View())
    moved = [entry["changes"].get("returned_on") for entry in workspace.history(review)]
    assert ["2026-02-10", None] in moved


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([ReviewStep.RECEIVED], "业务主管单位还没有审查"),
        ([ReviewStep.PUBLISHED], "还没有登记收到日期"),
        ([ReviewStep.RETURNED], "请写明原因"),
        ([ReviewStep.QUALIFIED], "没有年检结论"),
        ([ReviewStep.MISSED], "期满以后"),
        ([ReviewStep.EXEMPT], "请写明原因"),
    ],
)
def test_what_cannot_be_yet_is_refused_with_the_name_and_the_reason(workspace, steps, said):
    body = _body(workspace)
    with pytest.raises(Refused, match=said) as no:
        _note(workspace, body, *steps)
    assert body.name in str(no.value)
    assert workspace.count(AnnualReview, View()) == 0


def test_a_day_that_cannot_be_is_refused(workspace):
    body = _body(workspace)
    for day in (date(2026, 3, 3), date(2025, 12, 31)):
        with pytest.raises(Refused, match="日期"):
            _note(workspace, body, ReviewStep.SENT, day=day)


def test_who_registers_directly_sends_without_a_supervisor(workspace):
    body = _body(workspace, business_supervisor="直接登记")
    _note(workspace, body, ReviewStep.RECEIVED)
    assert _line(workspace, body).state is ReviewState.ACCEPTED


def test_an_inspected_year_ends_with_a_conclusion_and_its_reason(workspace):
    body = _body(workspace)
    day = date(2018, 3, 10)
    _note(workspace, body, ReviewStep.REVIEWED, ReviewStep.RECEIVED, year=2017, day=day)
    with pytest.raises(Refused, match="请写明原因"):
        _note(workspace, body, ReviewStep.UNQUALIFIED, year=2017, day=day)
    _note(workspace, body, ReviewStep.UNQUALIFIED, year=2017, day=day, words="逾期换届")
    line = _line(workspace, body, 2017)
    assert (line.state, line.row.concluded_on, line.row.remark) == (
        ReviewState.CONCLUDED,
        day,
        "逾期换届",
    )
    assert mode_of(2017)["S"] is ReviewMode.INSPECTION


def test_one_that_cannot_be_noted_keeps_all_the_others_from_being_noted(workspace):
    first = _body(workspace)
    second = _body(workspace, name="清新区青山志愿服务队", established_on="2025-09-01")
    notes = {body.id: [Note(ReviewStep.SENT, DAY)] for body in (first, second)}
    with pytest.raises(Refused, match="青山志愿服务队：不需要参加2025年度"):
        workspace.write(note_years, 2025, notes, Silent())
    assert workspace.count(AnnualReview, View()) == 0


def test_a_whole_batch_is_taken_back_at_once(county):
    waiting = [one for one in county.read(season, 2025) if one.state is ReviewState.DUE]
    before = counts_of(county.read(season, 2025))
    notes = {line.key: [Note(ReviewStep.SENT, DAY)] for line in waiting}
    done = county.write(note_years, 2025, notes, Silent())
    assert done.value == len(waiting) > 100
    assert counts_of(county.read(season, 2025))["SUBMITTED"] == before["SUBMITTED"] + done.value
    county.write(take_back, done.transaction)
    assert counts_of(county.read(season, 2025)) == before


def test_who_ended_before_the_last_day_owes_nothing_from_then_on(workspace, on):
    body = _body(workspace)
    later = on(workspace, 2026, 6, 8)
    assert (_line(later, body).state, _line(later, body).late) == (ReviewState.OVERDUE, True)
    later.write(record_change, body, "status", "正常", "注销", "2026-04-02")
    assert _line(later, body).why == "报送期内已注销"


def test_a_year_due_before_the_program_began_is_nobodys_miss(workspace, on):
    body = _body(workspace)
    assert _line(workspace, body, 2023).why == "本程序启用前的年度，没有记录"
    much_later = on(workspace, 2028, 2, 1)
    line = _line(much_later, body, 2026)
    assert (line.state, line.missed) == (ReviewState.MISSED, 2)


def test_the_sample_county_has_seasons_in_every_state(county):
    seen = {line.state for year in (2017, 2024, 2025, 2026) for line in county.read(season, year)}
    seen |= {ReviewState.OVERDUE}
    assert seen == {*ReviewState}
    again = [line for line in county.read(season, 2024) if line.missed > 1]
    assert again
    groups = [line for line in owing(county.read(season, 2025)) if line.row.org_type in OrgType]
    assert len(groups) > 250
    ended = View(filters=(Filter("item", among=("status",)),))
    assert county.count(LegalChange, ended) > 10
