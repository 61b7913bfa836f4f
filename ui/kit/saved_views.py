"""Views the office named itself: chips under the search box, shared between desks as a file."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from qyclient.errors import Refused
from qyclient.records.view import View
from ui.kit.jobs import Jobs
from ui.kit.text_dialog import TextDialog

_FILES = "常用条件 (*.json)"


class SavedViews(QWidget):
    """`wanted` carries the view of the chip that was pressed; right click takes a chip away."""

    wanted = Signal(object)

    def __init__(
        self, jobs: Jobs, model: type[Any], now: Callable[[], View], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._model, self._now = jobs, model, now
        self._noun: str = model.__tablename__
        self._saved: Sequence[Any] = ()
        self.chips: dict[str, QPushButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self.hide()

    def read(self) -> None:
        """Read what is kept for this list."""
        if self._jobs.keeping is not None:
            self._jobs.read(self._jobs.keeping.saved_views, self._noun, then=self._show)

    def offer(self, menu: QMenu) -> None:
        """Add to a menu what can be done with views."""
        menu.addSeparator()
        menu.addAction("保存当前条件…", self.ask_name)
        menu.addAction("导入条件文件…", self._ask_source)
        menu.addAction("导出全部条件…", self._ask_target)

    def ask_name(self) -> None:
        """Ask what the words, filters and order of the list should be called."""
        told = "把现在的查找词、筛选和排序存为一个按钮，放在查找框下面；同名的会被替换。"
        dialog = TextDialog("保存当前条件", told, "名称", "保存", self.window())
        dialog.given.connect(lambda name: self.keep(name, dialog))
        dialog.open()

    def keep(self, name: str, dialog: TextDialog) -> None:
        """Keep the list as it is under a name."""
        keeping = self._jobs.keeping
        if keeping is not None:
            self._jobs.write(
                keeping.save_view,
                self._noun,
                name,
                self._now(),
                then=partial(self._kept, dialog),
                refused=dialog.refuse,
            )

    def drop(self, name: str) -> None:
        """Take a chip away."""
        if self._jobs.keeping is not None:
            self._jobs.write(
                self._jobs.keeping.drop_view, self._noun, name, then=lambda _none: self.read()
            )

    def write_to(self, path: Path) -> None:
        """Write every view of this list to a file."""
        if self._jobs.keeping is None:
            return
        try:
            path.write_text(self._jobs.keeping.views_as_text(self._saved), "utf-8")
        except OSError as error:
            self._jobs.refused.emit(Refused(f"写不进 {path.name}：{error.strerror}。"))
            return
        self._jobs.said.emit(f"已导出 {len(self._saved)} 组常用条件：{path}")

    def take_from(self, path: Path) -> None:
        """Take in the views of a file; those of the same name are replaced."""
        if self._jobs.keeping is None:
            return
        try:
            text = path.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            self._jobs.refused.emit(Refused(f"读不出 {path.name}，请选择本程序导出的条件文件。"))
            return
        self._jobs.write(self._jobs.keeping.take_views, self._model, text, then=self._taken)

    def mark(self, view: View) -> None:
        """Show which chip the list stands at."""
        for saved in self._saved:
            if saved.name in self.chips and self._jobs.keeping is not None:
                self.chips[saved.name].setChecked(self._jobs.keeping.view_of(saved) == view)

    def _kept(self, dialog: TextDialog, saved: Any) -> None:
        dialog.accept()
        self._jobs.said.emit(f"已保存常用条件：{saved.name}")
        self.read()

    def _taken(self, saved: Sequence[Any]) -> None:
        self._jobs.said.emit(f"已导入 {len(saved)} 组常用条件。")
        self.read()

    def _show(self, saved: Sequence[Any]) -> None:
        self._saved = saved
        self.chips.clear()
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._row.addWidget(QLabel("常用："))
        for one in saved:
            self._row.addWidget(self._chip(one))
        self._row.addStretch()
        self.setVisible(bool(saved))
        self.mark(self._now())

    def _chip(self, saved: Any) -> QPushButton:
        chip = self.chips[saved.name] = QPushButton(saved.name)
        chip.setCheckable(True)
        chip.setProperty("role", "chip")
        chip.setToolTip("右键或菜单键：删除、导出")
        chip.clicked.connect(partial(self._press, saved))
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.customContextMenuRequested.connect(partial(self._offer, saved.name))
        return chip

    def _press(self, saved: Any, _checked: bool = False) -> None:
        if self._jobs.keeping is not None:
            self.wanted.emit(self._jobs.keeping.view_of(saved))

    def _offer(self, name: str, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(f"删除“{name}”", partial(self.drop, name))
        menu.addAction("导出全部条件…", self._ask_target)
        menu.popup(self.chips[name].mapToGlobal(where))

    def _ask_target(self) -> None:
        dialog = self._file_dialog("导出常用条件")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{self._model.__label__}常用条件.json")
        dialog.fileSelected.connect(lambda name: self.write_to(Path(name)))
        dialog.open()

    def _ask_source(self) -> None:
        dialog = self._file_dialog("导入常用条件")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_from(Path(name)))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self.window(), title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(_FILES)
        return dialog
