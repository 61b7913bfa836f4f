"""One contract from the budget line to the last instalment: who may do what, and every sum."""

from decimal import Decimal

import pytest

from qyclient.contracts.services.budget import balance_of, change_budget
from qyclient.contracts.services.due import dues_of
from qyclient.contracts.services.invoices import enter_invoice
from qyclient.contracts.services.paying import advance_payment
from qyclient.contracts.services.recording import record
from qyclient.contracts.services.refunding import refund
from qyclient.contracts.services.verdicts import confirm_verdict
from qyclient.errors import Invalid, Overtaken, Refused
from tests.contracts.bought import LINE, ROWS


def _balance(office):
    found = office.ask(balance_of, office.line().id)
    return found.budget, found.unpaid, found.paid, found.free


def _refused(match, do, *args, **kw):
    with pytest.raises(Refused, match=match):
        do(*args, **kw)


def test_a_contract_goes_from_the_budget_to_the_archive(office):
    office.whole()
    assert _balance(office) == (150000, 98000, 0, 52000)

    office.invoice("49000", "26440000000000000001")
    office.paid(office.ask_for(1))
    assert _balance(office) == (150000, 49000, 49000, 52000)

    office.judged("中期", "85")
    office.step("mid_evaluated", "何建华")
    office.invoice("29400", "26440000000000000002")
    office.paid(office.ask_for(2))

    office.step("deliver")
    office.step("accept_work", opinion="合格", beneficiaries="满意")
    office.judged("末期", "71.3")
    office.step("final_evaluated", "何建华")
    office.invoice("13974.80", "26440000000000000003")
    last = office.ask_for(3)
    assert last.amount == Decimal("13974.80")
    assert "19,600.00 × 71.3% = 13,974.80" in last.arithmetic
    office.paid(last)
    assert _balance(office) == (
        150000, 0, Decimal("92374.80"), Decimal("57625.20"),
    )  # fmt: skip

    office.step("settle", "梁志强", opinion="已结清")
    office.step("archive", "张晓梅", box="2026-12盒3件")
    assert office.contract().status == "ARCHIVED"


def test_an_instalment_waits_for_a_verdict_that_somebody_else_confirmed(office):
    office.whole().invoice("29400", "1")
    _refused("等待中期评价", office.ask_for, 2)
    office.judged("中期", "90", confirmed=False)
    _refused("等待另一人确认", office.ask_for, 2)


def test_who_entered_a_verdict_does_not_confirm_it(office):
    office.whole()
    made = office.judged("中期", "90", confirmed=False)
    _refused("须由另一人", office.do, "何建华", confirm_verdict, made.id, made.version)


def test_a_poor_grade_pays_nothing(office):
    office.whole().judged("末期", "55")
    [_, _, last] = office.ask(dues_of, office.contract().id)
    assert (last.proposal.amount, last.proposal.how) == (0, "等级为差，不支付")
    _refused("没有应付金额", office.ask_for, 3)


def test_a_payment_is_not_more_than_is_due_and_never_asked_for_twice(office):
    office.whole().invoice("98000", "1")
    _refused("超过本期应付", office.ask_for, 1, amount="49000.01")
    office.ask_for(1)
    _refused("没有应付金额", office.ask_for, 1)


def test_without_an_invoice_nothing_is_asked_for(office):
    office.whole()
    _refused("发票合计 0.00 元，不足", office.ask_for, 1)


def test_an_invoice_is_used_once_in_all_contracts(office):
    office.whole().invoice("49000", "88")
    other = office.county.write(
        record,
        {
            "contract_no": "QX-2026-999",
            "title": "另一份",
            "purchaser": "清远市清新区民政局",
            "contractor": "清新区和乐社会工作服务中心",
            "service_kind": "公共服务",
            "amount": "1000",
        },
    ).value
    texts = {"type": "电子发票（普通发票）", "number": "88", "dated_on": "2026-03-01"}
    with pytest.raises(Invalid, match="已用于合同 QX-2026-101"):
        office.do("黄嘉怡", enter_invoice, other.id, texts | {"amount": "1000"})


def test_who_asked_does_not_approve_nor_anybody_over_his_limit(office):
    office.whole().invoice("49000", "1")
    payment = office.ask_for(1)
    _refused("由 梁志强 办理", office.move, payment, "check", "黄嘉怡", opinion="同意")
    office.move(payment, "check", "梁志强", opinion="同意")
    asked = {"opinion": "同意", "signer": "黄嘉怡", "basis": "审批单"}
    _refused("须由另一人办理", office.move, payment, "approve_payment", "吴局长", **asked)
    office.move(payment, "approve_payment", "周科长", opinion="同意")


def test_a_limit_binds_on_paper_too(office):
    office.staffed().budgeted().planned().procured().awarded()
    whole = {"instalments": ({"amount": "98000", "line": LINE["number"]},)}
    office.signed(whole).running().invoice("98000", "1")
    payment = office.ask_for(1)
    office.move(payment, "check", "梁志强", opinion="同意")
    signed = {"opinion": "同意", "signer": "周科长", "signed_on": "2026-03-01", "basis": "审批单"}
    _refused("限额是 60,000.00 元", office.move, payment, "approve_payment", "吴局长", **signed)
    _refused("不在经办人名单中", office.move, payment, "approve_payment", "吴局长",
             **signed | {"signer": "王局长"})  # fmt: skip
    office.move(payment, "approve_payment", "周科长", **signed | {"signer": "吴局长"})


def test_two_windows_cannot_move_one_payment(office):
    office.whole().invoice("49000", "1")
    payment = office.ask_for(1)
    seen = office.payment(payment.number)
    office.move(payment, "check", "梁志强", opinion="同意")
    with pytest.raises(Overtaken):
        office.do("梁志强", advance_payment, seen.id, seen.version, "check", {"opinion": "同意"})


def test_an_account_that_was_not_agreed_is_refused(office):
    office.whole().invoice("49000", "1")
    _refused("与合同约定的不符", office.ask_for, 1, payee_account="6222000011112222")


def test_a_payment_the_bank_returned_is_asked_for_again(office):
    office.whole().invoice("49000", "1")
    payment = office.ask_for(1)
    office.paid(payment)
    office.move(payment, "bounce", "罗秀兰", reason="户名不符")
    assert _balance(office) == (150000, 98000, 0, 52000)
    assert office.ask_for(1).number != payment.number


def test_what_comes_back_this_year_can_be_signed_anew(office):
    office.whole().invoice("49000", "1")
    payment = office.ask_for(1)
    office.paid(payment)
    texts = {
        "amount": "9000", "received_on": "2026-03-02", "document": "银行回单 7",
        "restores": "是", "reason": "场次不足",
    }  # fmt: skip
    now = office.payment(payment.number)
    office.do("梁志强", refund, now.id, now.version, texts)
    assert _balance(office) == (150000, 49000, 40000, 61000)
    now = office.payment(payment.number)
    with pytest.raises(Invalid, match="超过已付"):
        office.do("梁志强", refund, now.id, now.version, texts | {"amount": "40000.01"})


def test_no_contract_is_signed_beyond_what_is_free(office):
    office.staffed().budgeted().planned(budget_amount="200000").procured()
    office.awarded(amount="160000")
    rows = {"instalments": ({"amount": "160000", "line": LINE["number"]},)}
    _refused("不够：可用 -10,000.00", office.signed, rows, amount="160000")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({"instalments": ()}, "请填写分期付款"),
        ({"instalments": ({"amount": "98000"},)}, "没有写明预算指标"),
        ({"instalments": ({"amount": "97999.99", "line": LINE["number"]},)}, "相差 -0.01 元"),
        (
            ROWS | {"lines": ({"name": "个案", "unit": "个", "quantity": "1", "price": "1"},)},
            "标的明细合计 1.00 元",
        ),
    ],
)
def test_lines_and_instalments_add_up_when_it_is_signed(rows, said, office):
    office.staffed().budgeted().planned().procured().awarded()
    _refused(said, office.signed, rows)


def test_what_is_bound_cannot_be_taken_from_a_line(office):
    office.whole()
    taking = {
        "kind": "收回", "amount": "52000.01", "dated_on": "2026-03-01", "document": "财政收回通知"
    }  # fmt: skip
    _refused("不够", office.do, "黄嘉怡", change_budget, office.line().id, taking)
    office.do("黄嘉怡", change_budget, office.line().id, taking | {"amount": "52000"})
    assert _balance(office)[3] == 0
