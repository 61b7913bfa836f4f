"""A form: the fields of a noun in groups, each with its editor, its help and its problem."""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qyclient.records.field import Field
from ui.kit.editor import Editor, Surroundings
from ui.kit.place import Place

_TICKS = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Form(QScrollArea):
    """Collects texts by field key. `edited` is told with the key of the field that changed."""

    edited = Signal(str)

    def __init__(
        self, fields: Sequence[Field], around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._places = {field.key: Place(field, around) for field in fields}
        self._headings: dict[str, QLabel] = {}
        self._grids: dict[str, tuple[QGridLayout, int]] = {}
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(20, 8, 20, 16)
        self._column.setSpacing(4)
        for section, group in groupby(fields, key=lambda field: field.section):
            self._add_section(section, [field.key for field in group])
        self._column.addStretch()
        self.setWidget(self._body)
        self._fit()
        for key, place in self._places.items():
            place.editor.edited.connect(lambda k=key: self._told(k))

    @property
    def sections(self) -> list[str]:
        """Return the headings, from top to bottom."""
        return list(self._headings)

    def editor(self, key: str) -> Editor:
        """Return the editor of a field."""
        return self._places[key].editor

    def texts(self) -> dict[str, str]:
        """Return what was typed, by field key; hidden fields are empty."""
        return {
            key: "" if place.editor.isHidden() else place.editor.text()
            for key, place in self._places.items()
        }

    def put(self, texts: Mapping[str, str]) -> None:
        """Show texts as if they had been typed."""
        for key, text in texts.items():
            if key in self._places:
                self._places[key].editor.put(text)

    def add_below(self, heading: str, widget: QWidget) -> None:
        """Put something of the dialog's own under a heading at the end."""
        label = self._heading(heading)
        at = self._column.count() - 1
        self._column.insertWidget(at, label)
        self._column.insertWidget(at + 1, widget)
        self._fit()

    def _fit(self) -> None:
        """Be wide enough: a form is never scrolled sideways."""
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(self._body.minimumSizeHint().width() + bar)

    def add_ticks(self, word: str) -> Mapping[str, QCheckBox]:
        """Put a box to tick after each field, and return them by field key."""
        ticks: dict[str, QCheckBox] = {}
        before: QWidget | None = None
        for key, place in self._places.items():
            ticks[key] = tick = QCheckBox(word)
            tick.setAccessibleName(f"{word}：{place.field.label}")
            grid, row = self._grids[key]
            grid.addWidget(tick, row, _TICKS, Qt.AlignmentFlag.AlignTop)
            if before is not None:
                QWidget.setTabOrder(before, place.typed)
            QWidget.setTabOrder(place.typed, tick)
            before = tick
        self._fit()
        return ticks

    def leave_out(self, keys: Collection[str]) -> None:
        """Hide these fields and show the others."""
        for key, place in self._places.items():
            place.set_visible(key not in keys)

    def show_problems(self, problems: Mapping[str, str], *, go: bool = True) -> list[str]:
        """Put each sentence beside its field, go to the first; return those without a field."""
        for key, place in self._places.items():
            place.show_problem(problems.get(key, ""))
        wrong = [key for key in self._places if key in problems]
        if wrong and go:
            self._places[wrong[0]].set_visible(True)
            self.go_to(wrong[0])
        return [sentence for key, sentence in problems.items() if key not in self._places]

    def go_to(self, key: str) -> None:
        """Put the cursor into a field."""
        editor = self._places[key].editor
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(editor, 0, 80)
        if key == next(iter(self._places)):
            self.verticalScrollBar().setValue(0)

    def show_section(self, heading: str) -> None:
        """Scroll a heading to the top."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.verticalScrollBar().setValue(self._headings[heading].y() - 4)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on to the next field, as Tab does."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() in {
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            }
            if event.key() in _ENTER and plain and isinstance(watched, QLineEdit | QComboBox):
                self.focusNextChild()
                return True
        return super().eventFilter(watched, event)

    def _told(self, key: str) -> None:
        place = self._places[key]
        if place.editor.property("wrong"):
            place.show_problem("")
        self.edited.emit(key)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", "heading")
        self._headings[text] = label
        return label

    def _add_section(self, section: str, keys: Sequence[str]) -> None:
        if section:
            self._column.addWidget(self._heading(section))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 132)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        for row, key in enumerate(keys):
            place = self._places[key]
            self._grids[key] = grid, row
            grid.addWidget(
                place.label, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            )
            grid.addWidget(place.editor, row, 1)
            grid.addWidget(place.note, row, 2, Qt.AlignmentFlag.AlignTop)
            place.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            place.typed.installEventFilter(self)
        self._column.addLayout(grid)
