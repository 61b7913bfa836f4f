"""使用手册: F1 opens the page about what one looks at, and no page or link leads nowhere."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.declared import ROOT
from ui.manual.key import page_at
from ui.manual.pages import FIRST, page_for, pages
from ui.manual.window import Manual
from ui.tabs import ROOMS

HELP = ROOT / "resources/help"
_LINK = re.compile(r"\]\(([^)#]+)\)")


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_its_page(room):
    assert page_for(ROOMS[room]) in pages()


@pytest.mark.parametrize("name", pages())
def test_every_page_is_listed_and_every_link_leads_somewhere(name):
    page = pages()[name]
    assert page.title
    assert name == FIRST or f"({name}.md)" in pages()[FIRST].text
    assert [link for link in _LINK.findall(page.text) if not (HELP / link).exists()] == []


def test_words_are_found_in_every_page_that_holds_them(qtbot, style):
    manual = Manual(FIRST)
    qtbot.addWidget(manual)
    manual.search.setText("第二处 U 盘")
    titles = [manual.list.item(row).text() for row in range(manual.list.count())]
    assert titles == ["备份和恢复"]
    assert manual.text.textCursor().selectedText() == "第二处"
    manual.search.setText("没有这个词")
    assert "没有“没有这个词”" in manual.text.toPlainText()
    manual.search.clear()
    assert manual.list.count() == len(pages())


def test_a_link_leads_to_its_page(qtbot, style):
    manual = Manual(FIRST)
    qtbot.addWidget(manual)
    manual.text.anchorClicked.emit("ledgers.md")
    assert manual.list.currentItem().text() == pages()["ledgers"].title


def test_f1_opens_the_page_of_the_room(qtbot, county_window):
    county_window.visit_title("年报")
    qtbot.waitUntil(lambda: county_window.jobs.idle)
    county_window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is county_window)
    assert page_at(county_window.tab("年报")) == "annual"
    qtbot.keyClick(county_window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: bool(county_window.findChildren(Manual)))
    [manual] = county_window.findChildren(Manual)
    assert manual.isVisible()
    assert manual.text.toPlainText().startswith(pages()[page_at(QApplication.focusWidget())].title)
