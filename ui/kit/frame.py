"""The row of tabs: each a page that says what it waits for, until its tab is made."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from ui.kit.empty import Empty


class Frame(QTabWidget):
    """Painted at once, before there is anything to show."""

    def __init__(self, titles: Sequence[str], waiting: str) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self._titles = list(titles)
        self._waiting = [Empty(waiting) for _title in titles]
        for title, empty in zip(titles, self._waiting, strict=True):
            page = QStackedWidget()
            page.addWidget(empty)
            self.addTab(page, title)

    @property
    def title(self) -> str:
        """Return which tab is in front."""
        return self._titles[self.currentIndex()]

    def go_to(self, title: str) -> None:
        """Bring a tab to the front."""
        self.setCurrentIndex(self._titles.index(title))

    def place(self, title: str, tab: QWidget) -> None:
        """Put a tab where its page waited."""
        page = self.widget(self._titles.index(title))
        if isinstance(page, QStackedWidget):
            page.setCurrentIndex(page.addWidget(tab))

    def say(self, heading: str, sentence: str) -> None:
        """Say on every waiting page why there is nothing."""
        for empty in self._waiting:
            empty.say(heading, sentence)
