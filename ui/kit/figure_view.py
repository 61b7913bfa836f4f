"""A chart in the window: the shapes that go on paper, with a click that opens the row behind."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from qyclient.paper.figures import Figure, Shape, Sort, Tone

_PER_MM = 4.0
_TITLE = 28
_COLOURS = {
    Tone.GRID: QColor("#d5dbe1"),
    Tone.BAR: QColor("#7fa8d6"),
    Tone.MARK: QColor("#1d5fa8"),
    Tone.INK: QColor("#1c232b"),
}
_LONGEST = 50 * _PER_MM


class FigureView(QWidget):
    """`wanted` carries the key of what was clicked."""

    wanted = Signal(str)

    def __init__(self, chart: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = chart
        words = "；".join(s.text for s in chart.shapes if s.sort is Sort.WORD)
        self.setAccessibleName(f"{chart.title}：{words}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the size of the chart and its title."""
        wide, high = self.chart.width * _PER_MM, self.chart.height * _PER_MM
        return QSize(int(wide) + 1, int(high) + _TITLE + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_COLOURS[Tone.INK])
        painter.drawText(QPointF(0, 18), self.chart.title)
        for shape in self.chart.shapes:
            _paint(painter, shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked."""
        key = self.key_at(event.position())
        if key:
            self.wanted.emit(key)

    def key_at(self, place: QPointF) -> str:
        """Return the key of the nearest shape with one."""
        found = [shape for shape in self.chart.shapes if shape.key]
        if not found:
            return ""
        return min(found, key=lambda shape: _far(shape, place)).key


def _paint(painter: QPainter, shape: Shape) -> None:
    colour = _COLOURS[shape.tone]
    points = [_at(point) for point in shape.points]
    if shape.sort is Sort.WORD:
        metrics = QFontMetricsF(painter.font())
        text = shape.text
        if shape.align == 0:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, _LONGEST)
        left = points[0].x() - metrics.horizontalAdvance(text) * shape.align
        painter.setPen(colour)
        painter.drawText(QPointF(left, points[0].y() + metrics.ascent()), text)
    elif shape.sort is Sort.AREA:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF(points))
    else:
        painter.setPen(colour)
        painter.drawPolyline(QPolygonF(points))


def _at(point: tuple[float, float]) -> QPointF:
    return QPointF(point[0] * _PER_MM, point[1] * _PER_MM + _TITLE)


def _far(shape: Shape, place: QPointF) -> float:
    return min(abs(_at(p).y() - place.y()) + abs(_at(p).x() - place.x()) / 8 for p in shape.points)
