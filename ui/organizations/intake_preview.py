"""Step 3 of an import: what would become of every row, and mending those that are held."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from qyclient.organizations.services.bodies import Row
from qyclient.organizations.services.intake import Outcome
from ui.kit.icons import icon
from ui.kit.lines import LinesTable
from ui.organizations.intake_decisions import meant, mended, skipped, taken_again
from ui.organizations.intake_outcomes import OUTCOMES, line_of, place_of
from ui.organizations.intake_row import RowPane
from ui.organizations.intake_work import Work

_HEADERS = ("位置", "名称", "说明")
_WIDTHS = (150, 220)
_SPLIT = (620, 440)


class PreviewPage(QWidget):
    """`again` wants the preview made anew, after something was decided."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = Work()
        self.outcome: Outcome | None = None
        self.chips = {key: QPushButton(label) for key, label in OUTCOMES.items()}
        self.held = QPushButton(icon("save"), "另存待处理行…")
        self.rows = LinesTable(_HEADERS, _WIDTHS)
        self.pane = RowPane()
        self.reason = QLineEdit()
        self.listed: Sequence[Row] = ()
        self._shown: Row | None = None
        self._wanted: tuple[str, str, int] | None = None
        self._at = 0
        self._tune()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(8)
        column.addLayout(self._counts())
        column.addWidget(self._beside(), 1)
        column.addLayout(self._codes())

    def show_outcome(self, outcome: Outcome, work: Work) -> None:
        """Show what would become of the rows; stay where the person was."""
        self.outcome, self.work = outcome, work
        counts = outcome.counts
        for key, chip in self.chips.items():
            chip.setText(f"{OUTCOMES[key]} {counts[key]}")
            chip.setEnabled(bool(counts[key]))
        self.held.setEnabled(bool(counts["held"]))
        if self.reason.text().strip() != work.reason:
            self.reason.setText(work.reason)
        kept = next((key for key, chip in self.chips.items() if chip.isChecked()), "held")
        order = (kept, "held", "new", "changed", "unchanged", "skipped")
        shown = next((key for key in order if counts[key]), "new")
        self.chips[shown].setChecked(True)
        self._list(shown)

    def collect(self) -> bool:
        """Take over what was typed; return whether that was anything."""
        reason = self.reason.text().strip()
        moved, self.work.reason = reason != self.work.reason, reason
        texts = self.pane.pending()
        if not texts or self._shown is None:
            return moved
        sheet = self.work.of(self._shown)
        sheet.decide(mended(sheet.ledger.decisions, self._shown.row, texts))
        self.pane.show_row(None, None)
        return True

    def settle_focus(self) -> None:
        """Put the cursor where the next thing is to be done."""
        held = self._shown is not None and self._shown.outcome == "held"
        if not (held and self.pane.settle_focus()):
            self.rows.setFocus()

    def _tune(self) -> None:
        self.rows.setAccessibleName("台账各行的处理")
        self.rows.setSelectionMode(LinesTable.SelectionMode.SingleSelection)
        self.rows.selectionModel().currentRowChanged.connect(lambda now, _b: self._go(now.row()))
        self.reason.setAccessibleName("采用不合校验代码的理由")
        self.reason.setPlaceholderText("不填则待处理；如：省平台已赋码，证书原样如此")
        self.reason.editingFinished.connect(self._take_reason)
        self.held.setAutoDefault(False)
        self.pane.mended.connect(self._mend)
        self.pane.left_out.connect(self._leave_out)
        self.pane.meant.connect(self._mean)

    def _counts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for key, chip in self.chips.items():
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
            chip.setAutoDefault(False)
            chip.setProperty("role", "chip")
            chip.clicked.connect(partial(self._turn, key))
            row.addWidget(chip)
        row.addStretch()
        row.addWidget(self.held)
        return row

    def _beside(self) -> QSplitter:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.rows)
        split.addWidget(self.pane)
        split.setChildrenCollapsible(False)
        split.setSizes(list(_SPLIT))
        return split

    def _codes(self) -> QHBoxLayout:
        row = QHBoxLayout()
        label = QLabel("信用代码不合校验仍要采用的理由")
        label.setBuddy(self.reason)
        row.addWidget(label)
        row.addWidget(self.reason, 1)
        return row

    def _turn(self, outcome: str, _checked: bool = False) -> None:
        asked = self.collect()
        self._at = 0
        self._list(outcome)
        if asked:
            self.again.emit()

    def _list(self, outcome: str) -> None:
        rows = self.outcome.rows if self.outcome else []
        self.listed = [row for row in rows if row.outcome == outcome]
        several = len({row.file for row in rows}) > 1
        self.rows.lines.show([line_of(row, several=several) for row in self.listed])
        places = [place_of(row) for row in self.listed]
        self._at = places.index(self._wanted) if self._wanted in places else self._at
        self._wanted, self._shown = None, None
        self._at = max(0, min(self._at, len(self.listed) - 1))
        self.pane.show_row(None, None)
        if self.listed:
            self.rows.selectRow(self._at)

    def _go(self, at: int) -> None:
        if not 0 <= at < len(self.listed):
            return
        asked = self.collect()
        self._at, self._shown = at, self.listed[at]
        self.pane.show_row(self._shown, self.work.of(self._shown))
        if asked:
            self._wanted = place_of(self._shown)
            self.again.emit()

    def _mend(self) -> None:
        if self._shown is not None:
            self._wanted = place_of(self._shown)
            self.collect()
            self.again.emit()

    def _leave_out(self, out: bool) -> None:
        if self._shown is not None:
            sheet = self.work.of(self._shown)
            leave = skipped if out else taken_again
            sheet.decide(leave(sheet.ledger.decisions, self._shown.row))
            self.pane.show_row(None, None)
            self.again.emit()

    def _mean(self, key: str, said: str, label: str) -> None:
        if self._shown is not None:
            self.collect()
            sheet = self.work.of(self._shown)
            sheet.decide(meant(sheet.ledger.decisions, key, said, label))
            self.again.emit()

    def _take_reason(self) -> None:
        if self.reason.text().strip() != self.work.reason and self.collect():
            self.again.emit()
