"""`./run` on a house of its own: nothing to install, and stand-ins that repeat their words."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="./run is a POSIX shell script")

RUN = Path(__file__).parents[1] / "run"
PREPARING = "正在准备运行环境"
REPEAT = "import os, sys; print(*sys.argv[1:], 'in', os.getcwd(), sep='|')\n"
PLAIN = ("cat", "cksum", "dirname", "id", "readlink", "sh", "tr", "uname")
"""What the script calls wherever it runs."""


@dataclass(frozen=True)
class House:
    """A house, and how the two calls that made its environment at once ended."""

    folder: Path
    first: tuple[tuple[int, str], ...]


def begin(house, *words, cwd=None, **env):
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.Popen(
        [house / "run", *words],
        cwd=cwd or house,
        env={**kept, "PYTHON": sys.executable, **env},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def end(process):
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def call(house, *words, cwd=None, **env):
    return end(begin(house, *words, cwd=cwd, **env))


def interrupt(house):
    """Kill the script and all it started once it is making the environment."""
    with begin(house) as process:
        assert PREPARING in process.stderr.readline()
        os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A house in a folder with a space, its first set-up killed, then begun twice at once."""
    house = tmp_path_factory.mktemp("county office") / "清新 区"
    house.mkdir()
    shutil.copy(RUN, house)
    (house / "requirements.lock").write_text("# nothing\n")
    (house / "app.py").write_text(REPEAT)
    (house / "pytest.py").write_text(REPEAT)
    interrupt(house)
    (house / ".venv").mkdir(exist_ok=True)
    (house / ".venv" / "left over").touch()
    both = [begin(house, "one"), begin(house, "two")]
    return House(house, tuple((code, err) for code, _out, err in map(end, both)))


@pytest.fixture
def house(made):
    return made.folder


@pytest.fixture
def bare(tmp_path):
    """A folder to be the whole search path: the plain tools of any system, and nothing more."""
    for name in PLAIN:
        (tmp_path / name).symlink_to(shutil.which(name))
    return str(tmp_path)


def test_two_calls_at_once_make_one_environment_and_both_go_on(made):
    assert [code for code, _err in made.first] == [0, 0]
    assert sum(PREPARING in err for _code, err in made.first) == 1


def test_an_environment_that_was_left_half_made_is_made_anew(house):
    assert not (house / ".venv" / "left over").exists()
    assert (house / ".venv" / "made-from").exists()


def test_a_whole_environment_is_not_made_again(house):
    assert PREPARING not in call(house, "find")[2]


def test_words_go_to_the_program_in_the_folder_they_were_said_in(house, tmp_path):
    code, out, _err = call(house, "find", "清新 志愿", cwd=tmp_path)
    assert (code, out) == (0, f"find|清新 志愿|in|{tmp_path}\n")


def test_it_may_be_called_by_another_name(house, tmp_path):
    (tmp_path / "office").symlink_to(house / "run")
    process = subprocess.run(
        [tmp_path / "office", "check"],
        env={**os.environ, "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=True,
    )
    assert process.stdout.startswith("check|in|")


def test_with_a_screen_it_opens_the_window(house):
    assert call(house, DISPLAY=":0")[1] == f"in|{house}\n"


def test_without_a_screen_it_says_so_and_does_the_main_job(house, tmp_path):
    _code, out, err = call(house, cwd=tmp_path)
    assert out == f"demo|-o|demo|in|{house}\n"
    assert "没有图形桌面" in err


def test_tests_run_without_those_outside_whatever_else_is_asked(house, tmp_path):
    _code, out, _err = call(house, "test", "-m", "outside", "a b", cwd=tmp_path)
    assert out == f"-m|outside|a b|-m|not outside|in|{house}\n"


def test_tests_outside_are_refused_naming_the_packages_that_are_missing(house, bare):
    code, out, err = call(house, "test", "--outside", PATH=bare)
    assert (code, out) == (1, "")
    for package in ("libreoffice-calc", "libreoffice-writer", "xvfb", "xdotool", "poppler-utils"):
        assert package in err


def test_without_python_it_says_which_is_needed(house, bare):
    code, _out, err = call(house, PATH=bare, PYTHON="")
    assert code == 1
    assert "需要 Python 3.11" in err


def test_a_new_lock_makes_a_new_environment_which_counts_only_when_it_is_whole(house):
    (house / "requirements.lock").write_text("no-such-package==1\n")  # without its hash: refused
    code, out, err = call(house)
    assert (code, out) == (1, "")
    assert PREPARING in err
    assert "没有装完" in err
    assert not (house / ".venv" / "made-from").exists()
