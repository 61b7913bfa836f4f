"""法规和期限：随程序的规则，本局自己的规则，放假安排，都从同一个口子取用."""

from datetime import date

import pytest
from openpyxl import Workbook

from qyclient.errors import Invalid, Refused
from qyclient.office.rules.arrangement import read_notice
from qyclient.office.rules.limits import CITED, limit, limits_on, shipped
from qyclient.office.rules.workdays import Calendar
from qyclient.office.services import holidays, law
from qyclient.office.services.staff import add_operator
from qyclient.organizations.rules.citations import citation
from qyclient.organizations.services.matters import the_matter
from qyclient.progress import Silent
from tests.at_the_desk import take_in

NAME = {"name": ["清新区晨光读书会"], "org_type": ["社会团体"]}
TEN_DAYS = {
    "rule": "CORRECTION_DAYS", "org_type": "不分种类", "value": "10", "unit": "工作日",
    "severity": "提醒", "citation": "本机关试行规定第三条", "valid_from": "2026-02-01",
    "source": "清新民〔2026〕1号", "evidence": "已核对原文",
}  # fmt: skip
NOTICE = """国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月14日（周日）上班。
三、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）上班。"""
CHAPTER_12 = {
    "S_MIN_INDIV_MEMBERS", "S_MIN_UNIT_MEMBERS", "S_MIN_FUND_LOCAL", "M_MIN_FUND",
    "DECIDE_EST_DAYS", "DECIDE_GENERAL_DAYS", "CORRECTION_DAYS", "ISSUE_CERT_DAYS",
    "CHARITY_EST_DAYS", "CHARITY_ACCRED_DAYS", "CHANGE_APPLY_DAYS", "DEREG_APPLY_DAYS",
    "REPORT_TO_SUPERVISOR", "REPORT_TO_REGISTRAR", "NEW_ORG_EXEMPT", "INACTIVE_REVOKE",
    "ABNORMAL_TO_SERIOUS", "SERIOUS_MIN_YEARS", "CREDIT_RECORD_DAYS", "GRADE_VALID_YEARS",
    "GRADE_MIN_AGE_YEARS", "TERM_MAX_YEARS", "ELECTION_DELAY_MAX", "CERT_VALID_YEARS",
    "CONTRACT_SIGN_DAYS", "CONTRACT_FILE_DAYS", "CONTRACT_NOTICE_DAYS", "AMEND_MAX_PCT",
    "DEPOSIT_MAX_PCT", "TERM_NORMAL_YEARS", "TERM_MAX_YEARS_C", "FILES_KEEP_YEARS",
    "PENALTY_DECIDE_DAYS", "HEARING_REQUEST_DAYS",
}  # fmt: skip


def _at(rule, day, sort=""):
    return lambda _session: limit(rule, day, sort)


def test_every_rule_of_the_domain_is_shipped_with_its_source_and_how_sure_it_is():
    assert {row["rule"] for row in shipped()} >= CHAPTER_12
    for row in shipped():
        assert all(row[key] for key in ("label", "citation", "source", "evidence", "from")), row
    sure = {one.rule: one.is_sure for one in limits_on(date(2026, 3, 2))}
    assert sure["DECIDE_GENERAL_DAYS"]
    assert not sure["NAME_RESERVED_MONTHS"]


def test_a_rule_for_one_sort_goes_before_the_one_for_all():
    day = date(2026, 3, 2)
    assert limit("REPORT_TO_REGISTRAR", day, "J").value == "03-31"
    assert limit("REPORT_TO_REGISTRAR", day, "S").value == "05-31"
    assert "二百五十" not in limit("DECIDE_EST_DAYS", day, "M").citation
    assert limit("DECIDE_EST_DAYS", day, "M").citation == "民办非企业单位登记管理暂行条例第十一条"


def test_a_rule_of_the_office_holds_from_its_day_on_and_not_before(workspace):
    rule = workspace.write(law.lay_down, TEN_DAYS).value
    assert workspace.read(_at("CORRECTION_DAYS", date(2026, 3, 2))).value == "10"
    before = workspace.read(_at("CORRECTION_DAYS", date(2026, 1, 31)))
    assert (before.value, before.own) == ("5", False)
    assert limit("CORRECTION_DAYS", date(2026, 3, 2)).value == "5"  # outside of its register
    workspace.write(law.void_rule, rule.id, "试行取消")
    assert workspace.read(_at("CORRECTION_DAYS", date(2026, 3, 2))).value == "5"
    assert [entry["action"] for entry in workspace.history(rule)] == ["changed", "created"]


def test_open_matters_follow_a_rule_that_is_laid_down(workspace):
    matter = take_in(workspace, "NAME", NAME)
    assert matter.due_on == date(2026, 3, 9)
    workspace.write(law.lay_down, TEN_DAYS)
    assert workspace.read(the_matter, matter.number).due_on == date(2026, 3, 16)


def test_an_amendment_becomes_rows_and_papers_cite_it_from_its_day(workspace):
    new = {
        "rule": CITED + "CHANGE", "org_type": "社会团体", "severity": "参考",
        "citation": "《社会团体登记管理条例》（2026年修订）", "valid_from": "2026-05-01",
        "source": "国务院令（2026年修订）", "evidence": "待核实",
    }  # fmt: skip
    workspace.write(law.lay_down, new)
    cited = [
        workspace.read(lambda _s, day=day: citation("CHANGE", "S", day))
        for day in (date(2026, 4, 30), date(2026, 5, 1))
    ]
    assert cited == ["《社会团体登记管理条例》第十八条", "《社会团体登记管理条例》（2026年修订）"]


@pytest.mark.parametrize(
    ("texts", "key", "why"),
    [
        ({"value": "十天"}, "value", "应为数字"),
        ({"value": ""}, "value", "要么都填"),
        ({"valid_to": "2026-01-01"}, "valid_to", "不能早于施行日期"),
    ],
)
def test_what_cannot_be_a_rule_is_said_beside_its_field(workspace, texts, key, why):
    with pytest.raises(Invalid) as said:
        workspace.write(law.lay_down, TEN_DAYS | texts)
    assert why in said.value.problems[key]


def test_two_rules_of_one_kind_do_not_hold_on_one_day(workspace):
    workspace.write(law.lay_down, TEN_DAYS)
    with pytest.raises(Invalid, match="已有一条在这段时间有效"):
        workspace.write(law.lay_down, TEN_DAYS | {"valid_from": "2026-06-01"})


def test_only_the_administrator_lays_down_the_law(county):
    county.operator = "李文杰"
    with pytest.raises(Refused, match="系统管理"):
        county.write(law.lay_down, TEN_DAYS)
    days = read_notice(NOTICE)
    with pytest.raises(Refused, match="系统管理"):
        county.write(holidays.take_arrangement, days, "国办发明电")


def test_a_years_notice_is_read_as_it_is_published():
    days = {day.on: day for day in read_notice(NOTICE)}
    assert not days[date(2027, 2, 5)].works
    assert days[date(2027, 2, 14)].works
    assert days[date(2027, 10, 7)].name == "国庆节"
    assert len(days) == 3 + 7 + 2 + 7 + 1
    with pytest.raises(ValueError, match="哪一年"):
        read_notice("春节放假七天")


def test_a_year_that_was_missing_is_taken_in_and_clocks_follow(workspace):
    calendar = Calendar()
    span = (date(2027, 1, 1), date(2027, 12, 31))
    assert workspace.read(lambda _s: calendar.unknown_years(*span)) == [2027]
    found = workspace.read(holidays.understand_notice, NOTICE)
    assert (found.year, found.doubts) == (2027, [])
    workspace.write(holidays.take_arrangement, found.days, "国办发明电")
    assert workspace.read(lambda _s: calendar.unknown_years(*span)) == []
    assert workspace.read(lambda _s: calendar.after(date(2027, 2, 4), 1)) == date(2027, 2, 12)
    assert workspace.read(holidays.years_told)[2027] == "本局导入"


def test_a_year_is_taken_in_from_a_sheet(workspace, tmp_path):
    book = Workbook()
    book.active.append(["日期", "安排", "节日"])
    for day in read_notice(NOTICE):
        book.active.append([day.on, "上班" if day.works else "放假", day.name])
    book.save(tmp_path / "2027.xlsx")
    found = workspace.read(holidays.read_arrangement, tmp_path / "2027.xlsx", Silent())
    assert [*found.days] == read_notice(NOTICE)
    (tmp_path / "空.csv").write_text("日期,安排\n", "utf-8")
    with pytest.raises(Refused, match="没有读到日期"):
        workspace.read(holidays.read_arrangement, tmp_path / "空.csv", Silent())


def test_one_who_administers_may_lay_down_and_it_says_by_whom(workspace):
    workspace.write(add_operator, {"name": "张三", "roles": "系统管理"})
    rule = workspace.write(law.lay_down, TEN_DAYS).value
    assert workspace.history(rule)[0]["operator"] == "张三"
