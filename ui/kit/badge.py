"""A coloured word in a cell or beside a title: the colour never says it alone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.tones import TONES

_TONE = Qt.ItemDataRole.UserRole + 1
_ROUND, _INDENT, _MARGIN = 4, 8, 5


def _paint(painter: QPainter, box: QRectF, text: str, tone: str) -> None:
    ink, ground = TONES[tone]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, _ROUND, _ROUND)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class BadgeDelegate(QStyledItemDelegate):
    """Paints a cell that has a tone as a badge, and every other as usual."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the cell's ground first, so that selection and stripes stay."""
        tone, text = index.data(_TONE), index.data()
        if not tone or not text:
            super().paint(painter, option, index)
            return
        empty = QStyleOptionViewItem(option)
        self.initStyleOption(empty, index)
        empty.text = ""  # type: ignore[attr-defined]  # not in the stubs
        style = empty.widget.style() if empty.widget else QApplication.style()  # type: ignore[attr-defined]  # not in the stubs
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, empty, painter, empty.widget)  # type: ignore[attr-defined]  # not in the stubs
        rect = option.rect  # type: ignore[attr-defined]  # not in the stubs
        width = option.fontMetrics.horizontalAdvance(text) + 2 * _INDENT  # type: ignore[attr-defined]  # not in the stubs
        height = rect.height() - 2 * _MARGIN
        box = QRectF(rect.left() + 4, rect.top() + _MARGIN, min(width, rect.width() - 8), height)
        painter.setFont(option.font)  # type: ignore[attr-defined]  # not in the stubs
        _paint(painter, box, text, tone)


class Badge(QLabel):
    """The same word beside a title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = "quiet"
        self.setContentsMargins(_INDENT, 2, _INDENT, 2)

    def show_word(self, word: str, tone: str) -> None:
        """Show a word in a tone; an empty word hides the badge."""
        self._tone = tone or "quiet"
        self.setText(word)
        self.setVisible(bool(word))
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, TONES[self._tone][0])
        self.setPalette(colours)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground under the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(Qt.GlobalColor.transparent))
        painter.setBrush(TONES[self._tone][1])
        painter.drawRoundedRect(self.rect(), _ROUND, _ROUND)
        painter.end()
        super().paintEvent(event)
