"""资格核查 stops at award and signing with its evidence, and asks for a decision at payment."""

from datetime import date

import pytest

from qyclient.contracts.models import EligibilityCheck
from qyclient.contracts.services.gate import checks_of, told_of
from qyclient.contracts.services.outside import enter_outside, enter_proof
from qyclient.contracts.services.requesting import hold
from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import CreditListing
from qyclient.organizations.rules.lists import CreditList
from qyclient.organizations.services.register import the
from qyclient.records.view import View
from tests.contracts.bought import BODY, ROWS

PROOFS = (
    ("登记证书或营业执照", "营业执照副本", "2020-01-05"),
    ("信用查询记录", "信用中国查询结果", "2026-02-01"),
    ("依法纳税和缴纳社会保险的证明", "完税证明", "2026-01-15"),
)


def fall(session, since):
    """Put the contractor on the abnormal list."""
    session.add(
        CreditListing(
            organization=the(session, BODY),
            on_list=CreditList.ABNORMAL,
            since=since,
            ground="未按规定报送年度工作报告",
            source="2026-00031",
        )
    )


def test_who_falls_onto_the_list_between_award_and_signing_is_stopped(office):
    office.staffed().budgeted().planned().procured().awarded()
    office.do("张晓梅", fall, date(2026, 2, 5))
    with pytest.raises(Invalid) as no:
        office.signed()
    said = no.value.problems["contractor"]
    assert "不可承接：不在活动异常名录——2026年2月5日列入，事由：未按规定报送年度工作报告" in said
    assert "民政部令第60号" in said
    assert office.contract().status == "AWARDED"


def test_nobody_is_awarded_who_may_not_undertake_it(office):
    office.do("张晓梅", fall, date(2026, 2, 1))
    office.staffed().budgeted().planned().procured()
    with pytest.raises(Invalid, match="不在活动异常名录"):
        office.awarded()


def test_the_findings_of_that_day_stay_on_the_contract(office):
    office.staffed().budgeted().planned().procured().awarded()
    office.do("张晓梅", fall, date(2026, 2, 20))
    [made] = office.ask(checks_of, office.contract().id)
    assert (made.eligible, made.checked_on) == (True, date(2026, 2, 2))
    assert {f["rule"] for f in made.findings} >= {"ACTIVE", "NOT_ABNORMAL", "REVIEWED"}
    assert all(f["citation"] and f["evidence"] for f in made.findings)


def test_work_that_was_accepted_is_paid_by_a_reasoned_decision(office):
    office.whole().invoice("49000", "1")
    office.do("张晓梅", fall, date(2026, 2, 20))
    with pytest.raises(Invalid) as no:
        office.ask_for(1)
    assert "已验收的工作应当付款" in no.value.problems["decision"]
    payment = office.ask_for(1, decision="照付", decision_reason="首期工作已验收")
    last = office.county.page(EligibilityCheck, View(), size=1)[0]
    assert (last.decision.label, last.reason) == ("照付", "首期工作已验收")
    assert payment.amount == 49000


def test_holding_back_keeps_its_reason_and_pays_nothing(office):
    office.whole()
    office.do("张晓梅", fall, date(2026, 2, 20))
    held = office.do("黄嘉怡", hold, office.part(1).id, "等待信用修复")
    assert (held.eligible, held.decision.label, held.reason) == (False, "暂缓", "等待信用修复")
    with pytest.raises(Refused, match="理由"):
        office.do("黄嘉怡", hold, office.part(1).id, " ")


def test_a_part_is_paid_and_the_rest_stays_due(office):
    office.whole().invoice("49000", "1")
    office.do("张晓梅", fall, date(2026, 2, 20))
    payment = office.ask_for(
        1, amount="20000", decision="部分支付", decision_reason="只付已完成部分"
    )
    office.paid(payment)
    assert office.payment(payment.number).settles is False
    office.invoice("29000", "2")
    assert office.ask_for(1, decision="照付", decision_reason="已验收").amount == 29000


@pytest.mark.parametrize("left_out", range(3))
def test_an_outside_contractor_shows_each_proof_and_none_is_called_verified(left_out, county):
    county.write(enter_outside, {"name": "清远某社工公司", "kind": "企业"})
    for number, (kind, document, dated) in enumerate(PROOFS):
        if number != left_out:
            texts = {"kind": kind, "document": document, "dated_on": dated}
            county.write(enter_proof, "清远某社工公司", texts)
    told = county.read(told_of, "清远某社工公司", "2026-03-02")
    assert told[0].startswith("不可承接")
    assert any(f"没有提交{PROOFS[left_out][0]}" in line for line in told)
    assert sum("未经本机关核实" in line for line in told) == 2


def test_proofs_that_are_there_and_fresh_suffice(county):
    county.write(enter_outside, {"name": "清远某社工公司", "kind": "企业"})
    for kind, document, dated in PROOFS:
        texts = {"kind": kind, "document": document, "dated_on": dated}
        county.write(enter_proof, "清远某社工公司", texts)
    assert county.read(told_of, "清远某社工公司", "2026-03-02")[0].startswith("可承接")
    assert county.read(told_of, "清远某社工公司", "2026-02-01")[0].startswith("可承接")
    [_, *lines] = county.read(told_of, "清远某社工公司", "2026-01-31")
    assert any("没有提交信用查询记录" in line for line in lines)


def test_a_first_class_institution_is_neither_purchaser_nor_supplier(county):
    county.write(enter_outside, {"name": "某公益一类中心", "kind": "公益一类事业单位"})
    told = county.read(told_of, "某公益一类中心", "2026-03-02")
    assert any(line.startswith("✗") and "第八条" in line for line in told)


def test_a_body_is_judged_by_the_rules_of_the_day(county):
    county.write(fall, date(2019, 1, 1))
    assert any("✗ 不在活动异常名录" in t for t in county.read(told_of, BODY, "2026-03-02"))
    early = county.read(told_of, BODY, "2017-06-01")
    assert not any("异常名录" in line for line in early)


def test_the_rows_of_the_tests_add_up():
    assert sum(int(row["amount"]) for row in ROWS["instalments"]) == 98000
