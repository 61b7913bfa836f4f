"""Bars that carry their numbers; each is a button that opens what it counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from qyclient.paper.charts import HIGH, ROW, Box, Chart, Counted, Shape, lying, standing

_BAR, _OVER, _INK, _FOCUS = (QColor(c) for c in ("#7fa8d6", "#1d5fa8", "#1c232b", "#1d5fa8"))
_NARROWEST, _COLUMN = 340, 6
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignVCenter,
    "centre": Qt.AlignmentFlag.AlignCenter,
}


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted, how many there are, and what opens the list behind the number."""

    label: str
    many: int
    go: Callable[..., Any]

    @property
    def counted(self) -> Counted:
        """Return what the chart needs of it."""
        return self.label, self.many


class Bar(QAbstractButton):
    """Paints the shapes of one counted row."""

    def __init__(self, count: Count, parent: QWidget) -> None:
        super().__init__(parent)
        self.count = count
        self._shapes: Sequence[Shape] = ()
        self._from = QPointF()
        self.setText(f"{count.label}　{count.many:,}")
        self.setAccessibleName(f"{count.label}：{count.many:,}")
        self.setToolTip(f"{count.label}：{count.many:,}，打开名单")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(count.go)

    def show_shapes(self, shapes: Sequence[Shape], place: Box) -> None:
        """Stand in a place of the chart and paint these shapes."""
        self._shapes, self._from = shapes, QPointF(place.left, place.top)
        self.setGeometry(_rect(place).toAlignedRect())
        self._from = QPointF(self.geometry().topLeft())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.translate(-self._from)
        lit = self.underMouse() or self.hasFocus()
        for shape in self._shapes:
            box = _rect(shape.box)
            if not shape.text:
                painter.fillRect(box, _OVER if lit else _BAR)
                continue
            painter.setPen(_FOCUS if self.hasFocus() else _INK)
            painter.drawText(box, _ALIGN[shape.align], shape.text)


class Bars(QWidget):
    """Rows under each other, or columns beside each other, as `qyclient.paper.charts` lays out."""

    def __init__(self, counts: Sequence[Count], *, upright: bool = False) -> None:
        super().__init__()
        self._upright = upright
        self._counted = [count.counted for count in counts]
        self.bars = [Bar(count, self) for count in counts]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def chart(self, width: float) -> Chart:
        """Return the shapes for a width."""
        return (standing if self._upright else lying)(self._counted, width)

    def sizeHint(self) -> QSize:
        """Never cut a label."""
        if not self._upright:
            return QSize(_NARROWEST, int(ROW * len(self.bars)))
        widest = max((self.fontMetrics().horizontalAdvance(c[0]) for c in self._counted), default=0)
        return QSize((widest + _COLUMN) * len(self.bars), int(HIGH))

    def minimumSizeHint(self) -> QSize:
        """Never cut a label."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        chart = self.chart(self.width())
        for row, bar in enumerate(self.bars):
            mine = [shape for shape in chart.shapes if shape.row == row]
            bar.show_shapes(mine, chart.places[row])


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
