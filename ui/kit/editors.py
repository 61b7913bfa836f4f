"""One editor per kind of value."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
    QWidgetAction,
)

from qyclient.records.dates import parse_date
from qyclient.records.field import Field
from qyclient.records.money import capitals
from ui.kit.editor import Editor, LineEditor, Surroundings
from ui.kit.icons import icon
from ui.kit.pickers import ChoiceEditor, LinkEditor
from ui.kit.ticks import SeveralEditor

_ROOMY, _TIGHT = 320, 168
"""How wide a text of several lines is: in a form of its own, and beside others in a line."""
_LINES = 3


class CodeEditor(LineEditor):
    """code: any form while typing, grouped while reading."""

    def write_out(self) -> None:
        """Group it once it is whole."""
        code = self.understood()
        if code is not None:
            self.put(self.field.kind.format(code))


class CountEditor(LineEditor):
    """count and score: figures; 二十人 is understood too."""

    def __init__(self, field: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class MoneyEditor(LineEditor):
    """money: yuan, its capitals under the box."""

    def __init__(self, field: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.capitals = QLabel()
        self.capitals.setProperty("role", "hint")
        self.capitals.setVisible(False)
        self.layout_.addWidget(self.capitals)
        self.line.textChanged.connect(lambda _text: self._spell())

    def write_out(self) -> None:
        """Write 3万 as 30,000.00."""
        amount = self.understood()
        if amount is not None:
            self.put(self.field.kind.format(amount))

    def _spell(self) -> None:
        amount = self.understood()
        self.capitals.setText("" if amount is None else f"大写：{capitals(amount)}")
        self.capitals.setVisible(amount is not None and self.around.roomy)


class DateEditor(LineEditor):
    """date: 20260301, 3.1 or 今天, written out on leaving; a calendar for who wants one."""

    def __init__(self, field: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        hint = "如 20260301、3.1、今天" if around.roomy else "如 20260301"
        self.line.setPlaceholderText(hint)
        self.line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.line.setMinimumWidth(self.line.fontMetrics().horizontalAdvance(hint) + 56)
        opening = self.line.addAction(icon("calendar"), self.line.ActionPosition.TrailingPosition)
        opening.setToolTip("从日历选择")
        opening.triggered.connect(lambda _checked: self._open_calendar())

    def text(self) -> str:
        """Return the day in full, also where the box was not left yet."""
        return self._full(self.line.text())

    def write_out(self) -> None:
        """Write 3.1 as 2026年3月1日."""
        if self.line.text().strip():
            self.put(self._full(self.line.text()))

    def _full(self, text: str) -> str:
        kind = self.field.kind
        try:
            return kind.format(kind.parse(text))
        except ValueError:
            pass
        try:
            return kind.format(kind.parse(parse_date(text, self.around.today).isoformat()))
        except ValueError:
            return text

    def _open_calendar(self) -> None:
        menu, calendar = QMenu(self), QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        today = self.around.today
        calendar.setSelectedDate(QDate(today.year, today.month, today.day))
        calendar.clicked.connect(lambda day: self.put(self._full(day.toString("yyyy-MM-dd"))))
        calendar.clicked.connect(menu.close)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))


class _Paragraph(QPlainTextEdit):
    """Three lines high; Tab goes on."""

    def __init__(self, wide: int) -> None:
        super().__init__()
        self._wide = wide
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def sizeHint(self) -> QSize:
        """Return three lines and the frame."""
        return QSize(self._wide, self.fontMetrics().lineSpacing() * _LINES + 16)

    def minimumSizeHint(self) -> QSize:
        """Never be squeezed below that."""
        return self.sizeHint()


class LongTextEditor(Editor):
    """long_text: several lines."""

    def __init__(self, field: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.box = _Paragraph(_ROOMY if around.roomy else _TIGHT)
        self.adopt(self.box)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.textChanged.connect(self.edited)

    def text(self) -> str:
        """Return what was typed."""
        return self.box.toPlainText()

    def put(self, text: str) -> None:
        """Show a text."""
        self.box.setPlainText(text)


EDITORS: dict[str, Callable[[Field, Surroundings], Editor]] = {
    "text": LineEditor,
    "long_text": LongTextEditor,
    "code": CodeEditor,
    "money": MoneyEditor,
    "date": DateEditor,
    "choice": ChoiceEditor,
    "several": SeveralEditor,
    "count": CountEditor,
    "score": CountEditor,
    "link": LinkEditor,
}


def editor_for(field: Field, around: Surroundings) -> Editor:
    """Return a new editor for a field."""
    return EDITORS[field.kind.name](field, around)
