"""The window and its parts on a register of the test's own."""

import shutil
from functools import partial

import pytest

from tests.conftest import NOW
from ui.application import STYLE, dressed
from ui.kit.jobs import Jobs
from ui.main_window import MainWindow
from ui.tabs import open_register


@pytest.fixture(scope="session")
def qapp_args():
    """What the one application of the tests is started with."""
    return ["qyclient", *STYLE]


@pytest.fixture(autouse=True)
def style(qapp):
    """Our fonts, style and language, given to the one application of the tests."""
    return dressed(qapp)


@pytest.fixture
def folder(empty_register, tmp_path):
    """A register without a body."""
    return _copied(empty_register, tmp_path / "register")


@pytest.fixture
def county_folder(sample_register, tmp_path):
    """The sample county."""
    return _copied(sample_register, tmp_path / "county")


@pytest.fixture
def jobs(qtbot, folder):
    """Workers on the register without a body."""
    yield from _working(qtbot, folder)


@pytest.fixture
def county_jobs(qtbot, county_folder):
    """Workers on the sample county."""
    yield from _working(qtbot, county_folder)


@pytest.fixture
def window(qtbot, folder):
    """The window of 张三 on the register without a body."""
    yield from _seen(qtbot, folder, "张三")


@pytest.fixture
def second_window(qtbot, window, folder):
    """The window of 李四 on the same register."""
    yield from _seen(qtbot, folder, "李四")


@pytest.fixture
def county_window(qtbot, county_folder):
    """The window of 张晓梅, the first of its operators, on the sample county."""
    yield from _seen(qtbot, county_folder, "张三")


def _copied(register, folder):
    folder.mkdir()
    shutil.copy(register, folder / register.name)
    return folder


def _working(qtbot, folder):
    working = Jobs()
    opened = []
    working.open(partial(open_register, folder, "张三", lambda: NOW), opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    yield working
    working.close()


def _seen(qtbot, folder, operator):
    window = MainWindow(partial(open_register, folder, operator, lambda: NOW))
    qtbot.addWidget(window)
    bugs = []
    window.jobs.crashed.connect(bugs.append)
    window.show()
    qtbot.waitUntil(lambda: window.known)
    yield window
    window.close()
    assert bugs == []
