"""Bars that carry their numbers; each is a button that opens what it counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

_BAR, _OVER, _INK, _FOCUS = (QColor(c) for c in ("#7fa8d6", "#1d5fa8", "#1c232b", "#1d5fa8"))
_LABEL, _NUMBER = 156, 64
_ROW, _COLUMN_HIGH = 28, 168
_LINE = 20


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted, how many there are, and what opens the list behind the number."""

    label: str
    many: int
    go: Callable[..., Any]


class _Bar(QAbstractButton):
    """`share` is its length, from 0 to 1, among its like."""

    def __init__(self, count: Count, share: float) -> None:
        super().__init__()
        self.count, self._share = count, share
        self.setText(f"{count.label}　{count.many:,}")
        self.setAccessibleName(f"{count.label}：{count.many:,}")
        self.setToolTip(f"{count.label}：{count.many:,}，打开名单")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(count.go)

    def _paint_bar(self, painter: QPainter, box: QRectF) -> None:
        lit = self.underMouse() or self.hasFocus()
        painter.fillRect(box, _OVER if lit else _BAR)
        painter.setPen(_FOCUS if self.hasFocus() else _INK)


class _Row(_Bar):
    """Label, bar, number from left to right."""

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(_LABEL + _NUMBER + 120, _ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        room = self.width() - _LABEL - _NUMBER
        self._paint_bar(painter, QRectF(_LABEL, 6, max(2.0, room * self._share), _ROW - 12))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, _LABEL - 8, _ROW), middle, self.count.label)
        at = _LABEL + room * self._share + 8
        painter.drawText(QRectF(at, 0, _NUMBER, _ROW), middle, f"{self.count.many:,}")


class _Column(_Bar):
    """Number, bar, label from top to bottom."""

    def __init__(self, count: Count, share: float) -> None:
        super().__init__(count, share)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be wide enough for the label."""
        return QSize(self.fontMetrics().horizontalAdvance(self.count.label) + 6, _COLUMN_HIGH)

    def minimumSizeHint(self) -> QSize:
        """Never cut the label."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        room = _COLUMN_HIGH - 2 * _LINE
        high = max(2.0, room * self._share)
        across = min(28.0, self.width() - 6.0)
        left = (self.width() - across) / 2
        self._paint_bar(painter, QRectF(left, _LINE + room - high, across, high))
        centre = Qt.AlignmentFlag.AlignCenter
        above = QRectF(0, room - high, self.width(), _LINE)
        painter.drawText(above, centre, f"{self.count.many:,}")
        below = QRectF(0, _LINE + room, self.width(), _LINE)
        painter.drawText(below, centre, self.count.label)


class Bars(QWidget):
    """Rows under each other, or columns beside each other."""

    def __init__(self, counts: Sequence[Count], *, upright: bool = False) -> None:
        super().__init__()
        line = QHBoxLayout(self) if upright else QVBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(0)
        most = max((count.many for count in counts), default=0) or 1
        self.bars = [(_Column if upright else _Row)(count, count.many / most) for count in counts]
        for bar in self.bars:
            line.addWidget(bar)
