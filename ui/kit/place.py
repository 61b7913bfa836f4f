"""Where a field stands in a form."""

from PySide6.QtWidgets import QLabel, QWidget

from qyclient.records.field import Field
from ui.kit.editor import Surroundings
from ui.kit.editors import editor_for
from ui.kit.looks import show_anew

_NOTE_WIDTH = 250
_DROP = 5
"""How far a label is lowered to stand on the line of what is typed beside it."""


class Place:
    """The label of a field, its editor and the note beside it."""

    def __init__(self, field: Field, around: Surroundings) -> None:
        self.field = field
        self.label = QLabel(f"{field.label} *" if field.required else field.label)
        self.label.setProperty("role", "label")
        self.editor = editor_for(field, around)
        self.label.setContentsMargins(0, _DROP, 0, 0)
        self.label.setBuddy(self.editor)
        self.note = QLabel(field.help)
        self.note.setObjectName(f"{field.key}.problem")
        self.note.setWordWrap(True)
        self.note.setProperty("role", "hint")
        self.note.setContentsMargins(0, _DROP, 0, 0)
        self.note.setMinimumWidth(_NOTE_WIDTH)
        self.note.setAccessibleName(f"{field.label}的提示")

    @property
    def typed(self) -> QWidget:
        """Return what takes the keys."""
        proxy: QWidget | None = self.editor.focusProxy()
        return self.editor if proxy is None else proxy

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, or the help again."""
        self.note.setText(sentence or self.field.help)
        self.note.setProperty("role", "problem" if sentence else "hint")
        self.editor.setProperty("wrong", bool(sentence))
        for widget in (self.note, self.editor, self.editor.focusProxy()):
            if widget is not None:
                show_anew(widget)

    def set_visible(self, shown: bool) -> None:
        """Show the field, or leave it out."""
        for widget in (self.label, self.editor, self.note):
            widget.setVisible(shown)
