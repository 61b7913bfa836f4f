"""The chips of a list: views often wanted beside the search box, and under it what is narrowed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from qyclient.records.field import Field
from qyclient.records.view import Filter
from ui.kit.filter_dialog import FilterDialog
from ui.kit.filters import Preset, in_words
from ui.kit.icons import icon
from ui.kit.jobs import Jobs


class FilterBar(QWidget):
    """`changed` tells that the list is narrowed otherwise; `active` is the row under the search.

    `keeping` asks to keep what the list is narrowed to under a name, `choosing`
    for the choice of columns.
    """

    changed = Signal()
    keeping = Signal()
    choosing = Signal()

    def __init__(
        self,
        jobs: Jobs,
        fields: Sequence[Field],
        presets: Sequence[Preset],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._fields = {field.key: field for field in fields}
        self._kept: dict[str, Filter] = {}
        self.presets = [(preset, QPushButton(preset.label)) for preset in presets]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for preset, chip in self.presets:
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            chip.clicked.connect(lambda on, wanted=preset: self._toggle(wanted, on))
            row.addWidget(chip)
        row.addWidget(self._menu_button())
        columns = QToolButton()
        columns.setText("列")
        columns.setToolTip("选择显示哪些列；在表头上点右键也可以")
        columns.setAccessibleName("选择列")
        columns.clicked.connect(lambda _checked: self.choosing.emit())
        row.addWidget(columns)
        self.active = QWidget()
        self._row = QHBoxLayout(self.active)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self.active.hide()

    @property
    def filters(self) -> tuple[Filter, ...]:
        """Return what the list is narrowed to."""
        return tuple(self._kept.values())

    def narrow(self, filters: Sequence[Filter]) -> None:
        """Narrow the list to these and nothing else, without telling."""
        known = [one for one in filters if one.key in self._fields]
        self._kept = {narrowing.key: narrowing for narrowing in known}
        self._show()

    def ask(self, key: str) -> None:
        """Ask what a column should be narrowed to."""
        dialog = FilterDialog(
            self._fields[key], self._kept.get(key), self._jobs.today, self.window()
        )
        dialog.chosen.connect(lambda narrowing: self._take(key, narrowing))
        dialog.open()

    def _menu_button(self) -> QToolButton:
        button, self.menu = QToolButton(), QMenu(self)
        for key, field in self._fields.items():
            if field.in_table:
                self.menu.addAction(f"{field.label}…", partial(self.ask, key))
        button.setText("筛选")
        button.setIcon(icon("filter"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip("按某一列筛选；在表头上点右键也可以")
        button.setMenu(self.menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _toggle(self, preset: Preset, on: bool) -> None:
        for narrowing in preset.filters:
            if on:
                self._kept[narrowing.key] = narrowing
            else:
                self._kept.pop(narrowing.key, None)
        self._tell()

    def _take(self, key: str, narrowing: Filter | None) -> None:
        self._kept.pop(key, None)
        if narrowing is not None:
            self._kept[key] = narrowing
        self._tell()

    def _drop(self, key: str, _checked: bool = False) -> None:
        self._take(key, None)

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        kept = set(self._kept.values())
        for preset, chip in self.presets:
            chip.setChecked(kept.issuperset(preset.filters))
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        if self._kept:
            self._row.addWidget(QLabel("已筛选："))
        for key, narrowing in self._kept.items():
            chip = QPushButton(f"{in_words(self._fields[key], narrowing)}　✕")
            chip.setProperty("role", "chip")
            chip.setToolTip("去掉这个筛选")
            chip.clicked.connect(partial(self._drop, key))
            self._row.addWidget(chip)
        keep = QPushButton("保存当前条件…")
        keep.setProperty("role", "link")
        keep.clicked.connect(lambda _checked: self.keeping.emit())
        self._row.addWidget(keep)
        self._row.addStretch()
        self.active.setVisible(bool(self._kept))
