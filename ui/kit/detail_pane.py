"""The pane beside a list: one record whole, with what belongs to it and what happened to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.records.field import Field
from ui.kit import past
from ui.kit.badge import Badge
from ui.kit.belonging import Child, Picture, listing
from ui.kit.facts import Facts, heading, value
from ui.kit.figure_view import FigureView
from ui.kit.icons import icon
from ui.kit.jobs import Jobs
from ui.kit.scrolled import show_in

__all__ = ["Child", "DetailPane", "Picture"]

_LEAST_WIDTH = 360


@dataclass(frozen=True, slots=True)
class _Whole:
    children: list[Any]
    history: list[Mapping[str, Any]]


class DetailPane(QFrame):
    """Shows a record at once and what must be read for it as soon as it is there."""

    closed = Signal()

    def __init__(
        self,
        jobs: Jobs,
        fields: Sequence[Field],
        children: Sequence[Child | Picture],
        called: Callable[[Any], tuple[str, str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setMinimumWidth(_LEAST_WIDTH)
        self._jobs, self._fields, self._children, self._called = (
            jobs,
            tuple(fields),
            children,
            called,
        )
        self._record: Any = None
        self._whole: _Whole | None = None
        self._title, self._badge = value(""), Badge()
        self._title.setProperty("role", "title")
        self._empty_too = QCheckBox("显示空项")
        self._empty_too.toggled.connect(lambda _on: self._lay_out())
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()

    @property
    def record(self) -> Any:
        """Return the record that is shown, or None."""
        return self._record

    def show_record(self, record: Any) -> None:
        """Show a record; None empties the pane."""
        same = record is not None and self._record is not None and record.id == self._record.id
        self._record = record
        if not same:
            self._whole = None
        self._lay_out(keep_place=same)
        if record is not None:
            self._jobs.ask(partial(self._read, record), partial(self._take, record.id))

    def _read(self, record: Any, workspace: Any) -> _Whole:
        children = [workspace.read(child.query, record.id) for child in self._children]
        return _Whole(children, workspace.history(record))

    def _take(self, key: object, whole: _Whole) -> None:
        if self._record is not None and self._record.id == key:
            self._whole = whole
            self._lay_out(keep_place=True)

    def _note(self, field: Field, then: Callable[[object], None]) -> None:
        """Note that somebody looks at a personal value (个人信息保护法 art 51), then show it."""
        if self._jobs.keeping is None:
            then(None)
            return
        noted = ("显示", self._record, field.label)
        self._jobs.write(self._jobs.keeping.note_access, *noted, then=then)

    def _build(self) -> None:
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setAutoRaise(True)
        close.setToolTip("收起右侧详情")
        close.setAccessibleName("收起右侧详情")
        close.clicked.connect(lambda _checked: self.closed.emit())
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 8, 4)
        head.addWidget(self._title, 1)
        head.addWidget(self._badge, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)

    def _lay_out(self, *, keep_place: bool = True) -> None:
        bar = self._scroll.verticalScrollBar()
        place = bar.value() if keep_place else 0
        if self._record is None:
            self._title.setText("")
            self._badge.show_word("", "")
            self._scroll.takeWidget()
            return
        title, word, tone = self._called(self._record)
        self._title.setText(title)
        self._badge.show_word(word, tone)
        self._empty_too.setParent(None)
        show_in(self._scroll, self._body())
        bar.setValue(place)

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(4)
        for _picture, figure in self._drawn(Picture):
            column.addWidget(FigureView(figure))
        empty_too = self._empty_too.isChecked()
        column.addWidget(Facts(self._fields, self._record, self._note, empty_too=empty_too))
        column.addWidget(self._empty_too)
        for child, rows in self._drawn(Child):
            column.addWidget(heading(f"{child.title}（{len(rows)}）"))
            column.addLayout(listing(child, rows))
        if self._whole is not None:
            column.addWidget(heading("变动记录"))
            column.addLayout(_history(self._whole.history, self._fields))
        column.addStretch()
        return body

    def _drawn(self, kind: type[Any]) -> list[tuple[Any, Any]]:
        """Return what was read of one kind of belongings, without those that hold nothing."""
        whole = self._whole.children if self._whole is not None else ()
        both = zip(self._children, whole, strict=False)
        return [(child, found) for child, found in both if found and isinstance(child, kind)]


def _history(entries: Sequence[Mapping[str, Any]], fields: Sequence[Field]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    for entry in entries:
        title = value(past.title(entry))
        title.setProperty("role", "label")
        column.addWidget(title)
        for line in past.changes(entry, fields):
            change = value(line)
            change.setIndent(16)
            column.addWidget(change)
    return column
