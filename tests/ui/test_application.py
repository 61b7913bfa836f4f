"""The program starts quickly, speaks Chinese, and says sorry once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics

from qyclient.errors import Refused
from ui.application import Apologies, mend_input
from ui.kit.notices import CrashDialog
from ui.kit.record_tab import RecordTab
from ui.main_window import MainWindow
from ui.tabs import ROOMS

ROOT = Path(__file__).parents[2]
FRAME = """
import sys
from ui.application import make_application
from ui.main_window import MainWindow
from qyclient.errors import Refused
def opener():
    raise Refused("还没有打开。")
app = make_application()
window = MainWindow(opener)
window.show()
app.processEvents()
loaded = {"sqlalchemy", "alembic", "openpyxl", "reportlab"} & set(sys.modules)
window.jobs.close()
sys.exit(f"loaded: {loaded}" if loaded else 0)
"""

SMALL_SCREEN = 1280
"""How wide the narrowest screens of the offices are."""


def test_the_frame_is_painted_before_the_database_libraries_load():
    done = subprocess.run(
        [sys.executable, "-c", FRAME], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("asked", "used"), [("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus"), ("", "")]
)
def test_chinese_can_be_typed_where_the_desktop_asks_for_fcitx(monkeypatch, asked, used):
    monkeypatch.setenv("QT_IM_MODULE", asked)
    mend_input()
    assert os.environ["QT_IM_MODULE"] == used


def test_qt_speaks_chinese(qapp):
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert qapp.font().families()[0] == "Cert Hei"


@pytest.mark.parametrize("character", "清新𬭎𬍛㛃𣲗𫖯䶮")
def test_common_and_rare_characters_have_a_shape(qapp, character):
    assert QFontMetrics(qapp.font()).inFontUcs4(ord(character))


def test_every_room_is_made_when_it_is_visited(county_window, qtbot):
    for title in ROOMS:
        county_window.visit_title(title)
        tab = county_window.tab(title)
        assert tab.isVisibleTo(county_window)
        qtbot.waitUntil(lambda: county_window.jobs.idle)


@pytest.mark.parametrize("title", ROOMS)
def test_every_room_shows_a_record_whole(county_window, qtbot, title):
    county_window.visit_title(title)
    tab = county_window.tab(title)
    qtbot.waitUntil(lambda: county_window.jobs.idle, timeout=20_000)
    if isinstance(tab, RecordTab) and tab.records.rowCount():
        qtbot.waitUntil(lambda: tab.records.row(0) is not None)
        tab.table.selectRow(0)
        qtbot.waitUntil(lambda: county_window.jobs.idle and tab.pane.isVisible())


def test_no_sentence_makes_the_window_wider_than_a_small_screen(county_window, qtbot):
    county_window.line.say("已导入：" + "很长的一句话，" * 40)
    county_window.line.counts.setText("社会组织：" + "正常 20，" * 60)
    for title in ROOMS:
        county_window.visit_title(title)
        qtbot.waitUntil(lambda: county_window.jobs.idle, timeout=20_000)
    assert county_window.minimumSizeHint().width() <= SMALL_SCREEN


def test_a_register_that_cannot_be_opened_says_why(qtbot):
    def opener():
        raise Refused("打不开 register.db：请检查文件夹。")

    window = MainWindow(opener)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "打不开" in window.line.sentence.text())


def test_an_apology_can_be_copied_and_is_made_once(qtbot, qapp, county_window, tmp_path):
    apologies = Apologies(county_window, tmp_path)
    apologies.apologize(ZeroDivisionError("第一个"))
    apologies.apologize(ZeroDivisionError("第二个"))
    [dialog] = county_window.findChildren(CrashDialog)
    dialog.copy()
    assert "ZeroDivisionError: 第一个" in qapp.clipboard().text()
    dialog.accept()
    qtbot.waitUntil(lambda: not dialog.isVisible())
