"""What belongs to a payment and to a budget line, as the pane beside the list shows it."""

from typing import Any

from qyclient.contracts.models import PaymentStep
from qyclient.contracts.services.budget import entries_of, parts_of_line
from qyclient.contracts.services.courses import gauge_of_line
from qyclient.contracts.services.payments import refunds_of, steps_of_payment
from qyclient.records.base import field_of
from qyclient.records.dates import format_date
from qyclient.records.money import format_money
from ui.kit.detail_pane import Child, Picture

_NONE = "—"


def _payment_steps(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            format_date(one.signed_on or one.done_on),
            field_of(PaymentStep, "move").show(one),
            one.operator if not one.signer else f"{one.signer}（{one.operator} 录入）",
            "；".join(filter(None, [one.opinion, one.basis, "一人办理" if one.alone else None])),
        ]
        for one in reversed(steps_of_payment(session, key))
    ]


def _refunds(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            format_date(one.received_on),
            format_money(one.amount),
            "恢复指标" if one.restores else "上缴国库",
            one.reason,
        ]
        for one in refunds_of(session, key)
    ]


def _entries(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            format_date(one.dated_on),
            one.kind.label,
            format_money(one.amount),
            "；".join(filter(None, [one.document, one.other.number if one.other else None])),
        ]
        for one in entries_of(session, key)
    ]


def _bound(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            part.contract.contract_no,
            f"第 {part.number} 期",
            format_money(part.amount),
            format_money(due.paid) if due.paid else _NONE,
            format_money(due.unpaid) if due.unpaid else _NONE,
        ]
        for part, due in parts_of_line(session, key)
    ]


PAYMENT = (
    Child("退款", _refunds, ("收到", "金额", "去向", "理由"), frozenset({1})),
    Child("办理经过", _payment_steps, ("日期", "步骤", "办理人", "意见")),
)

LINE = (
    Picture(gauge_of_line),
    Child("指标变动", _entries, ("日期", "变动", "金额", "文件"), frozenset({2})),
    Child("占用", _bound, ("合同", "期次", "金额", "已付", "未付"), frozenset({2, 3, 4})),
)
