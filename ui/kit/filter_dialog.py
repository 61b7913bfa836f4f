"""Narrowing one column: by ticking values, by a range, or by a part of its text."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.records.field import Field
from qyclient.records.view import Filter
from ui.kit.editor import Editor, Surroundings
from ui.kit.editors import editor_for

_RANGED = frozenset({"money", "date", "count", "score"})


class FilterDialog(QDialog):
    """`chosen` carries the filter, or None where the column is not narrowed any more."""

    chosen = Signal(object)

    def __init__(
        self, field: Field, now: Filter | None, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"筛选：{field.label}")
        self._field = field
        self.ticks: dict[str, QCheckBox] = {}
        self.range: list[Editor] = []
        self.part = QLineEdit(now.contains if now else "")
        self._empty = QCheckBox("只看没有填写的")
        self._empty.setChecked(bool(now and now.empty))
        self._said = QLabel()
        self._said.setProperty("role", "problem")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        self._offer(column, now, today)
        if not field.required:
            column.addWidget(self._empty)
        column.addWidget(self._said)
        column.addWidget(self._buttons())
        self.setMinimumWidth(320)

    def choose(self) -> None:
        """Narrow the column to what is given."""
        try:
            self.chosen.emit(self._narrowed())
        except ValueError as problem:
            self._said.setText(str(problem))
            return
        self.accept()

    def _offer(self, column: QVBoxLayout, now: Filter | None, today: date) -> None:
        kind = self._field.kind
        if kind.name == "choice":
            for label in kind.options:
                tick = self.ticks[label] = QCheckBox(label)
                tick.setChecked(bool(now and self._plain(label) in now.among))
                column.addWidget(tick)
        elif kind.name in _RANGED:
            form = QFormLayout()
            for label, text in (("从", now.least if now else ""), ("到", now.most if now else "")):
                editor = editor_for(self._field, Surroundings(today, roomy=False))
                editor.put(kind.format(kind.parse(text)) if text else "")
                self.range.append(editor)
                form.addRow(label, editor)
            column.addLayout(form)
        else:
            self.part.setPlaceholderText("含有这些字")
            self.part.setAccessibleName(f"{self._field.label}含有")
            column.addWidget(self.part)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        keep, all_, leave = QPushButton("筛选"), QPushButton("不筛选"), QPushButton("取消")
        keep.setProperty("role", "primary")
        keep.setDefault(True)
        keep.clicked.connect(lambda _checked: self.choose())
        all_.clicked.connect(lambda _checked: self._choose_all())
        leave.clicked.connect(lambda _checked: self.reject())
        for button in (keep, all_, leave):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return buttons

    def _choose_all(self) -> None:
        self.chosen.emit(None)
        self.accept()

    def _plain(self, text: str) -> str:
        return str(self._field.plain(self._field.kind.parse(text))) if text.strip() else ""

    def _narrowed(self) -> Filter | None:
        key = self._field.key
        if self._empty.isChecked():
            return Filter(key, empty=True)
        if ticked := tuple(
            self._plain(text) for text, tick in self.ticks.items() if tick.isChecked()
        ):
            return Filter(key, among=ticked)
        if self.range:
            least, most = (self._plain(editor.text()) for editor in self.range)
            return Filter(key, least=least, most=most) if least or most else None
        part = self.part.text().strip()
        return Filter(key, contains=part) if part else None
