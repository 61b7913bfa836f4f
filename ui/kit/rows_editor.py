"""A small grid inside a form: people and posts, instalments; a line each."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from qyclient.errors import Invalid
from qyclient.records.field import Field, clean
from ui.kit.editor import Editor, Surroundings
from ui.kit.editors import editor_for
from ui.kit.icons import icon
from ui.kit.looks import give_role

_Line = dict[str, Editor]


def _refer(_model: type[object], text: str) -> object:
    """Take a link as it is: whoever writes it looks it up."""
    return text


class RowsEditor(QWidget):
    """Lines that hold nothing count as not there; `edited` is told on every change.

    What a row that is put carries beside the fields, such as its key, is given back with it.
    """

    edited = Signal()

    def __init__(
        self,
        fields: Sequence[Field],
        around: Surroundings,
        lines: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._around = Surroundings(around.today, around.jobs, roomy=False)
        self._lines: list[_Line] = []
        self._carried: list[Mapping[str, str]] = []
        self._count = 0
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._head(fields)
        self._grid.setColumnStretch(len(fields) + 1, 1)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setVisible(False)
        more = QPushButton(icon("add"), "增加一行")
        more.setObjectName("more")
        more.setAutoDefault(False)
        more.clicked.connect(lambda _checked: self.add_line())
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.addLayout(self._grid)
        column_.addWidget(self._said)
        column_.addWidget(more, alignment=Qt.AlignmentFlag.AlignLeft)
        for _ in range(lines):
            self.add_line()

    def _head(self, fields: Sequence[Field]) -> None:
        for column, field in enumerate(fields):
            label = QLabel(f"{field.label} *" if field.required else field.label)
            label.setProperty("role", "hint")
            self._grid.addWidget(label, 0, column)

    @property
    def lines(self) -> Sequence[_Line]:
        """Return the editors, line by line."""
        return self._lines

    def texts(self) -> list[dict[str, str]]:
        """Return the lines that hold something, by field key, with what they carry."""
        lines = [{key: editor.text() for key, editor in line.items()} for line in self._lines]
        return [
            {**carried, **line}
            for carried, line in zip(self._carried, lines, strict=True)
            if any(text.strip() for text in line.values())
        ]

    def put(self, lines: Sequence[Mapping[str, str]]) -> None:
        """Show lines as if they had been typed, and nothing else."""
        while len(self._lines) < len(lines):
            self.add_line()
        empty: Mapping[str, str] = {}
        for number, line in enumerate(self._lines):
            texts = lines[number] if number < len(lines) else empty
            self._carried[number] = {key: text for key, text in texts.items() if key not in line}
            for key, editor in line.items():
                editor.put(texts.get(key, ""))

    @property
    def said(self) -> str:
        """Return what is said under the lines."""
        return self._said.text()

    def add_line(self) -> None:
        """Add an empty line."""
        self._count += 1
        line: _Line = {}
        for column, field in enumerate(self._fields):
            editor = editor_for(field, self._around)
            editor.edited.connect(self.edited)
            self._grid.addWidget(editor, self._count, column, Qt.AlignmentFlag.AlignTop)
            line[field.key] = editor
        gone = QToolButton()
        gone.setObjectName("gone")
        gone.setIcon(icon("remove"))
        gone.setToolTip("去掉这一行")
        gone.setAccessibleName("去掉这一行")
        gone.clicked.connect(partial(self._remove, line, gone))
        self._grid.addWidget(gone, self._count, len(self._fields))
        self._lines.append(line)
        self._carried.append({})

    def problem(self) -> str:
        """Return what is wrong with a line, or nothing."""
        for number, line in enumerate(self.texts(), 1):
            try:
                clean(self._fields, line, _refer)
            except Invalid as no:
                return f"第 {number} 行：{no}"
        return ""

    def say(self, sentence: str, role: str = "problem") -> None:
        """Say something under the lines."""
        self._said.setText(sentence)
        give_role(self._said, role)
        self._said.setVisible(bool(sentence))

    def _remove(self, line: _Line, button: QToolButton, _checked: bool = False) -> None:
        number = self._lines.index(line)
        del self._lines[number], self._carried[number]
        for widget in (*line.values(), button):
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self.edited.emit()
