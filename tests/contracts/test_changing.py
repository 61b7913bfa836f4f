"""Supplements within 10 %, termination, refunds and late or long contracts: each with its trail."""

from decimal import Decimal

import pytest

from qyclient.contracts.services.amending import amendments_of, heat_of, supplement
from qyclient.contracts.services.due import dues_of
from qyclient.contracts.services.ending import deduct, release, terminate
from qyclient.contracts.services.recording import lines_of_contract
from qyclient.contracts.services.signing import sign
from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import FiledFact
from qyclient.organizations.services.register import the
from tests.contracts.bought import BODY, LINE, ROWS, SIGNING

MORE = {"kind": "增减金额", "signed_on": "2026-03-01", "content": "增加个案", "reason": "需求增加"}
ENDING = {"reason": "培训场次不足", "ground": "合同第十二条", "document": "解除函"}


def _supplement(office, parts=(), **change):
    now = office.contract()
    return office.do("黄嘉怡", supplement, now.id, now.version, MORE | change, parts)


def _refused(match, do, *args, **kw):
    with pytest.raises(Refused, match=match):
        do(*args, **kw)


@pytest.mark.parametrize(
    ("delta", "fits"), [("9800", True), ("9800.01", False), ("9809.80", False)]
)
def test_supplements_end_at_a_tenth_of_the_contract(delta, fits, office):
    office.whole()
    parts = ({"amount": delta, "line": LINE["number"]},)
    if fits:
        _supplement(office, parts, delta=delta)
        assert office.contract().amount == 107800
        assert sum(d.instalment.amount for d in office.ask(dues_of, office.contract().id)) == 107800
    else:
        _refused(
            "超过 9,800.00 元的上限（政府采购法第四十九条）",
            _supplement,
            office,
            parts,
            delta=delta,
        )
        assert office.ask(amendments_of, office.contract().id) == []


def test_several_supplements_count_together_and_reductions_make_no_room(office):
    office.whole()
    _supplement(office, ({"amount": "9000", "line": LINE["number"]},), delta="9000")
    _supplement(office, delta="-5000")
    heat = office.ask(heat_of, office.contract())
    assert (heat.original, heat.added, heat.left) == (98000, 9000, 800)
    _refused("累计增加 9,801.00 元", _supplement, office, ({"amount": "801"},), delta="801")
    assert [one.number for one in office.ask(amendments_of, office.contract().id)] == [1, 2]
    bought = office.ask(lines_of_contract, office.contract().id)
    assert sum(line.amount for line in bought) == office.contract().amount == 102000


def test_what_a_supplement_adds_is_planned_to_the_fen(office):
    office.whole()
    _refused("相差 -0.01 元", _supplement, office, ({"amount": "999.99"},), delta="1000")
    _refused("请填写增加的 1,000.00 元", _supplement, office, (), delta="1000")


def test_less_is_taken_from_what_is_not_paid(office):
    office.whole().invoice("49000", "1")
    office.paid(office.ask_for(1))
    _supplement(office, delta="-29600")
    left = [d.instalment.amount for d in office.ask(dues_of, office.contract().id)]
    assert left == [49000, Decimal("19400.00")]
    _refused("还差", _supplement, office, delta="-20000")


def _filed(session, account):
    """Put a further account of the contractor on file."""
    facts = {"account": account, "bank": "清新农商银行"}
    session.add(
        FiledFact(
            organization=the(session, BODY), kind="ACCOUNT", content="银行账户",
            since=session.info["today"], facts=facts,
        )
    )  # fmt: skip


def test_an_account_changes_by_a_supplement_only(office):
    office.whole().invoice("49000", "1")
    change = {"kind": "当事人名称或收款账户变更", "payee_account": "6222000011112222"}
    _refused("先办理银行账户备案", _supplement, office, **change)
    office.do("张晓梅", _filed, change["payee_account"])
    _supplement(office, **change)
    assert office.ask_for(1, payee_account="6222000011112222").payee_account == "6222000011112222"


def test_a_term_grows_to_three_years_and_no_further(office):
    office.whole()
    _supplement(office, kind="调整期限", end_on="2029-02-10")
    _refused("2026-02-11 至 2029-02-10", _supplement, office, kind="调整期限", end_on="2029-02-11")


def test_a_contract_ends_before_its_time_with_its_reason_and_what_is_still_due(office):
    office.whole().invoice("49000", "1")
    office.paid(office.ask_for(1))
    now = office.contract()
    office.do("黄嘉怡", terminate, now.id, now.version, ENDING, {2: "10000"})
    ended = office.contract()
    assert (ended.status, ended.terminated_because) == ("TERMINATED", "培训场次不足")
    first, second, third = office.ask(dues_of, ended.id)
    assert (first.money.open, second.money.open, third.money.open) == (0, 10000, 0)
    office.invoice("10000", "2")
    office.paid(office.ask_for(2))
    _refused("没有应付金额", office.ask_for, 3)


def test_nothing_ends_while_a_payment_is_under_way(office):
    office.whole().invoice("49000", "1")
    office.ask_for(1)
    now = office.contract()
    _refused("付款正在办理", office.do, "黄嘉怡", terminate, now.id, now.version, ENDING)


def test_what_is_deducted_is_told_with_its_clause(office):
    office.whole()
    texts = {"amount": "1000.55", "reason": "缺 2 节小组", "document": "合同第十三条"}
    office.do("梁志强", deduct, office.part(1).id, texts)
    [first, *_] = office.ask(dues_of, office.contract().id)
    assert first.proposal.amount == Decimal("47999.45")
    assert "扣款（缺 2 节小组）：- 1,000.55 = 47,999.45" in first.proposal.steps
    _refused(
        "不能超过", office.do, "梁志强", deduct, office.part(1).id, texts | {"amount": "49001"}
    )


def test_what_is_released_is_free_again_and_told_why(office):
    office.whole()
    office.do("梁志强", release, office.part(3).id, "19600", "末期不再评价")
    _refused("最多 0.00 元", office.do, "梁志强", release, office.part(3).id, "0.01", "再减")
    _refused("核减理由", office.do, "梁志强", release, office.part(2).id, "1", " ")


@pytest.mark.parametrize(
    ("change", "key", "said"),
    [
        ({"signed_on": "2026-03-01", "award": "2026-01-29"}, "late_reason", "第 31 天签订"),
        ({"end_on": "2027-02-11"}, "term_reason", "超过一年"),
        ({"end_on": "2029-02-11", "term_reason": "持续性服务"}, "end_on", "最长至 2029-02-10"),
        ({"deposit": "9800.01"}, "deposit", "9,800.00 元"),
        ({"amount": "97999"}, "amount", "应等于成交金额"),
    ],
)
def test_days_terms_and_deposits_are_held_against_the_law(change, key, said, office):
    texts = dict(change)
    awarded = texts.pop("award", "2026-02-02")
    office.staffed().budgeted().planned().procured().awarded(award_on=awarded)
    now = office.contract()
    with pytest.raises(Invalid) as no:
        office.do("黄嘉怡", sign, now.id, now.version, SIGNING | texts, ROWS)
    assert said in no.value.problems[key]


def test_a_long_term_with_its_reason_is_signed(office):
    office.staffed().budgeted().planned().procured().awarded()
    office.signed(end_on="2029-02-10", term_reason="持续性服务，预算有保障")
    assert office.contract().status == "SIGNED"
