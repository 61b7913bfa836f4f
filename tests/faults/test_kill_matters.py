"""A program that is killed while it handles matters leaves each in one step or the next."""

import multiprocessing
import os
import random
import shutil
import sys
import time
from pathlib import Path

import pytest

from qyclient.office.services import amend_office, office_of
from qyclient.organizations.models import Document, Matter, MatterPaper
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.clocks import settle_due, steps_of
from qyclient.organizations.services.holding import papers_of
from qyclient.records.view import View
from qyclient.store.history import broken_links
from qyclient.workspace import REGISTER
from tests.conftest import open_at
from tests.organizations.test_documents import LETTERHEAD, accepted, made, step

MOMENTS = int(os.environ.get("QYCLIENT_KILLS", "20"))
"""How often it is killed; the long run takes thousands."""

MATTERS = 2
STEPS = ("examine", "review")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="SIGKILL is of Linux")


def handle(folder, begun):
    """Take matters in, do their steps, number a paper of each: what a child process does."""
    workspace = open_at(Path(folder))
    office = workspace.read(office_of)
    workspace.write(amend_office, office.version, LETTERHEAD)
    begun.set()
    for number in range(MATTERS):
        matter = accepted(workspace, f"清新区晨光{'一二三四'[number]}阅读促进会")
        made(workspace, matter, "acceptance")
        for move in STEPS:
            matter = step(workspace, matter, move, opinion="同意")
    workspace.close()


@pytest.fixture(scope="module")
def nursery():
    """Return what starts children that have all libraries loaded already."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.test_kill_matters"])
    return context


def _start(nursery, folder):
    begun = nursery.Event()
    child = nursery.Process(target=handle, args=(str(folder), begun))
    child.start()
    assert begun.wait(60)
    return child


def _whole(workspace, matter):
    """Look whether a matter stands where its last step led, with its pieces and its clock."""
    steps = workspace.read(steps_of, matter)
    ways = [(step.source, step.target) for step in steps]
    start = kinds()[matter.kind].flow.start
    assert [start, *(target for _, target in ways)][:-1] == [source for source, _ in ways]
    assert matter.state == (ways[-1][1] if ways else start)
    assert (matter.accepted_on is not None) is bool(ways)
    due_on = matter.due_on
    workspace.read(settle_due, matter)
    assert matter.due_on == due_on
    pieces = workspace.read(papers_of, matter.id)
    assert len({piece.settled for piece in pieces}) == 1  # all were taken in, or none
    assert pieces[0].settled or not ways
    return len(ways)


def _state(folder):
    """Return how many steps were done, having looked whether all of it is sound."""
    workspace = open_at(folder)
    assert workspace.database.check() == []
    assert workspace.read(lambda session: broken_links(session.connection())) == []
    matters = sorted(workspace.page(Matter, View()), key=lambda one: one.number)
    assert [one.number for one in matters] == [f"2026-{n + 1:05d}" for n in range(len(matters))]
    done = [_whole(workspace, one) for one in matters]
    assert all(many == 1 + len(STEPS) for many in done[:-1])
    papers = sorted(one.number for one in workspace.page(Document, View()))
    assert papers == [f"清新民许社受字〔2026〕{n + 1}号" for n in range(len(papers))]
    assert sum(many > 1 for many in done) <= len(papers) <= sum(many > 0 for many in done)
    assert bool(workspace.count(MatterPaper, View())) is bool(matters)
    workspace.close()
    return sum(done)


def test_killed_at_any_moment_a_matter_is_in_one_step_or_the_next(
    nursery, empty_register, tmp_path
):
    whole = tmp_path / "whole"
    whole.mkdir()
    shutil.copy(empty_register, whole / REGISTER)
    child = _start(nursery, whole)
    began = time.monotonic()
    child.join()
    took = time.monotonic() - began
    assert (child.exitcode, _state(whole)) == (0, MATTERS * (1 + len(STEPS)))

    chance, found = random.Random(2012), []
    for number in range(MOMENTS):
        folder = tmp_path / str(number)
        folder.mkdir()
        shutil.copy(empty_register, folder / REGISTER)
        child = _start(nursery, folder)
        child.join(chance.uniform(0, took * 1.1))
        child.kill()
        child.join()
        found.append(_state(folder))
        shutil.rmtree(folder)
    assert len({*found}) > 1
