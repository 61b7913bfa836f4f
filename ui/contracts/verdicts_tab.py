"""The 评价结论 room: what instalments wait for, confirmed by somebody else than who entered it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from qyclient.contracts.models import Verdict
from qyclient.contracts.reports import REPORTS
from qyclient.contracts.rules.payable import grade_with_rule
from qyclient.contracts.services.due import earned_by
from qyclient.contracts.services.verdicts import (
    ask_rectification,
    close_rectification,
    confirm_verdict,
    void_verdict,
)
from qyclient.records.base import field_of, fields_of
from qyclient.records.kinds import MONEY, TEXT
from qyclient.records.money import format_money
from qyclient.records.view import Filter
from ui.contracts.verb_dialog import Form, VerbDialog
from ui.contracts.verdict_dialog import VerdictDialog
from ui.kit.actions import Action
from ui.kit.columns import Column, table_columns, worked_column
from ui.kit.detail_pane import Child
from ui.kit.filters import Preset
from ui.kit.record_tab import RecordTab
from ui.kit.text_dialog import TextDialog

_PROJECT = worked_column("project", "项目名称", TEXT, 24)
_WORKED = (
    worked_column("banded", "等级界限", TEXT, 14),
    worked_column("earned", "应付金额", MONEY, 16),
)


def _enter(tab: "VerdictsTab") -> None:
    dialog = VerdictDialog(tab.jobs, tab)
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _confirm(tab: "VerdictsTab") -> None:
    verdict = tab.current()
    tab.jobs.write(confirm_verdict, verdict.id, verdict.version, then=partial(_done, tab, "已确认"))


def _rectify(tab: "VerdictsTab") -> None:
    verdict = tab.current()
    day = field_of(Verdict, "rectify_until")

    def call(texts: Any) -> Any:
        until = day.kind.parse(texts["rectify_until"])
        return ask_rectification, (verdict.id, verdict.version, until)

    form = Form(
        f"限期整改：{verdict.contract}", [day], call, "已要求整改", named=str(verdict.contract)
    )
    VerbDialog(tab.jobs, tab, form).open()


def _rectified(tab: "VerdictsTab") -> None:
    verdict = tab.current()
    then = partial(_done, tab, "整改复查合格")
    tab.jobs.write(close_rectification, verdict.id, verdict.version, then=then)


def _void(tab: "VerdictsTab") -> None:
    verdict = tab.current()
    dialog = TextDialog("作废结论", "作废后这一阶段可以重新录入。", "作废原因", "作废", tab)

    def go(reason: str) -> None:
        args = (verdict.id, verdict.version, reason)
        tab.jobs.write(void_verdict, *args, then=lambda _v: dialog.accept(), refused=dialog.refuse)

    dialog.given.connect(go)
    dialog.open()


def _done(tab: "VerdictsTab", word: str, verdict: Verdict) -> None:
    tab.jobs.said.emit(f"{word}：{verdict.stage.label} {verdict.score.normalize():f} 分")


def _confirmed(verdict: Verdict) -> str:
    return f"已由 {verdict.confirmed_by} 确认" if verdict.confirmed_by else ""


def _open(verdict: Verdict) -> str:
    return "" if verdict.rectifying else "没有未完成的整改"


def _worked(session: Any, records: Sequence[Verdict]) -> Mapping[Any, Mapping[str, Any]]:
    """Return the project of each verdict, its grade with the boundary, and what it earns."""
    return {
        record.id: {
            "project": record.contract.title,
            "banded": grade_with_rule(record.score, record.given_on),
            "earned": sum((one.amount for _n, one in paid), Decimal(0)) if paid else None,
        }
        for record in records
        for paid in [earned_by(session, record)]
    }


def _pays(session: Any, key: Any) -> list[list[str]]:
    return [
        [f"第 {number} 期", format_money(one.amount), one.how]
        for number, one in earned_by(session, session.get_one(Verdict, key))
    ]


class VerdictsTab(RecordTab):
    """评价结论: confirm, ask for rectification, void."""

    model = Verdict
    offers = (
        Action("enter", "录入报告…", "add", "Ctrl+N", _enter, tip="把签字的纸质评价报告录入"),
        Action("confirm", "确认", "tick", "F2", _confirm, "one",
               "核对报告后确认；录入的人不能自己确认", _confirmed),
        Action("rectify", "限期整改…", "", "", _rectify, "one", "整改完成前不付款"),
        Action("rectified", "整改合格", "", "", _rectified, "one", "复查合格", _open),
        Action("void", "作废…", "", "", _void, "one", "误录的写明原因作废", folded=True),
    )  # fmt: skip
    reports = tuple(one for one in REPORTS if one.noun is Verdict)
    work = staticmethod(_worked)
    children_ = (Child("据此应付", _pays, ("期次", "应付金额", "算法"), frozenset({1})),)
    touched_by = frozenset({"instalment", "deduction", "payment"})
    search_hint = "合同编号、项目名称"
    nothing_yet = (
        "还没有评价结论",
        "评价轮次确认后列在这里；纸质的点左边的“录入报告…”。",
    )

    def presets(self) -> Sequence[Preset]:
        """Offer what waits for somebody."""
        return [
            Preset("待确认", (Filter("confirmed_by", empty=True),)),
            Preset(
                "整改中", (Filter("rectify_until", empty=False), Filter("rectified_on", empty=True))
            ),
        ]

    def columns(self) -> Sequence[Column]:
        """Put what a score comes to beside the score."""
        own = {column.key: column for column in table_columns(fields_of(Verdict))}
        first = [own.pop(key) for key in ("contract", "stage", "score", "grade")]
        return (first[0], _PROJECT, *first[1:], *_WORKED, *own.values())

    def tone(self, record: Any, key: str) -> str:
        """Colour what is not confirmed."""
        return "warn" if key == "stage" and not record.confirmed_by else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return contract and stage, and whether it is confirmed."""
        title = f"{record.contract}　{record.stage.label}"
        return (title, "已确认", "good") if record.confirmed_by else (title, "待确认", "warn")
