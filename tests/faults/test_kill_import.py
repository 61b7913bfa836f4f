"""A program that is killed while it imports leaves all of the import, or nothing."""

import multiprocessing
import os
import pickle
import random
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from qyclient.organizations.models import AnnualReview, Intake, Organization
from qyclient.organizations.services.intake import take_in
from qyclient.organizations.services.ledgers import read_ledgers
from qyclient.progress import Silent
from qyclient.records.view import View
from qyclient.store.history import broken_links
from qyclient.workspace import REGISTER
from tests.conftest import open_at
from tests.declared import ROOT

MOMENTS = int(os.environ.get("QYCLIENT_KILLS", "20"))
"""How often the import is killed; the long run takes thousands."""

LEDGERS = [
    ROOT / "tests/ledgers" / name
    for name in ("roster_associations.xlsx", "roster_service_units.xls")
]
WHOLE = 340
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="SIGKILL and /proc are of Linux")


def bring(folder, written, begun):
    """Import the ledgers as they were read before: what a child process does."""
    ledgers = pickle.loads(written)
    workspace = open_at(Path(folder))
    begun.set()
    workspace.write(take_in, ledgers, "", Silent())
    workspace.close()


@pytest.fixture(scope="module")
def written():
    return pickle.dumps(read_ledgers(LEDGERS, Silent()))


@pytest.fixture(scope="module")
def nursery():
    """Return what starts children that have all libraries loaded already."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.test_kill_import"])
    return context


def _state(folder):
    """Return how much is there, having looked whether all of it is sound."""
    workspace = open_at(folder)
    assert workspace.database.check() == []
    assert workspace.read(lambda session: broken_links(session.connection())) == []
    bodies = workspace.count(Organization, View())
    notes = workspace.page(Intake, View())
    assert (bodies, len(notes)) in {(0, 0), (WHOLE, 1)}
    assert len(workspace.page(Organization, View(words="清新"))) == bodies
    assert bool(workspace.count(AnnualReview, View())) is bool(bodies)
    workspace.close()
    assert [file.name for file in folder.iterdir()] == [REGISTER]
    return bodies


def _start(nursery, folder, written):
    begun = nursery.Event()
    child = nursery.Process(target=bring, args=(str(folder), written, begun))
    child.start()
    assert begun.wait(60)
    return child


def test_killed_at_any_moment_it_leaves_all_or_nothing(nursery, written, empty_register, tmp_path):
    shutil.copy(empty_register, tmp_path / REGISTER)
    whole = tmp_path / "whole"
    whole.mkdir()
    shutil.copy(empty_register, whole / REGISTER)
    child = _start(nursery, whole, written)
    began = time.monotonic()
    child.join()
    took = time.monotonic() - began
    assert (child.exitcode, _state(whole)) == (0, WHOLE)

    chance, found = random.Random(2012), []
    for number in range(MOMENTS):
        folder = tmp_path / str(number)
        folder.mkdir()
        shutil.copy(empty_register, folder / REGISTER)
        child = _start(nursery, folder, written)
        child.join(chance.uniform(0, took * 1.1))
        child.kill()
        child.join()
        found.append(_state(folder))
        shutil.rmtree(folder)
    assert 0 in found


def _children(pid):
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found.append(int(status.parent.name))
    return found


@pytest.mark.parametrize("after", [0, 0.3])
def test_killed_while_it_reads_a_file_no_process_stays_behind(after, empty_register, tmp_path):
    shutil.copy(empty_register, tmp_path / REGISTER)
    words = ["--data", str(tmp_path), "import", *map(str, LEDGERS)]
    program = subprocess.Popen(
        [sys.executable, "app.py", *words],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not (readers := _children(program.pid)):
        assert program.poll() is None, "it ended without a reader"
    with suppress(subprocess.TimeoutExpired):
        program.wait(after)
    readers = {*readers, *_children(program.pid)}
    program.kill()
    program.wait()

    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{reader}/cmdline").exists() for reader in readers):
        assert time.monotonic() < deadline, "a reader outlives its program"
    assert _state(tmp_path) in {0, WHOLE}
