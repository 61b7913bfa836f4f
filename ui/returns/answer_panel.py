"""What goes into the chosen place of a form, by plain choices."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.records.field import Field
from qyclient.returns.rules.form_answers import FACTS, Answer, Fill
from qyclient.returns.rules.form_slots import LABEL, LIST
from qyclient.returns.services.form_nouns import NOUNS, fields
from qyclient.returns.services.forms import Place

_FILTERS = 4
_NONE = "（不限）"
_SUMMED = frozenset({"count", "money"})


class AnswerPanel(QWidget):
    """`settled` carries the answer a person gave for the place that is shown."""

    settled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.sort, self.noun, self.summed, self.fact = (QComboBox() for _ in range(4))
        self.text = QLineEdit()
        self.filters = [(QComboBox(), QComboBox()) for _ in range(_FILTERS)]
        self.columns: dict[str, QComboBox] = {}
        self.go = QPushButton("确定这一处")
        self.go.setProperty("role", "primary")
        self.go.setAutoDefault(False)
        self.go.clicked.connect(lambda _checked: self.settle())
        self._build()

    def show_place(self, place: Place) -> None:
        """Show a place with what is proposed for it, or what was settled."""
        self._place = place
        answer = place.answer
        self.told.setText(f"{place.slot.called}\n{'已确定' if place.settled else '请核对后确定'}")
        sorts = [Fill.LIST] if place.slot.sort == LIST else [o for o in Fill if o is not Fill.LIST]
        if place.slot.sort == LABEL:
            sorts = [Fill.FACT, Fill.TYPED, Fill.NOTHING]
        _offer(self.sort, [(one.label, one.value) for one in (*sorts, Fill.NOTHING)])
        _choose(self.sort, answer.sort)
        _choose(self.noun, answer.noun or next(iter(NOUNS)))
        self._of_noun()
        _choose(self.summed, answer.summed)
        _choose(self.fact, answer.text)
        self.text.setText(answer.text if answer.sort == Fill.TYPED.value else "")
        self._put_filters(answer.filters)
        self._put_columns(place, answer.columns)
        self._fit()
        self.go.setEnabled(True)

    def settle(self) -> None:
        """Hand the answer over."""
        sort = self.sort.currentData()
        noun = self.noun.currentData() if sort in {"count", "sum", "list"} else ""
        text = {"fact": self.fact.currentData() or "", "typed": self.text.text()}.get(sort, "")
        field = self.summed.currentData() if sort == "sum" else ""
        columns = {h: box.currentData() or "" for h, box in self.columns.items()}
        filters = self._filters() if noun else {}
        self.settled.emit(Answer(sort, noun, field or "", filters, columns, text, sure=True))

    def _filters(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for field, value in self.filters:
            if field.currentData() and value.currentText():
                found.setdefault(field.currentData(), []).append(value.currentText())
        return found

    def _build(self) -> None:
        names = {
            self.sort: "填什么", self.noun: "数谁", self.summed: "加哪一项", self.fact: "固定事项",
        }  # fmt: skip
        self._form = QFormLayout()
        for box, name in names.items():
            box.setAccessibleName(name)
            self._form.addRow(name, box)
        self.text.setAccessibleName("填的内容")
        self._form.addRow("填的内容", self.text)
        self._rows: list[QWidget] = []
        self._build_filters()
        _offer(self.noun, [(model.__label__, key) for key, model in NOUNS.items()])
        _offer(self.fact, [(label, key) for key, label in FACTS.items()])
        self.noun.currentIndexChanged.connect(lambda _at: self._of_noun())
        self.sort.currentIndexChanged.connect(lambda _at: self._fit())
        self._lists = QFormLayout()
        column = QVBoxLayout(self)
        column.addWidget(self.told)
        column.addLayout(self._form)
        column.addLayout(self._lists)
        column.addWidget(self.go)
        column.addStretch()

    def _build_filters(self) -> None:
        for number, (field, value) in enumerate(self.filters, 1):
            row = QWidget()
            pair = QHBoxLayout(row)
            pair.setContentsMargins(0, 0, 0, 0)
            field.setAccessibleName(f"条件{number}")
            value.setAccessibleName(f"条件{number}的值")
            field.currentIndexChanged.connect(
                lambda _at, f=field, v=value: _offer(v, [(o, o) for o in self._options(f)])
            )
            pair.addWidget(field, 1)
            pair.addWidget(value, 1)
            self._form.addRow(f"条件{number}", row)
            self._rows.append(row)

    def _of_noun(self) -> None:
        own = [*fields(self.noun.currentData()).values()]
        _offer(self.summed, [(f.label, f.key) for f in own if f.kind.name in _SUMMED])
        chosen = [(f.label, f.key) for f in own if f.kind.options]
        for field, _value in self.filters:
            _offer(field, [(_NONE, ""), *chosen])

    def _options(self, box: QComboBox) -> tuple[str, ...]:
        own: Mapping[str, Field] = fields(self.noun.currentData())
        return own[box.currentData()].kind.options if box.currentData() in own else ()

    def _put_filters(self, filters: Mapping[str, Iterable[str]]) -> None:
        pairs = [(key, value) for key, values in filters.items() for value in values]
        for (field, value), (key, wanted) in zip(self.filters, pairs, strict=False):
            _choose(field, key)
            _choose(value, wanted)

    def _put_columns(self, place: Place, columns: Mapping[str, str]) -> None:
        while self._lists.rowCount():
            self._lists.removeRow(0)
        self.columns = {}
        if place.slot.sort != LIST:
            return
        own = [("（留空）", ""), ("序号", "#")]
        own += [(f.label, f.key) for f in fields(place.answer.noun).values()]
        for _number, heading, _key in place.slot.heads:
            box = QComboBox()
            box.setAccessibleName(f"列 {heading}")
            _offer(box, own)
            _choose(box, columns.get(heading, ""))
            self.columns[heading] = box
            self._lists.addRow(heading, box)

    def _fit(self) -> None:
        sort = self.sort.currentData()
        shown = {
            self.noun: sort in {"count", "sum"},
            self.summed: sort == "sum",
            self.fact: sort == "fact",
            self.text: sort == "typed",
        } | dict.fromkeys(self._rows, sort in {"count", "sum", "list"})
        for widget, on in shown.items():
            self._form.setRowVisible(widget, on)


def _offer(box: QComboBox, options: Iterable[tuple[str, str]]) -> None:
    box.clear()
    for label, value in dict(options).items():
        box.addItem(label, value)


def _choose(box: QComboBox, value: str) -> None:
    if (at := box.findData(value)) >= 0:
        box.setCurrentIndex(at)
