"""What stands where a list would be, while there is none: it says what to do next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class Empty(QWidget):
    """A title, a sentence, and perhaps a button."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.sentence = QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.sentence.setProperty("role", "label")
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self.button = QPushButton()
        self._go: Callable[[], None] | None = None
        self.button.clicked.connect(lambda _checked: self._do())
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        self.say(title)

    def say(
        self, title: str, sentence: str = "", button: str = "", go: Callable[[], None] | None = None
    ) -> None:
        """Say why nothing is here and what can be done about it."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._go = go

    def say_none(self, words: tuple[str, str], button: str, go: Callable[[], None]) -> None:
        """Say that there is nothing yet, and how to begin."""
        self.say(*words, button, go)

    def say_not_found(self, words: str, go: Callable[[], None]) -> None:
        """Say that nothing was found, and how to find more."""
        self.say(
            f"没有找到“{words}”" if words else "筛选后没有记录",
            "换一个词试试：可以只写名称里的几个字、拼音首字母、代码的一段或电话。",
            "全部显示",
            go,
        )

    def _do(self) -> None:
        if self._go is not None:
            self._go()
