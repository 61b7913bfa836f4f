"""What belongs to a contract, a payment and a budget line, as the pane beside the list shows it."""

from typing import Any

from qyclient.contracts.models import ContractStep, Payment, Verdict
from qyclient.contracts.services.amending import amendments_of
from qyclient.contracts.services.awarding import bids_of
from qyclient.contracts.services.courses import gauges_of, timeline_of
from qyclient.contracts.services.due import InstalmentDue, dues_of
from qyclient.contracts.services.invoices import invoices_of
from qyclient.contracts.services.payments import payments_of
from qyclient.contracts.services.planned import told_now
from qyclient.contracts.services.recording import lines_of_contract
from qyclient.contracts.services.serving import progress_of
from qyclient.contracts.services.stepping import steps_of
from qyclient.contracts.services.suppliers import changes_since
from qyclient.contracts.services.verdicts import verdicts_of
from qyclient.contracts.services.watching import warned_of
from qyclient.records.base import field_of
from qyclient.records.dates import format_date
from qyclient.records.money import format_money
from ui.contracts.check_pane import checks
from ui.kit.detail_pane import Child, Picture

_NONE = "—"


def _dues(session: Any, key: Any) -> list[list[str]]:
    return [_due(due) for due in dues_of(session, key)]


def _due(due: InstalmentDue) -> list[str]:
    part = due.instalment
    waits = part.waits_for.label if part.waits_for else "签约后"
    day = format_date(part.due_on) if part.due_on else _NONE
    paid = format_money(due.money.paid) if due.money.paid else _NONE
    line = part.line.number if part.line else (str(part.year) if part.year else _NONE)
    return [
        f"第 {part.number} 期",
        format_money(part.amount),
        waits,
        day,
        line,
        paid,
        told_now(due),
    ]


def _warnings(session: Any, key: Any) -> list[list[str]]:
    return [["过期" if one.late else "留意", one.told] for one in warned_of(session, key)]


def _changes(session: Any, key: Any) -> list[list[str]]:
    return [[*change] for change in changes_since(session, key)]


def _verdicts(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            one.stage.label,
            field_of(Verdict, "score").show(one),
            one.grade.label,
            format_date(one.given_on),
            _state(one),
        ]
        for one in verdicts_of(session, key)
    ]


def _state(verdict: Verdict) -> str:
    if verdict.rectifying and verdict.rectify_until:
        return f"限期整改至 {format_date(verdict.rectify_until)}"
    if not verdict.confirmed_by:
        return "等待另一人确认"
    return f"{verdict.confirmed_by} 已确认"


def _payments(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            one.number,
            f"第 {one.instalment.number} 期",
            format_money(one.amount),
            field_of(Payment, "status").show(one),
            format_date(one.paid_on) if one.paid_on else _NONE,
        ]
        for one in payments_of(session, key)
    ]


def _invoices(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            one.number,
            format_money(one.amount),
            format_date(one.dated_on),
            one.payment.number if one.payment else "未使用",
        ]
        for one in invoices_of(session, key)
    ]


def _amendments(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            f"第 {one.number} 号",
            one.kind.label,
            f"{one.delta:+,.2f}" if one.delta else _NONE,
            format_date(one.end_on) if one.end_on else _NONE,
            f"{one.content}（{format_date(one.signed_on)}）",
        ]
        for one in amendments_of(session, key)
    ]


def _lines(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            one.name,
            one.unit,
            f"{one.quantity.normalize():f}",
            format_money(one.price),
            format_money(one.amount),
        ]
        for one in lines_of_contract(session, key)
    ]


def _deliverables(session: Any, key: Any) -> list[list[str]]:
    return [
        [one.name, one.unit, str(one.target), str(one.declared), str(one.recognised)]
        for one in progress_of(session, key)
    ]


def _bids(session: Any, key: Any) -> list[list[str]]:
    return [
        [one.bidder, format_money(one.price) if one.price else _NONE, one.result or ""]
        for one in bids_of(session, key)
    ]


def _steps(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            format_date(one.done_on),
            field_of(ContractStep, "move").show(one),
            one.operator,
            "；".join([one.opinion or "", *_others(one.answers)]).strip("；"),
        ]
        for one in reversed(steps_of(session, key))
    ]


def _others(answers: dict[str, str]) -> list[str]:
    return [text for key, text in answers.items() if key not in {"opinion", "reason"}]


CONTRACT = (
    Picture(timeline_of),
    Picture(gauges_of),
    Child("提醒", _warnings, ("", "")),
    Child("承接主体变化", _changes, ("", "签订时", "现在")),
    Child(
        "分期付款",
        _dues,
        ("期次", "金额", "付款条件", "预计付款", "指标", "已付", "现在"),
        frozenset({1, 5}),
    ),
    Child("支付", _payments, ("编号", "期次", "金额", "状态", "付讫"), frozenset({2})),
    Child("评价结论", _verdicts, ("阶段", "得分", "等级", "评价日期", "确认"), frozenset({1})),
    Child("发票", _invoices, ("号码", "金额", "开票日期", "用于"), frozenset({1})),
    Child("补充合同", _amendments, ("序号", "种类", "增减", "期限至", "内容"), frozenset({2})),
    Child("资格核查", checks, ("日期", "时点", "结论", "依据")),
    Child("标的明细", _lines, ("名称", "单位", "数量", "单价", "金额"), frozenset({2, 3, 4})),
    Child(
        "服务指标", _deliverables, ("指标", "单位", "目标", "申报", "认可"), frozenset({2, 3, 4})
    ),
    Child("报价", _bids, ("供应商", "报价", "结果"), frozenset({1})),
    Child("办理经过", _steps, ("日期", "步骤", "办理人", "说明")),
)
