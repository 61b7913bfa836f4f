"""Editors that offer what may be typed: closed lists, and other records of the register."""

from functools import cache, partial
from importlib import import_module
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

from qyclient.records.field import Field
from qyclient.records.view import View
from ui.kit.editor import Editor, LineEditor, Surroundings

_LISTED = 7
"""Lists longer than this complete while one types."""
_OFFERED = 12
_PAUSE_MS = 150
_SOUGHT = Qt.ItemDataRole.UserRole


@cache
def sought(label: str) -> str:
    """Return a label with its initials, by either of which it is found."""
    pinyin = import_module("pypinyin")  # a third of a second, and no start needs it
    initials = pinyin.lazy_pinyin(label, style=pinyin.Style.FIRST_LETTER)
    return f"{label} {''.join(initials)}".lower()


class _Completer(QCompleter):
    """Finds an entry by any part of its label or initials, and writes the label."""

    def __init__(self, labels: tuple[str, ...], parent: QWidget) -> None:
        model = QStandardItemModel(parent)
        for label in labels:
            item = QStandardItem(label)
            item.setData(sought(label), _SOUGHT)
            model.appendRow(item)
        super().__init__(model, parent)
        self.setCompletionRole(_SOUGHT)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Write the label, not what it was found by."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class _Combo(QComboBox):
    """Leaves the wheel to the form it stands in: scrolling must not change what was chosen."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form."""
        event.ignore()


class ChoiceEditor(Editor):
    """choice: a closed list; long ones complete while one types."""

    def __init__(self, field: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.box = _Combo()
        self.adopt(self.box)
        self.box.addItem("")
        self.box.addItems(list(field.kind.options))
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.setMaxVisibleItems(_OFFERED)
        self.fit(self.box, most=14)
        if len(field.kind.options) > _LISTED:
            self.box.setEditable(True)
            self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self.box.setCompleter(_Completer(field.kind.options, self.box))
        self.box.currentTextChanged.connect(lambda _text: self.edited.emit())

    def text(self) -> str:
        """Return what was chosen or typed."""
        return self.box.currentText()

    def put(self, text: str) -> None:
        """Choose a label; a closed list shows nothing for what it does not hold."""
        self.box.setCurrentIndex(self.box.findText(text))
        if self.box.isEditable():
            self.box.setEditText(text)


class LinkEditor(LineEditor):
    """link: another record; the register is searched while one types, as the search box does."""

    def __init__(self, field: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.line.setPlaceholderText("输入名称、代码或拼音首字母")
        self._names = QStringListModel(self)
        self._asked = ""
        completer = QCompleter(self._names, self.line)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setWidget(self.line)
        completer.activated.connect(self.put)
        self._completer = completer
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.line.textEdited.connect(lambda _text: self._pause.start())

    @property
    def offered(self) -> list[str]:
        """Return what may be meant by what was typed."""
        return self._names.stringList()

    def _search(self) -> None:
        words, target, jobs = self.line.text().strip(), self.field.target, self.around.jobs
        if not words or target is None or jobs is None:
            return
        self._asked = words
        offered = View(words=words, order=target.__called_by__[0])
        jobs.ask(
            lambda workspace: workspace.page(target, offered, 0, _OFFERED),
            partial(self._offer, words),
        )

    def _offer(self, words: str, records: list[Any]) -> None:
        if words != self._asked or not self.line.hasFocus():
            return
        names = [str(record) for record in records]
        self._names.setStringList(names)
        if names and names != [self.line.text()]:
            self._completer.complete()
        else:
            self._completer.popup().hide()
