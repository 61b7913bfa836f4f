"""版式的画面: the sheet in millimetres, its boxes with a value in them, rulers, the scan behind."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QWidget,
)

from qyclient.paper.pdf.lines import POINTS_PER_MM
from qyclient.paper.pdf.overprint import Align, Box, Template

NUDGE = 0.1
_STEP, _LONG = 10, 50
_PAPER, _EDGE, _CHOSEN = QColor("#ffffff"), QColor("#2b6cb0"), QColor("#c05621")
_RULER = QColor("#5f6b7a")
_ARROWS = {
    Qt.Key.Key_Left: (-NUDGE, 0.0),
    Qt.Key.Key_Right: (NUDGE, 0.0),
    Qt.Key.Key_Up: (0.0, -NUDGE),
    Qt.Key.Key_Down: (0.0, NUDGE),
}


class BoxItem(QGraphicsRectItem):
    """One box on the sheet; told once when it was dragged to another place."""

    def __init__(self, box: Box, value: str) -> None:
        super().__init__(0, 0, box.w, box.h)
        self.box, self._value = box, value
        self.setPos(box.x, box.y)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)

    def paint(self, painter: QPainter, _option: Any, _widget: QWidget | None = None) -> None:
        """Draw the outline and the value in its size; the screen's font stands for the paper's."""
        colour = _CHOSEN if self.isSelected() else _EDGE
        painter.setPen(QPen(colour, 0.6 if self.isSelected() else 0.3))
        painter.drawRect(self.rect())
        font = QFont()
        font.setPixelSize(100)
        painter.setFont(font)
        scale = self.box.sizes[0] / POINTS_PER_MM / 100
        painter.setPen(QColor("#222222"))
        painter.save()
        painter.scale(scale, scale)
        flags = Qt.TextFlag.TextWrapAnywhere.value | _FLAGS[self.box.align].value
        room = QRectF(0, 0, self.box.w / scale, self.box.h / scale)
        painter.drawText(room, flags, self._value)
        painter.restore()


_FLAGS = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}


class Drawing(QGraphicsView):
    """`moved` carries boxes and how far they went; `chosen` that others are selected."""

    moved = Signal(object, float, float)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = QGraphicsScene(self)
        self.setScene(self.sheet)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        self.setAccessibleName("版式画面：方向键每次移动 0.1 毫米")
        self._size = (420.0, 297.0)
        self.items_: dict[str, BoxItem] = {}
        self.sheet.selectionChanged.connect(self.chosen)

    def show_template(
        self, template: Template, value_of: Callable[[Box], str], scan: QPixmap | None
    ) -> None:
        """Draw a template anew; what was selected stays so."""
        kept = {*self.selected}
        self._size = (template.paper.w, template.paper.h)
        self.sheet.blockSignals(True)
        self.sheet.clear()
        self.sheet.addRect(QRectF(0, 0, *self._size), QPen(_RULER, 0.2), _PAPER)
        if scan is not None and not scan.isNull():
            behind = self.sheet.addPixmap(scan)
            behind.setScale(template.paper.w / scan.width())
        self.items_ = {box.field: BoxItem(box, value_of(box)) for box in template.boxes}
        for key, item in self.items_.items():
            self.sheet.addItem(item)
            item.setSelected(key in kept)
        self.sheet.blockSignals(False)
        self.sheet.setSceneRect(QRectF(-12, -12, self._size[0] + 24, self._size[1] + 24))
        self.fitInView(self.sheet.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)

    @property
    def selected(self) -> list[str]:
        """Return the fields of the boxes that are selected."""
        return [key for key, item in self.items_.items() if item.isSelected()]

    def select(self, keys: Mapping[str, bool]) -> None:
        """Select boxes by field."""
        for key, item in self.items_.items():
            item.setSelected(keys.get(key, False))

    def resizeEvent(self, event: Any) -> None:
        """Keep the whole sheet in sight."""
        super().resizeEvent(event)
        self.fitInView(self.sheet.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nudge by a tenth of a millimetre; ten of them with Shift."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None or not self.selected:
            super().keyPressEvent(event)
            return
        many = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        self.moved.emit(self.selected, step[0] * many, step[1] * many)

    def mouseReleaseEvent(self, event: Any) -> None:
        """Tell how far what was dragged went."""
        super().mouseReleaseEvent(event)
        gone = {k: i.pos() - QPointF(i.box.x, i.box.y) for k, i in self.items_.items()}
        far = [(k, d) for k, d in gone.items() if abs(d.x()) + abs(d.y()) > NUDGE / 2]
        if far:
            self.moved.emit([key for key, _d in far], far[0][1].x(), far[0][1].y())

    def drawForeground(self, painter: QPainter, _rect: Any) -> None:
        """Draw rulers along the top and the left, in millimetres."""
        painter.setPen(QPen(_RULER, 0.2))
        font = QFont()
        font.setPixelSize(4)
        painter.setFont(font)
        for across, most in ((True, self._size[0]), (False, self._size[1])):
            for at in range(0, int(most) + 1, _STEP):
                long = 5 if at % _LONG == 0 else 2.5
                if across:
                    painter.drawLine(QPointF(at, -long), QPointF(at, 0))
                else:
                    painter.drawLine(QPointF(-long, at), QPointF(0, at))
                if at % _LONG == 0:
                    place = QPointF(at + 0.8, -5.5) if across else QPointF(-11, at + 1.5)
                    painter.drawText(place, str(at))
