"""The real window on a real display: clicks, keys and Chinese typed as people type."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from qyclient.organizations.services.register import find
from tests.conftest import open_at

ROOT = Path(__file__).parents[2]
NAME = "清新区青山环保志愿队"
SLOWLY = "150"
"""Milliseconds between characters: each Chinese one is lent a key of the keyboard first."""
PATIENCE_S = 30
TOOLS = ("Xvfb", "xdotool", "openbox")
pytestmark = [
    pytest.mark.outside,
    pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="needs Xvfb, xdotool and openbox"),
]
PROGRAM = """
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from ui.application import run
now = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
sys.exit(run(Path(sys.argv[1]), "张三", lambda: now))
"""


class Hands:
    """Mouse and keyboard on a display of our own; looks for windows until they are there."""

    def __init__(self, environment):
        self._environment = environment

    def do(self, *words, timeout=PATIENCE_S):
        done = subprocess.run(
            ["xdotool", *words],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=True,
        )
        return done.stdout.split()

    def wait_for(self, title):
        window = self.do("search", "--sync", "--onlyvisible", "--name", title)[0]
        self.do("windowactivate", "--sync", window)
        return window

    def wait_until_gone(self, title):
        began = monotonic()
        while monotonic() - began < PATIENCE_S:
            seen = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", title],
                env=self._environment,
                capture_output=True,
                check=False,
            )
            if seen.returncode:
                return
        raise TimeoutError(title)

    def type(self, *texts):
        for text in texts:
            self.do("type", "--delay", SLOWLY, text)
            self.do("key", "Tab")

    def click(self, window, x, y):
        self.do("mousemove", "--window", window, str(x), str(y), "click", "1")


@pytest.fixture
def display(tmp_path):
    """A display with a window manager."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    environment["XDG_RUNTIME_DIR"] = str(tmp_path)
    environment["LC_ALL"] = "C.UTF-8"
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    yield environment
    for process in (manager, server):
        process.terminate()
        process.wait(timeout=10)


def test_a_clerk_registers_a_body_with_mouse_and_keyboard(display, empty_register, tmp_path):
    folder = tmp_path / "register"
    folder.mkdir()
    shutil.copy(empty_register, folder / empty_register.name)
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder)],
        cwd=ROOT,
        env=display,
        stderr=subprocess.PIPE,
    )
    hands = Hands(display)
    try:
        window = hands.wait_for("清远市清新区民政局")
        hands.click(window, 180, 18)
        hands.do("key", "ctrl+n")
        hands.wait_for("登记社会组织")
        hands.type(NAME, "社区")
        hands.do("key", "ctrl+s")
        hands.wait_until_gone("登记社会组织")
        hands.do("key", "alt+F4")
        program.wait(timeout=30)
    finally:
        program.terminate()
        said = program.communicate(timeout=10)[1].decode()
    workspace = open_at(folder)
    try:
        found = workspace.read(find, "qshb")
    finally:
        workspace.close()
    assert [body.name for body in found] == [NAME], said
