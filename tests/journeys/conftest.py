"""A clerk in front of the window: what the hands do, and what the eyes wait for."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.conftest import (  # noqa: F401 - the fixtures of the window
    county_folder,
    county_window,
    folder,
    qapp_args,
    second_window,
    style,
    window,
)


class Clerk:
    """Speaks in the office's words; waits for what must happen, never for time to pass."""

    def __init__(self, qtbot, seen):
        self.qtbot, self.window = qtbot, seen

    def go(self, title):
        self.window.visit_title(title)
        tab = self.window.tab(title)
        self.until(lambda: bool(tab.count_text))
        return tab

    def until(self, seen):
        self.qtbot.waitUntil(seen, timeout=10_000)

    def press(self, tab, keys):
        [action] = [a for a in tab.bar.made.values() if a.shortcut().toString() == keys]
        assert action.isEnabled(), action.toolTip()
        action.trigger()

    def dialog(self, kind):
        def there():
            return any(
                isinstance(w, kind) and w.isVisible() for w in QApplication.topLevelWidgets()
            )

        self.until(there)
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        return next(w for w in shown if w.parent() and w.parent().window() is self.window)

    def dialog_of(self, parent, kind):
        self.until(lambda: any(d.isVisible() for d in parent.findChildren(kind)))
        return next(d for d in parent.findChildren(kind) if d.isVisible())

    def fill(self, dialog, **texts):
        for key, text in texts.items():
            dialog.form.editor(key).put(text)

    def save(self, dialog):
        with self.qtbot.waitSignal(dialog.saved, timeout=10_000):
            dialog.findChild(QPushButton, "save").click()
        self.until(lambda: self.window.jobs.idle)

    def try_to_save(self, dialog):
        dialog.save()
        self.until(dialog.banner.isVisible)
        return dialog.banner.sentence.text()

    def find(self, tab, words):
        with self.qtbot.waitSignal(tab.records.counted, timeout=10_000):
            tab.search.setText(words)
        return [tab.records.index(row, 0).data() for row in range(tab.records.rowCount())]

    def choose(self, tab, name):
        self.until(lambda: tab.records.row(0) is not None)
        rows = range(tab.records.rowCount())
        tab.table.selectRow(next(r for r in rows if tab.records.index(r, 0).data() == name))
        self.until(lambda: self.window.jobs.idle)

    def read_pane(self, tab):
        self.until(lambda: self.window.jobs.idle and tab.pane.isVisible())
        return [label.text() for label in tab.pane.findChildren(QLabel)]


@pytest.fixture
def clerk(qtbot, window):  # noqa: F811 - the fixture of that name
    """张三 in front of a register without a body."""
    return Clerk(qtbot, window)


@pytest.fixture
def colleague(qtbot, second_window):  # noqa: F811 - as above
    """李四 in front of the same register."""
    return Clerk(qtbot, second_window)


@pytest.fixture
def county_clerk(qtbot, county_window):  # noqa: F811 - as above
    """张晓梅, the first of its operators, in front of the sample county."""
    return Clerk(qtbot, county_window)
