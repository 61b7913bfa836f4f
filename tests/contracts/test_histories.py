"""Whatever an office does in whichever order: the sums agree to the fen, and nothing is overdrawn.

Two windows are at one register; each thing done may be refused, and then nothing has changed.
"""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qyclient.contracts.models import Contract, Payment
from qyclient.contracts.rules.states import PENDING
from qyclient.contracts.services.amending import amendments_of, heat_of, supplement
from qyclient.contracts.services.budget import balance_of, change_budget
from qyclient.contracts.services.due import dues_of
from qyclient.contracts.services.ending import deduct, release, terminate
from qyclient.contracts.services.paying import advance_payment
from qyclient.contracts.services.refunding import refund
from qyclient.errors import Refused
from qyclient.records.view import View
from qyclient.store.undo import newest_of, take_back
from qyclient.workspace import Workspace
from tests.conftest import NOW
from tests.contracts.bought import LINE, Office

_AMOUNTS = st.integers(1, 6_000_000).map(lambda fen: f"{Decimal(fen) / 100:.2f}")
_MOVES = st.sampled_from(
    ("check", "approve_payment", "pay", "voucher", "bounce", "cancel", "send_back", "request_again")
)
_PARTS = st.integers(0, 3)
_DEEDS = st.one_of(
    st.tuples(st.just("request"), _PARTS, _AMOUNTS | st.just("")),
    st.tuples(st.just("move"), _PARTS, _MOVES),
    st.tuples(st.just("refund"), _PARTS, _AMOUNTS),
    st.tuples(st.just("release"), _PARTS, _AMOUNTS),
    st.tuples(st.just("deduct"), _PARTS, _AMOUNTS),
    st.tuples(st.just("supplement"), _PARTS, _AMOUNTS),
    st.tuples(st.just("cut"), _PARTS, _AMOUNTS),
    st.tuples(st.just("budget"), st.sampled_from(("追加", "收回")), _AMOUNTS),
    st.tuples(st.just("undo"), _PARTS, st.just("")),
    st.tuples(st.just("stale"), _PARTS, _MOVES),
)


def _answers(move):
    return {
        "opinion": "同意", "reason": "更正", "order": "ZL", "bank_date": "2026-03-02",
        "voucher": f"记-{move}",
    }  # fmt: skip


class _Window:
    """Does one deed after the other; what is refused is refused whole."""

    def __init__(self, office):
        self.office = office
        self.invoices = 0
        self.seen = {}

    def do(self, deed, one, two):
        try:
            getattr(self, f"_{deed}")(one, two)
        except Refused:
            return False
        return True

    def _part(self, number):
        parts = self.office.ask(dues_of, self.office.contract().id)
        return parts[number % len(parts)].instalment

    def _payment(self, number):
        found = self.office.county.page(Payment, View(order="number", words="QX-2026-101"))
        if not found:
            raise Refused("没有支付。")
        return found[number % len(found)]

    def _request(self, number, amount):
        self.invoices += 1
        self.office.invoice(amount or "98000", f"{self.invoices:020d}")
        self.office.ask_for(number % 3 + 1, amount=amount)

    def _move(self, number, move):
        self.go(self._payment(number), move)

    def go(self, payment, move):
        who = {"check": "梁志强", "voucher": "梁志强", "send_back": "梁志强"}.get(move, "黄嘉怡")
        who = {"approve_payment": "吴局长", "pay": "罗秀兰", "bounce": "罗秀兰"}.get(move, who)
        self.office.do(who, advance_payment, payment.id, payment.version, move, _answers(move))

    def _stale(self, number, move):
        """Move a payment as another window saw it when it first looked."""
        payment = self._payment(number)
        seen = self.seen.setdefault(payment.id, payment)
        self.go(seen, move)

    def _refund(self, number, amount):
        payment = self._payment(number)
        texts = {
            "amount": amount, "received_on": "2026-03-02", "document": "回单", "reason": "不足",
            "restores": "是" if number % 2 else "否",
        }  # fmt: skip
        self.office.do("梁志强", refund, payment.id, payment.version, texts)

    def _release(self, number, amount):
        self.office.do("梁志强", release, self._part(number).id, amount, "核减")

    def _deduct(self, number, amount):
        texts = {"amount": amount, "reason": "缺场次", "document": "第十三条"}
        self.office.do("梁志强", deduct, self._part(number).id, texts)

    def _supplement(self, _number, amount, sign=""):
        now = self.office.contract()
        texts = {
            "kind": "增减金额", "signed_on": "2026-03-02", "delta": f"{sign}{amount}",
            "content": "调整", "reason": "需求变化",
        }  # fmt: skip
        parts = () if sign else ({"amount": amount, "line": LINE["number"]},)
        self.office.do("黄嘉怡", supplement, now.id, now.version, texts, parts)

    def _cut(self, number, amount):
        self._supplement(number, amount, "-")

    def _budget(self, kind, amount):
        texts = {"kind": kind, "amount": amount, "dated_on": "2026-03-02", "document": "通知"}
        self.office.do("黄嘉怡", change_budget, self.office.line().id, texts)

    def _undo(self, number, _amount):
        who = ("黄嘉怡", "梁志强", "吴局长", "罗秀兰")[number]
        newest = self.office.ask(newest_of, who)
        if newest is None:
            raise Refused("没有可撤销的。")
        self.office.do(who, take_back, newest)

    def _terminate(self, number, amount):
        now = self.office.contract()
        texts = {"reason": "违约", "ground": "第十二条", "document": "解除函"}
        self.office.do("黄嘉怡", terminate, now.id, now.version, texts, {number + 1: amount})


def _agree(office):
    """Hold every sum against every other."""
    contracts = [c for c in office.county.page(Contract, View()) if c.contract_no == "QX-2026-101"]
    if not contracts or contracts[0].amount is None:
        return
    [contract] = contracts
    dues = office.ask(dues_of, contract.id)
    assert not dues or sum(due.instalment.amount for due in dues) == contract.amount
    for due in dues:
        money = due.money
        assert min(money.open, money.paid, money.pending, money.released) >= 0
        assert due.money.open + due.money.pending + due.money.paid + due.money.released == (
            due.instalment.amount
        )
        assert 0 <= due.proposal.amount <= due.money.open
    balance = office.ask(balance_of, office.line().id)
    assert balance.free >= 0
    assert balance.free + balance.unpaid + balance.paid == balance.budget
    assert balance.unpaid + balance.paid == sum(due.money.unpaid + due.money.paid for due in dues)
    assert not office.ask(heat_of, contract).problem()
    numbers = [one.number for one in office.ask(amendments_of, contract.id)]
    assert numbers == [*range(1, len(numbers) + 1)]


def test_no_history_breaks_a_sum(office):
    office.whole()
    office.judged("中期", "85")
    office.judged("末期", "71.3")
    beside = Workspace(office.county.folder, "黄嘉怡", lambda: NOW)
    windows, done = (_Window(office), _Window(Office(beside))), []
    windows[1].invoices = 500_000

    @settings(
        max_examples=40,
        deadline=None,
        database=None,
        suppress_health_check=[*HealthCheck],
    )
    @given(st.lists(_DEEDS, min_size=1, max_size=5))
    def check(deeds):
        for turn, (deed, one, two) in enumerate(deeds):
            done.append(windows[turn % 2].do(deed, one, two))
            _agree(office)

    check()
    beside.close()
    window = windows[0]
    assert any(done)
    assert not all(done)
    for payment in office.county.page(Payment, View(words="QX-2026-101")):
        if payment.status in PENDING:
            window.go(payment, "cancel")
    window.do("terminate", 1, "0.01")
    _agree(office)
