"""待办 of purchased services: clocks of contracts, instalments, payments, challenges, transfers."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import (
    Challenge,
    Contract,
    DirectoryEntry,
    FunctionItem,
    Instalment,
    Payment,
)
from qyclient.contracts.rules import DirectoryStatus
from qyclient.contracts.rules.states import PAID, PAYMENT, PENDING, RUNNING, TRANSFER
from qyclient.contracts.rules.terms import clock
from qyclient.office.rules.clock import DAYS, WORK_DAYS
from qyclient.office.rules.roles import Role
from qyclient.office.rules.todo import AHEAD, Todo
from qyclient.office.rules.workdays import Calendar
from qyclient.office.services.todo import dues_of
from qyclient.organizations.models import Organization
from qyclient.records.base import column_of

_CALENDAR = Calendar()
_UNSIGNED, _SIGNED = "AWARDED", "SIGNED"
_NOTICE, _SIGN, _FILE = "CONTRACT_NOTICE_DAYS", "CONTRACT_SIGN_DAYS", "CONTRACT_FILE_DAYS"
_SERVING = ("IN_PROGRESS", "MID_EVALUATED", "DELIVERED")
_LISTED = (DirectoryStatus.LISTED, DirectoryStatus.SUSPENDED)


@dues_of("合同")
def contracts(session: Session) -> Iterator[Todo]:
    """Yield what a contract must be by law and by its own words: signed, filed, mended, ended."""
    today: date = session.info["today"]
    query = select(
        Contract.id, Contract.contract_no, Contract.title, Contract.status, Contract.award_on,
        Contract.signed_on, Contract.end_on, Contract.rectify_until, Contract.is_opening,
    ).where(Contract.status.in_({_UNSIGNED} | RUNNING))  # fmt: skip
    for row in session.execute(query):
        for what, due_on, unit in _clocks(row, today):
            yield Todo(
                "合同", f"{what}　{row.contract_no}", row.title, Contract, row.id, due_on,
                theirs=row.status == "RECTIFYING", role=Role.PROJECT, unit=unit,
            )  # fmt: skip


def _clocks(row: Any, today: date) -> Iterator[tuple[str, date, str]]:
    by_law = []
    if row.status == _UNSIGNED and row.award_on:
        by_law = [clock(_SIGN, "签订合同", row.award_on, _CALENDAR)]
    elif row.status == _SIGNED and row.signed_on and not row.is_opening:
        rules = ((_NOTICE, "合同公告"), (_FILE, "合同备案"))
        by_law = [clock(rule, what, row.signed_on, _CALENDAR) for rule, what in rules]
    for one in filter(None, by_law):
        yield one.what, one.due, DAYS if one.what == "签订合同" else WORK_DAYS
    if row.status == "RECTIFYING" and row.rectify_until:
        yield "限期整改", row.rectify_until, DAYS
    elif row.status in _SERVING and row.end_on and row.end_on <= today + AHEAD:
        yield "服务期满验收", row.end_on, DAYS


@dues_of("分期付款")
def instalments(session: Session) -> Iterator[Todo]:
    """Yield the instalments whose day has come near, and that were neither paid nor asked for."""
    last = session.info["today"] + AHEAD
    gone = select(column_of(Payment, "instalment")).where(Payment.status.in_(PAID | PENDING))
    query = (
        select(Contract.id, Contract.title, Instalment.number, Instalment.amount, Instalment.due_on)
        .join(Contract, column_of(Instalment, "contract") == Contract.id)
        .where(Contract.status.in_(RUNNING), Instalment.due_on <= last, Instalment.id.not_in(gone))
    )
    for key, title, number, amount, due_on in session.execute(query):
        what = f"第 {number} 期应付 {amount:,.2f} 元"
        yield Todo("分期付款", what, title, Contract, key, due_on, role=Role.PROJECT)


@dues_of("付款审批")
def payments(session: Session) -> Iterator[Todo]:
    """Yield the payments that were asked for and have not left."""
    query = (
        select(Payment.id, Payment.number, Payment.status, Payment.amount, Contract.title)
        .join(Contract, column_of(Payment, "contract") == Contract.id)
        .where(Payment.status.in_(PENDING))
    )
    for key, number, state, amount, title in session.execute(query):
        step = PAYMENT.usual(state)
        what = f"{PAYMENT.states[state].label}：{number}，{amount:,.2f} 元"
        yield Todo("付款审批", what, title, Payment, key, role=step.role if step else None)


@dues_of("质疑")
def challenges(session: Session) -> Iterator[Todo]:
    """Yield the challenges of suppliers that were not answered."""
    query = select(Challenge.id, Challenge.supplier, Challenge.due_on)
    for key, supplier, due_on in session.execute(query.where(Challenge.answered_on.is_(None))):
        yield Todo(
            "质疑", "答复供应商质疑", supplier, Challenge, key, due_on, role=Role.PROJECT,
            unit=WORK_DAYS,
        )  # fmt: skip


@dues_of("职能转移")
def functions(session: Session) -> Iterator[Todo]:
    """Yield the functions that are to be handed over by a day."""
    done = {"TRANSFERRED", "ITEM_EVALUATED"} | {
        key for key, state in TRANSFER.states.items() if state.final
    }
    query = select(FunctionItem.id, FunctionItem.number, FunctionItem.name, FunctionItem.deadline)
    open_ = FunctionItem.deadline.is_not(None) & FunctionItem.status.not_in(done)
    for key, number, name, deadline in session.execute(query.where(open_)):
        what = f"限时转移　{number}"
        yield Todo("职能转移", what, name, FunctionItem, key, deadline, role=Role.PROJECT)


@dues_of("资质目录")
def directory(session: Session) -> Iterator[Todo]:
    """Yield the entries of the directory whose time runs out."""
    last = session.info["today"] + AHEAD
    query = (
        select(DirectoryEntry.id, DirectoryEntry.number, DirectoryEntry.valid_to, Organization.name)
        .join(Organization, column_of(DirectoryEntry, "organization") == Organization.id)
        .where(DirectoryEntry.status.in_(_LISTED), DirectoryEntry.valid_to <= last)
    )
    for key, number, valid_to, name in session.execute(query):
        what = f"资质有效期届满　{number}"
        yield Todo("资质目录", what, name, DirectoryEntry, key, valid_to, role=Role.PROJECT)
