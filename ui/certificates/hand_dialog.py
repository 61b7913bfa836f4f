"""发证: who takes the set, his paper checked, and each old copy collected, lost or void."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from qyclient.certificates.models import Issue
from qyclient.certificates.rules import OldOutcome
from qyclient.certificates.services import HANDED, hand_over
from qyclient.records.base import field_of
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_SIZE = (860, 560)


class HandDialog(RecordDialog):
    """`saved` carries what was handed over, with the filings that are asked for now."""

    done_word = "已发证"

    def __init__(self, jobs: Jobs, parent: QWidget | None, issue: Any, olds: Sequence[Any]) -> None:
        super().__init__(jobs, [field_of(Issue, key) for key in HANDED], parent)
        self.setWindowTitle(f"发证：{issue.number} {issue.organization.name}")
        self._issue = issue
        self.olds: dict[Any, tuple[QComboBox, QLineEdit]] = {}
        self.form.put({"received_on": jobs.today.isoformat()})
        if olds:
            self.add_section("旧证逐份处理", self._old_rows(olds, issue.notice or ""))
        self.resize(*_SIZE)
        self.begin()
        self.form.go_to(HANDED[0])

    def call(self, texts: Mapping[str, str]) -> Call:
        """Hand it over as it was opened."""
        settled = {
            key: (_outcome(chosen.currentText()), note.text())
            for key, (chosen, note) in self.olds.items()
        }
        return hand_over, (self._issue.id, self._issue.version, texts, settled)

    def called(self, record: Any) -> str:
        """Return what was handed to whom."""
        issue = record.issue
        return f"{issue.number} {issue.organization.name}，领取人 {issue.receiver}"

    def _old_rows(self, olds: Sequence[Any], notice: str) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setColumnStretch(2, 1)
        for row, old in enumerate(olds):
            chosen, note = QComboBox(), QLineEdit(old.note or "")
            chosen.addItems([one.label for one in OldOutcome])
            chosen.setCurrentText(old.outcome.label)
            chosen.setAccessibleName(f"{old.what}：处理")
            note.setPlaceholderText(notice or "遗失、作废的写明登报的报刊和日期")
            note.setAccessibleName(f"{old.what}：说明")
            for column, part in enumerate((QLabel(old.what), chosen, note)):
                grid.addWidget(part, row, column)
            self.olds[old.id] = chosen, note
        return body


def _outcome(label: str) -> OldOutcome:
    return next(one for one in OldOutcome if one.label == label)
