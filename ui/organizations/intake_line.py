"""One column of a ledger to be matched: heading, examples, field, unit, and what it may change."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel

from qyclient.organizations.services.ledgers import REVIEW, Ledger, Rule
from qyclient.paper.ledger.cells import address
from qyclient.paper.ledger.headings import Column
from qyclient.records.field import Field
from qyclient.records.kinds import Kind
from ui.kit.badge import Badge
from ui.kit.editor import Surroundings
from ui.kit.options import Options
from ui.kit.pickers import ChoiceEditor
from ui.organizations.intake_cells import FIELDS, examples

NOT_IMPORTED = "不导入"
_RULES = {Rule.OVERWRITE: "覆盖", Rule.FILL: "只补空项", Rule.IGNORE: "不导入"}
_UNITS = (("元", "元"), ("万元", "万元"))
_IDENTITY = frozenset({"name", "uscc"})
_EXAMPLE, _HEADING, _EXAMPLES = 20, 150, 320


def labels(years: range) -> dict[str, str]:
    """Return what columns may mean, key by label: fields, and the conclusion of each year."""
    reviews = {f"{year}年度年检结论": f"{REVIEW}{year}" for year in years}
    return {field.label: key for key, field in FIELDS.items()} | reviews


class MatchLine(QObject):
    """`matched`, `counted` and `ruled` carry the column and what was chosen for it."""

    matched = Signal(int, object)
    counted = Signal(int, str)
    ruled = Signal(str, str)

    def __init__(
        self, ledger: Ledger, column: Column, keys: Mapping[str, str], around: Surroundings
    ) -> None:
        super().__init__()
        self.column = column
        self._keys = keys
        self._labels = {key: label for label, key in keys.items()}
        self._quiet = True
        called = column.heading or f"（{address(0, column.index).rstrip('1')} 列，无列名）"
        self.heading, self.badge = QLabel(called), Badge()
        self.examples = QLabel(_some(examples(ledger, column)))
        self.field = ChoiceEditor(_choice(called, (NOT_IMPORTED, *keys)), around)
        self.unit = Options(f"{called}的单位", _UNITS)
        self.rule = Options(f"{called}对已登记单位")
        self._tune()

    def show(self, ledger: Ledger, *, left: bool, is_open: bool) -> None:
        """Show what the column means now."""
        self._quiet = True
        self.column = next(c for c in ledger.layout.columns if c.index == self.column.index)
        key = self.column.key
        passed = left or (key is None and not is_open)
        label = NOT_IMPORTED if passed else self._labels.get(key or "", "")
        if self.field.text() != label:
            self.field.put(label)
        self.badge.show_word("未对应" if is_open else "", "warn")
        shown = FIELDS.get(key or "")
        self.unit.setVisible(shown is not None and shown.kind.name == "money")
        self.unit.choose(self.column.unit or ledger.unit or "元")
        self._offer_rules(key, ledger)
        self._quiet = False

    def place(self, grid: QGridLayout, row: int) -> None:
        """Stand in a row of a grid."""
        parts = (self.badge, self.heading, self.examples, self.field, self.unit, self.rule)
        for column, part in enumerate(parts):
            grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)

    def _tune(self) -> None:
        for label, width in ((self.heading, _HEADING), (self.examples, _EXAMPLES)):
            text = label.text()
            label.setToolTip(text)
            label.setFixedWidth(width)
            label.setText(label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width))
            label.setAccessibleName(text)
        self.examples.setProperty("role", "label")
        self.field.edited.connect(self._choose)
        line = self.field.box.lineEdit()
        line.editingFinished.connect(self._write_out)
        line.setPlaceholderText("选择，或输入名称、首字母")
        self.field.box.setFixedWidth(220)
        self.unit.activated.connect(
            lambda _at: self.counted.emit(self.column.index, self.unit.chosen)
        )
        self.rule.activated.connect(lambda _at: self.ruled.emit(self.column.key, self.rule.chosen))

    def _offer_rules(self, key: str | None, ledger: Ledger) -> None:
        self.rule.setVisible(key is not None)
        without = {Rule.IGNORE} if key in _IDENTITY else set()
        if key and key.startswith(REVIEW):
            without = {Rule.FILL}
        self.rule.offer([(rule, text) for rule, text in _RULES.items() if rule not in without])
        self.rule.choose(ledger.decisions.rules.get(key or "", Rule.OVERWRITE))

    def _choose(self) -> None:
        text = self.field.text()
        if self._quiet or text not in {NOT_IMPORTED, *self._keys}:
            return
        key = self._keys.get(text)
        if key != self.column.key or key is None:
            self.matched.emit(self.column.index, key)

    def _write_out(self) -> None:
        """Show what is meant where a label was left half typed."""
        if self.field.text() not in {NOT_IMPORTED, *self._keys}:
            self._quiet = True
            self.field.put(self._labels.get(self.column.key or "", ""))
            self._quiet = False


def _choice(called: str, options: tuple[str, ...]) -> Field:
    kind = Kind("choice", str, options=options)
    return Field("column", f"{called}对应的字段", kind, required=False, width=14)


def _some(values: list[str]) -> str:
    short = [v if len(v) <= _EXAMPLE else f"{v[: _EXAMPLE - 1]}…" for v in values]
    return "、".join(short) or "（空）"
