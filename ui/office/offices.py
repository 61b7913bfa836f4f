"""The list of offices a register can belong to, with what abolished areas became."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from qyclient.office.rules.areas import Area, areas, heir_of

_CHOICE = Qt.ItemDataRole.UserRole
_LINE = 32


class Offices(QListWidget):
    """Today's offices can be chosen; abolished areas say what follows them."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("登记管理机关")
        for place in areas():
            if place.office and not place.successor:
                self._add(f"{place.office}　（{place.code} {place.name}）", place.code, {})
        for place in areas():
            if heir := heir_of(place) if place.successor else None:
                self._add_abolished(place, heir)
        self.setCurrentRow(0)

    @property
    def chosen(self) -> tuple[str, Mapping[str, str]]:
        """Return the code of the chosen office's area, and what was typed if it was added."""
        code, added = self.currentItem().data(_CHOICE)
        return str(code), added

    @property
    def chosen_code(self) -> str:
        """Return the code of the chosen office's area."""
        return self.chosen[0]

    def choose(self, code: str) -> None:
        """Choose an office by its area."""
        for number in range(self.count()):
            if (found := self.item(number).data(_CHOICE)) and found[0] == code:
                self.setCurrentRow(number)

    def add_area(self, place: Any, texts: Mapping[str, str]) -> None:
        """Put an area that was typed in on top, and choose it."""
        self._add(f"{place.office}　（{place.code} {place.name}，自填）", place.code, texts, 0)
        self.setCurrentRow(0)

    def _add(self, text: str, code: str, texts: Mapping[str, str], row: int | None = None) -> None:
        item = QListWidgetItem(text)
        item.setSizeHint(QSize(0, _LINE))
        item.setData(_CHOICE, (code, dict(texts)))
        self.insertItem(self.count() if row is None else row, item)

    def _add_abolished(self, place: Area, heir: Area) -> None:
        year = place.until.year - 1 if place.until.month == 1 else place.until.year
        item = QListWidgetItem(
            f"{place.name}（{place.code}，{year} 年撤销）→ 请选 {heir.name}（{heir.code}）"
        )
        item.setSizeHint(QSize(0, _LINE))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)
