"""A person at a real display: a mouse, a keyboard, and the patience to look until it is there."""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE_S = 40
_FIELDS = 80
SLOWLY_MS = ("40", "120", "250", "400")
"""Between characters: each Chinese one is lent a key of the keyboard first."""


class Hands:
    """Clicks what can be seen and types as people type."""

    def __init__(self, environment, seen):
        self._environment, self._seen = environment, seen

    def do(self, *words):
        subprocess.run(
            ["xdotool", *words],
            env=self._environment,
            capture_output=True,
            timeout=PATIENCE_S,
            check=True,
        )

    def see(self, name):
        """Wait until something is there, and return where."""
        until = time.monotonic() + PATIENCE_S
        last = None
        while time.monotonic() < until:
            found = self._look().get(name)
            if found is not None and found == last:
                return found
            last = found
            time.sleep(0.1)
        raise TimeoutError(f"{name} not among {sorted(self._look())}")

    def wait_until_gone(self, name):
        until = time.monotonic() + PATIENCE_S
        while name in self._look():
            if time.monotonic() > until:
                raise TimeoutError(name)
            time.sleep(0.1)

    def click(self, name):
        x, y = self.see(name)
        self.do("mousemove", str(x), str(y), "click", "1")

    def click_into(self, key):
        """Click an editor until it has the cursor: a dialog may still be closing above it."""
        until = time.monotonic() + PATIENCE_S
        while self._look().get("focus") != key:
            if time.monotonic() > until:
                raise TimeoutError(key)
            self.click(f"#{key}")
            time.sleep(0.3)

    def press(self, *keys):
        self.do("key", *keys)

    def type(self, text):
        """Type, look, and type again more slowly what the X server lost on the way."""
        for slowly in SLOWLY_MS:
            self.do("type", "--delay", slowly, text)
            time.sleep(0.3)
            if self._look().get("typed") == text:
                return
            self.press("ctrl+a", "Delete")
        raise TimeoutError(f"{text!r} came out as {self._look().get('typed')!r}")

    def go_to(self, key):
        """Press Tab until the editor of a field has the cursor."""
        for _field in range(_FIELDS):
            if self._look().get("focus") == key:
                return
            self.press("Tab")
            time.sleep(0.15)
        raise TimeoutError(key)

    def fill(self, key, text):
        """Go to the editor of a field and type."""
        self.go_to(key)
        self.type(text)

    def _look(self):
        try:
            return json.loads(self._seen.read_text("utf-8"))
        except FileNotFoundError:
            return {}


@contextmanager
def display(folder):
    """A screen of our own with a window manager; yields the environment of its programs."""
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
    environment |= {"XDG_RUNTIME_DIR": str(folder), "LC_ALL": "C.UTF-8"}
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    try:
        yield environment
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(timeout=10)


@contextmanager
def program(environment, register, folder):
    """The client on a register, seen through its eyes; yields the hands that use it."""
    seen = folder / "seen.json"
    with (folder / "said.txt").open("wb") as said:
        running = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.eyes", str(register), str(seen)],
            cwd=ROOT,
            env=environment,
            stderr=said,
        )
    try:
        yield Hands(environment, seen)
        running.wait(timeout=PATIENCE_S)
    finally:
        running.kill()
        running.wait()
