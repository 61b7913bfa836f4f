"""录入评价报告: what a signed report says; grade and payable sum are worked out meanwhile."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from qyclient.contracts.models import Contract, Verdict
from qyclient.contracts.rules import Stage
from qyclient.contracts.rules.payable import grade_with_rule, payable
from qyclient.contracts.services import instalments_of
from qyclient.contracts.services.verdicts import enter_verdict
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.view import Filter, View
from qyclient.workspace import Workspace
from ui.kit.drafted import DraftedDialog
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call

_PAUSE_MS = 200


def _typed() -> list[Field]:
    """Return what is typed of a report: without a grade the bands of its day give it."""
    keys = ("contract", "stage", "score", "given_on", "grade", "report", "evaluator", "conclusion")
    asked = {key: field_of(Verdict, key) for key in keys}
    asked["grade"] = replace(asked["grade"], required=False, help="留空时按分档得出")
    asked["report"] = replace(asked["report"], required=True)
    return list(asked.values())


class VerdictDialog(DraftedDialog):
    """Says below the form what the report pays, before it is saved; another confirms it."""

    noun = "verdict"

    def __init__(self, jobs: Jobs, parent: QWidget | None, contract: Any = None) -> None:
        super().__init__(jobs, _typed(), parent)
        self.setWindowTitle("录入评价报告")
        self.done_word = "已录入评价结论，等待另一人确认"
        self.comes_to = QLabel()
        self.comes_to.setObjectName("comes_to")
        self.comes_to.setWordWrap(True)
        self.comes_to.setMinimumHeight(72)
        self.add_section("等级与应付", self.comes_to)
        pause = QTimer(self)
        pause.setSingleShot(True)
        pause.setInterval(_PAUSE_MS)
        pause.timeout.connect(self._work_out)
        self.form.edited.connect(lambda _key: pause.start())
        known = {"contract": contract.contract_no} if contract is not None else {}
        self.form.put({"given_on": jobs.today.isoformat(), **known})
        self._work_out()
        self.resize(860, 640)
        self.begin()
        self.form.go_to("stage" if known else "contract")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Enter it."""
        return enter_verdict, (texts,)

    def called(self, record: Any) -> str:
        """Return the contract, the stage and the score."""
        return f"{record.contract} {record.stage.label} {record.score.normalize():f} 分"

    def _work_out(self) -> None:
        texts = self.form.texts()
        points, day = _read("score", texts), _read("given_on", texts)
        stage = _read("stage", texts)
        if points is None or day is None:
            self.comes_to.setText("填写得分后，这里显示等级和各期应付金额。")
            return
        called = texts["contract"].strip()
        said = f"等级：{grade_with_rule(points, day)}"
        if not called or stage is None:
            self.comes_to.setText(f"{said}\n选定合同和评价阶段后，这里显示各期应付金额。")
            return
        self.jobs.ask(
            partial(_pays, called, stage, points, day),
            lambda lines: self.comes_to.setText("\n".join([said, *lines])),
        )


def _read(key: str, texts: Mapping[str, str]) -> Any:
    try:
        return field_of(Verdict, key).kind.parse(texts[key]) if texts[key].strip() else None
    except ValueError:
        return None


def _pays(called: str, stage: Stage, points: Decimal, day: date, workspace: Workspace) -> list[str]:
    """Return a line for each instalment that waits for the stage, and their sum."""
    named = (View(filters=(Filter(key, among=(called,)),)) for key in Contract.__called_by__)
    found: list[Any] = [c for view in named for c in workspace.page(Contract, view, 0, 2)]
    if not found:
        return [f"没有登记过合同“{called}”。"]
    waiting = [p for p in workspace.read(instalments_of, found[0].id) if p.waits_for is stage]
    if not waiting:
        return [f"这份合同没有以{stage.label}为付款条件的分期。"]
    dues = [payable(part.amount, points, day) for part in waiting]
    total = sum((due.amount for due in dues), Decimal(0))
    lines = [f"第 {part.number} 期：{due.how}" for part, due in zip(waiting, dues, strict=True)]
    return [*lines, f"应付合计：{total:,.2f} 元"]
