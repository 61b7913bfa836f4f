"""A line across a dialog that says what stands in the way, with what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.kit.looks import show_anew


class Banner(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.way_out = QPushButton()
        self.way_out.setAutoDefault(False)
        self.other = QPushButton()
        self.other.setAutoDefault(False)
        self.other.hide()
        self._go: Callable[[], None] | None = None
        self._turn: Callable[[], None] | None = None
        self.other.clicked.connect(lambda _checked: self._do_other())
        self.way_out.clicked.connect(lambda _checked: self._do())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.way_out)
        row.addWidget(self.other)
        self.hide()

    def say(
        self,
        sentence: str,
        way_out: str = "",
        go: Callable[[], None] | None = None,
        tone: str = "bad",
    ) -> None:
        """Say a sentence, and offer a way out; an empty sentence hides the banner."""
        self.sentence.setText(sentence)
        self.way_out.setText(way_out)
        self.way_out.setVisible(bool(way_out))
        self._go = go
        self.other.hide()
        self.setProperty("tone", tone)
        for part in (self, self.sentence):
            show_anew(part)
        self.setVisible(bool(sentence))

    def offer_other(self, text: str, go: Callable[[], None]) -> None:
        """Offer a second way out of what was just said."""
        self.other.setText(text)
        self._turn = go
        self.other.show()

    def _do_other(self) -> None:
        if self._turn is not None:
            self._turn()

    def _do(self) -> None:
        if self._go is not None:
            self._go()
