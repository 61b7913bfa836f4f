"""Which columns a list shows, in which order and how wide: remembered beside the register."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings, QTimer

from ui.kit.column_dialog import ColumnDialog
from ui.kit.table import RecordTable

FILE = "window.ini"
_PAUSE_MS = 500


class TableLayout(QObject):
    """Keeps one table's columns under the name of its noun; what it does not know stays usual."""

    def __init__(self, table: RecordTable, folder: Path, noun: str, usual: set[str]) -> None:
        super().__init__(table)
        self._table, self._noun, self._usual = table, noun, usual
        self._settings = QSettings(str(folder / FILE), QSettings.Format.IniFormat, self)
        header = table.horizontalHeader()
        self._widths = [header.sectionSize(n) for n in range(header.count())]
        self.show_columns(usual)
        self._restore()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        header.sectionMoved.connect(lambda *_: self._pause.start())
        header.sectionResized.connect(lambda *_: self._pause.start())
        table.choosing.connect(self.ask)

    def ask(self) -> None:
        """Ask which columns to show."""
        columns = self._table.records.columns
        shown = {columns[number].key for number in self._table.shown_columns()}
        dialog = ColumnDialog(columns, shown, self._table.window())
        dialog.chosen.connect(self._choose)
        dialog.reset.connect(self.reset)
        dialog.open()

    def show_columns(self, keys: set[str]) -> None:
        """Show these columns and hide the others."""
        for number, column in enumerate(self._table.records.columns):
            self._table.setColumnHidden(number, column.key not in keys and number > 0)

    def keep(self) -> None:
        """Write how the table looks now."""
        header, columns = self._table.horizontalHeader(), self._table.records.columns
        order = sorted(range(header.count()), key=header.visualIndex)
        hidden = [self._table.isColumnHidden(number) for number in range(header.count())]
        looks = [
            {
                "key": columns[number].key,
                "shown": not hidden[number],
                "width": 0 if hidden[number] else header.sectionSize(number),
            }
            for number in order
        ]
        self._settings.setValue(f"columns/{self._noun}", json.dumps(looks))
        self._settings.sync()

    def reset(self) -> None:
        """Show the usual columns in the usual order and width."""
        header = self._table.horizontalHeader()
        for number, width in enumerate(self._widths):
            header.moveSection(header.visualIndex(number), number)
            header.resizeSection(number, width)
        self._choose(self._usual)

    def _choose(self, keys: set[str]) -> None:
        self.show_columns(keys)
        self.keep()

    def _restore(self) -> None:
        header = self._table.horizontalHeader()
        numbers = {c.key: n for n, c in enumerate(self._table.records.columns)}
        for place, look in enumerate(self._kept()):
            number = numbers.get(str(look.get("key")))
            if number is None:
                continue
            header.moveSection(header.visualIndex(number), min(place, header.count() - 1))
            self._table.setColumnHidden(number, not look.get("shown") and number > 0)
            if isinstance(look.get("width"), int) and look["width"] > 0:
                header.resizeSection(number, look["width"])

    def _kept(self) -> list[dict[str, Any]]:
        try:
            looks = json.loads(str(self._settings.value(f"columns/{self._noun}", "[]")))
        except ValueError:
            return []
        return [look for look in looks if isinstance(look, dict)] if isinstance(looks, list) else []
