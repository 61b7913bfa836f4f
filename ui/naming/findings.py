"""What was found about a name: a line each, worst first, with reason and source."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QWidget

from qyclient.organizations.models import Organization
from qyclient.organizations.rules.naming import Finding, NameCheck, Verdict
from ui.kit.badge import Badge
from ui.kit.facts import value
from ui.kit.scrolled import show_in

TONES = {Verdict.REFUSE: "bad", Verdict.ASK: "warn", Verdict.NOTE: "quiet"}
_HEADS = ("结论", "项目", "情形", "依据", "")
_KEPT = ("保留中的名称", "状态", "办件")
_SAID, _SOURCE = 2, 3
_TOP = Qt.AlignmentFlag.AlignTop


class FindingList(QScrollArea):
    """`opening` carries a body that is meant in a line."""

    opening = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("查重结果")
        self.findings: list[Finding] = []

    def show_check(self, check: NameCheck | None) -> None:
        """Show what was found; nothing yet if there is no check."""
        self.findings = [*check.findings] if check else []
        body = QWidget()
        grid = QGridLayout(body)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(_SAID, 3)
        grid.setColumnStretch(_SOURCE, 2)
        if self.findings:
            for column, head in enumerate(_HEADS):
                grid.addWidget(_hint(head), 0, column)
        elif check:
            grid.addWidget(value("没有发现不能使用或需要核实的情形。"), 0, 0, 1, len(_HEADS))
        for row, finding in enumerate(self.findings, 1):
            self._add(grid, row, finding)
        grid.setRowStretch(len(self.findings) + 1, 1)
        show_in(self, body)

    def show_kept(self, kept: Sequence[Sequence[str]]) -> None:
        """Show the names that are kept: name, until when, by which matter."""
        body = QWidget()
        grid = QGridLayout(body)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        for row, cells in enumerate([_KEPT, *kept] if kept else []):
            for column, text in enumerate(cells):
                grid.addWidget(value(text) if row else _hint(text), row, column)
        grid.setRowStretch(len(kept) + 1, 1)
        show_in(self, body)

    def _add(self, grid: QGridLayout, row: int, finding: Finding) -> None:
        badge = Badge()
        badge.show_word(finding.verdict.label, TONES[finding.verdict])
        grid.addWidget(badge, row, 0, _TOP)
        grid.addWidget(value(finding.topic), row, 1, _TOP)
        grid.addWidget(value(finding.said), row, _SAID, _TOP)
        source = value(finding.source)
        source.setProperty("role", "hint")
        grid.addWidget(source, row, _SOURCE, _TOP)
        if isinstance(finding.record, Organization):
            button = QPushButton("打开")
            button.setProperty("role", "link")
            button.setAutoDefault(False)
            button.setAccessibleName(f"打开 {finding.record}")
            button.clicked.connect(partial(self._open, finding.record))
            grid.addWidget(button, row, _SOURCE + 1, _TOP)

    def _open(self, record: Any, _checked: bool = False) -> None:
        self.opening.emit(record)


def _hint(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "hint")
    return label
