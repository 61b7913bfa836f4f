"""合并: two records of one body become one, value by value as the clerk chooses."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.organizations.models import Organization
from qyclient.organizations.services.mending import merge
from qyclient.records.base import fields_of
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.organizations.dialog_foot import foot

_SIZE = (880, 620)


class MergeDialog(QDialog):
    """The left is kept unless the right is chosen; the other is voided, never deleted."""

    def __init__(
        self, jobs: Jobs, pair: tuple[Organization, Organization], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("合并两条记录")
        self._jobs, self.pair = jobs, pair
        self.kept = QButtonGroup(self)
        self.choices: dict[str, QButtonGroup] = {}
        self.reason = QLineEdit()
        self.reason.setAccessibleName("合并原因")
        self.reason.setPlaceholderText("合并原因 *，如：同一单位重复登记")
        self.banner = Banner(self)
        told = QLabel(
            "另一条会作废并注明并入哪一条；它名下的负责人、年检、合同、证书都转到保留的一条。"
        )
        told.setWordWrap(True)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._grid())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.banner)
        column.addWidget(told)
        column.addWidget(area, 1)
        column.addWidget(self.reason)
        self.go, row = foot("合并", self.merge, self.reject)
        column.addLayout(row)
        self.resize(*_SIZE)

    def merge(self) -> None:
        """Merge, or say beside the reason what is missing."""
        reason = self.reason.text().strip()
        if not reason:
            self.banner.say("请写明合并原因。")
            self.reason.setFocus()
            return
        keep = self.pair[self.kept.checkedId()]
        drop = self.pair[1 - self.kept.checkedId()]
        chosen = {
            field.key: field.show(drop)
            for field in fields_of(Organization)
            if field.key in self.choices
            and self.choices[field.key].checkedId() != self.kept.checkedId()
        }
        self.go.setEnabled(False)
        self._jobs.write(
            merge,
            keep.id,
            drop.id,
            chosen,
            reason,
            then=self._done,
            refused=self._refused,
            because=f"合并：{reason}",
        )

    def _done(self, body: Organization) -> None:
        self._jobs.said.emit(f"已合并到：{body.name}")
        self.accept()

    def _refused(self, no: Refused) -> None:
        self.go.setEnabled(True)
        self.banner.say(str(no))

    def _grid(self) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._add(grid, "保留哪一条", self.kept, [f"保留：{one.name}" for one in self.pair])
        self.kept.button(0).setChecked(True)
        self.kept.idToggled.connect(self._follow)
        for field in fields_of(Organization):
            values = [field.show(one) for one in self.pair]
            if values[0] != values[1] and field.key != "voided_because":
                group = self.choices[field.key] = QButtonGroup(self)
                shown = [field.masked(one) or "（空）" for one in self.pair]
                self._add(grid, field.label, group, shown)
                group.button(0 if values[0] else 1).setChecked(True)
        grid.setRowStretch(grid.rowCount(), 1)
        return body

    def _add(self, grid: QGridLayout, label: str, group: QButtonGroup, texts: list[str]) -> None:
        row = grid.rowCount()
        name = QLabel(label)
        name.setProperty("role", "label")
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        for number, text in enumerate(texts):
            button = QRadioButton(text)
            button.setAccessibleName(f"{label}：{text}")
            button.setToolTip(text)
            group.addButton(button, number)
            grid.addWidget(button, row, number + 1, Qt.AlignmentFlag.AlignTop)

    def _follow(self, number: int, on: Any) -> None:
        """Prefer the values of the record that is kept, where it has any."""
        if on:
            record = self.pair[number]
            for field in fields_of(Organization):
                if field.key in self.choices:
                    side = number if field.show(record) else 1 - number
                    self.choices[field.key].button(side).setChecked(True)


def open_merge(tab: Any) -> None:
    """合并… the two selected bodies; the one entered first is offered to be kept."""
    first, second = sorted(tab.table.selected(), key=lambda body: body.id)
    MergeDialog(tab.jobs, (first, second), tab).open()
