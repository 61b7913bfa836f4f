"""The papers that fit a matter, each with what was issued of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from qyclient.organizations.services.offering import Offer

_HIGH = 190


class OfferList(QListWidget):
    """`chosen` is told when another paper is looked at, and when the list was read again."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("可以制作的文书")
        self.setFixedHeight(_HIGH)
        self.offers: Sequence[Offer] = ()
        self.currentRowChanged.connect(lambda row: self.chosen.emit() if row >= 0 else None)

    @property
    def offer(self) -> Offer | None:
        """Return the paper that is looked at."""
        row = self.currentRow()
        return self.offers[row] if 0 <= row < len(self.offers) else None

    def show_offers(self, found: Sequence[Offer]) -> None:
        """Show what fits, and stay at the paper that was looked at."""
        at = max(self.currentRow(), 0)
        self.clear()
        self.offers = found
        for offer in found:
            QListWidgetItem(_line(offer), self)
        if found:
            self.setCurrentRow(min(at, len(found) - 1))

    def choose(self, key: str) -> None:
        """Look at a paper by its key."""
        self.setCurrentRow([offer.paper.key for offer in self.offers].index(key))


def _line(offer: Offer) -> str:
    if offer.documents:
        numbers = "、".join(str(one) for one in offer.documents)
        return f"{offer.paper.label}　已发 {numbers}"
    return f"{offer.paper.label}　未发" if offer.paper.numbered else offer.paper.label
