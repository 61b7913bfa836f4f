"""A program that is killed while it prints a batch: every number once, the book balances."""

import multiprocessing
import os
import random
import shutil
import sys
import time
from pathlib import Path

import pytest

from qyclient.certificates.models import Blank, Certificate, Issue, PrintLog
from qyclient.certificates.rules import BlankState, CertificateStatus, PrintOutcome
from qyclient.certificates.services import (
    Way,
    awaiting,
    balances,
    open_issue,
    receive_blanks,
    to_print,
)
from qyclient.organizations.models import Organization
from qyclient.printing import print_run
from qyclient.progress import Silent
from qyclient.records.view import Filter, View
from qyclient.store.history import broken_links
from qyclient.workspace import REGISTER
from tests.conftest import open_at

MOMENTS = int(os.environ.get("QYCLIENT_KILLS", "50"))
BODIES, STOCKS = 6, ("M_ORIGINAL_2016", "M_DUPLICATE_2016")
TRAY = "tray"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="SIGKILL is of Linux")


def go_on(folder, begun):
    """Open sets for every body and print them: what a child process does."""
    folder = Path(folder)
    workspace = open_at(folder)
    begun.set()
    issues = [
        workspace.write(open_issue, {"organization": code}).value.id for code in bodies(workspace)
    ]
    sheets = workspace.read(to_print, issues)
    number = iter(range(10**6))

    def press(pdf):
        """A printer: once it has the page, paper is in the tray."""
        (folder / TRAY / f"{next(number)}.pdf").write_bytes(pdf)

    print_run(workspace, sheets, Way("前台激光机", run="批次"), press, Silent())
    workspace.close()


def bodies(workspace):
    view = View(filters=(Filter("org_type", among=("M",)), Filter("status", among=("ACTIVE",))))
    found = workspace.page(Organization, view)
    whole = [one.uscc for one in found if one.uscc and one.business_scope and one.fund_amount]
    return whole[:BODIES]


@pytest.fixture(scope="module")
def stocked(sample_register, tmp_path_factory):
    folder = tmp_path_factory.mktemp("stocked")
    shutil.copy(sample_register, folder / REGISTER)
    workspace = open_at(folder)
    for stock in STOCKS:
        texts = {"stock": stock, "first_serial": "甲0001", "last_serial": "甲0040"}
        workspace.write(receive_blanks, texts)
    workspace.close()
    return folder / REGISTER


@pytest.fixture(scope="module")
def nursery():
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.test_kill_printing"])
    return context


def _sound(folder):
    """Look whether everything fits, and return how many sheets may be in the tray."""
    workspace = open_at(folder)
    assert workspace.database.check() == []
    assert workspace.read(lambda session: broken_links(session.connection())) == []
    numbers = sorted(int(one.number[5:]) for one in workspace.page(Issue, View()))
    assert numbers == [*range(1, len(numbers) + 1)]
    assert all(line.adds_up for line in workspace.read(balances))
    logs = [log for log in workspace.page(PrintLog, View()) if log.run == "批次"]
    assert len({log.serial + log.blank.stock for log in logs}) == len(logs)
    waiting = [log for log in workspace.read(awaiting) if log.run == "批次"]
    assert len(waiting) == len(logs)
    blanks = {one.id: one for one in workspace.page(Blank, View())}
    for log in waiting:
        assert blanks[log.blank.id].state is BlankState.AWAITING
        assert log.outcome is PrintOutcome.AWAITING
    reserved = [b for b in blanks.values() if b.state is BlankState.AWAITING]
    assert len(reserved) == len(workspace.read(awaiting))
    papers = workspace.page(Certificate, View())
    held = [p for p in papers if p.status is CertificateStatus.AWAITING]
    assert len(held) == len(reserved)
    tray = len([*(folder / TRAY).iterdir()])
    sent = sum(log.sent_at is not None for log in logs)
    assert sent <= tray <= len(logs)
    assert len(logs) - sent <= 1
    workspace.close()
    return len(logs)


def _begin(nursery, folder):
    (folder / TRAY).mkdir()
    begun = nursery.Event()
    child = nursery.Process(target=go_on, args=(str(folder), begun))
    child.start()
    assert begun.wait(60)
    return child


def test_killed_at_any_moment_nothing_is_used_twice_and_the_log_says_what_may_be_in_the_tray(
    nursery, stocked, tmp_path
):
    def fresh(name):
        folder = tmp_path / name
        folder.mkdir()
        shutil.copy(stocked, folder / REGISTER)
        return folder

    whole = fresh("whole")
    child = _begin(nursery, whole)
    began = time.monotonic()
    child.join()
    took = time.monotonic() - began
    assert child.exitcode == 0
    assert _sound(whole) == 2 * BODIES

    chance, found = random.Random(2026), []
    for number in range(MOMENTS):
        folder = fresh(str(number))
        child = _begin(nursery, folder)
        child.join(chance.uniform(0, took))
        child.kill()
        child.join()
        found.append(_sound(folder))
        shutil.rmtree(folder)
    assert len({*found}) > 3
