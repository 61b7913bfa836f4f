"""The fault harness, a short run of each kind: what was told is there, what is harmed is named."""

import subprocess
import sys

import pytest

from tests.declared import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="SIGKILL and fork are of Linux")


def run(folder, *words):
    """Run the harness as the long run does; return its exit code and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", "--kept", str(folder / "kept.json"), *words],
        cwd=ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("--kills", "16"),
        ("--flips", "16"),
        ("--tampers", "40"),
        ("--numbers", "5"),
        ("--full", "1"),
    ],
    ids=lambda words: words[0],
)
def test_nothing_told_is_lost_and_nothing_half_done_is_left(words, tmp_path):
    code, said = run(tmp_path, *words)
    assert code == 0, said
    assert "| 0 |" in said


def test_a_run_goes_on_where_it_was_left_and_says_how_many_were_really_done(tmp_path):
    assert "tampers: 3 really done" in run(tmp_path, "--tampers", "3")[1]
    assert "tampers: 5 really done" in run(tmp_path, "--tampers", "5")[1]
    assert "|" not in run(tmp_path, "--tampers", "5")[1]


@pytest.mark.outside
def test_a_power_cut_loses_nothing_told_unless_the_disk_is_deaf(tmp_path):
    code, said = run(tmp_path, "--cuts", "16")
    assert code == 0, said
    assert run(tmp_path / "deaf", "--cuts", "16", "--deaf")[0] == 1
