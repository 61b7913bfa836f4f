"""Cells in a colour of their own: the style sheet would leave it out."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem


class ShadedDelegate(QStyledItemDelegate):
    """Paints what the model gives as background under what is usually painted."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground, then the cell."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        chosen = option.state & QStyle.StateFlag.State_Selected  # type: ignore[attr-defined]  # missing in the stubs
        if ground is not None and not chosen:
            painter.fillRect(option.rect, ground)  # type: ignore[attr-defined]  # as above
        super().paint(painter, option, index)
