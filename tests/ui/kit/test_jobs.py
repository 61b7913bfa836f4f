"""Work goes to a worker; its outcome comes back on the UI thread, to whoever still waits."""

import threading

import pytest
from PySide6.QtCore import QObject

from qyclient.errors import Cancelled, Refused
from qyclient.organizations.services.register import find, register
from ui.kit.jobs import Jobs


class Receiver(QObject):
    def __init__(self):
        super().__init__()
        self.got = []

    def take(self, value):
        self.got.append((value, threading.current_thread() is threading.main_thread()))


def test_a_query_runs_elsewhere_and_its_result_comes_home(qtbot, jobs):
    where, came = [], Receiver()

    def query(session):
        where.append(threading.current_thread())
        return list(find(session, ""))

    jobs.read(query, then=came.take)
    qtbot.waitUntil(lambda: bool(came.got))
    assert came.got == [([], True)]
    assert where[0] is not threading.main_thread()


def test_a_verb_tells_which_tables_it_touched(qtbot, jobs):
    body = {"name": "清新区同心协会", "org_type": "社区社会组织（备案）"}
    with qtbot.waitSignal(jobs.changed) as told:
        jobs.write(register, body)
    assert told.args[0] == frozenset({"organization"})


def test_a_refusal_goes_to_who_asked_and_otherwise_to_the_window(qtbot, jobs):
    mine = []
    jobs.write(register, {}, refused=mine.append)
    qtbot.waitUntil(lambda: bool(mine))
    assert set(mine[0].problems) >= {"name", "org_type"}
    with qtbot.waitSignal(jobs.refused) as told:
        jobs.write(register, {})
    assert isinstance(told.args[0], Refused)


def test_a_bug_is_told_and_the_next_job_still_runs(qtbot, jobs, caplog):
    with qtbot.waitSignal(jobs.crashed) as told:
        jobs.do(lambda: 1 // 0)
    assert isinstance(told.args[0], ZeroDivisionError)
    assert "a job crashed" in caplog.text
    came = []
    jobs.do(lambda: "好", came.append)
    qtbot.waitUntil(lambda: came == ["好"])


def test_who_is_gone_is_not_told(qtbot, jobs):
    go, receiver = threading.Event(), Receiver()
    jobs.do(go.wait, receiver.take)
    receiver.deleteLater()
    with qtbot.waitSignal(receiver.destroyed):
        pass
    go.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert receiver.got == []


def test_a_long_job_says_how_far_it_is_and_stops_when_told(qtbot, jobs):
    watch, begun, no = jobs.watch("正在导入"), threading.Event(), []
    seen = []
    watch.moved.connect(lambda *step: seen.append(step))

    def job():
        watch.step(100, 100, "核对")
        begun.set()
        while True:
            watch.step(0, 0)

    jobs.do(job, refused=no.append, watch=watch)
    begun.wait(5)
    watch.cancel()
    qtbot.waitUntil(lambda: bool(no))
    assert isinstance(no[0], Cancelled)
    assert (100, 100, "核对") in seen
    assert jobs.idle


def test_what_is_cancelled_is_not_kept(qtbot, jobs):
    watch, no = jobs.watch("正在登记"), []

    def verb(session, progress):
        made = register(session, {"name": "清新区同心协会", "org_type": "C"})
        watch.cancel()
        progress.step(1, 2)
        return made

    jobs.write(verb, refused=no.append, watch=watch)
    qtbot.waitUntil(lambda: bool(no))
    assert jobs.workspace.read(find, "") == []


def test_before_the_register_is_open_there_is_none():
    with pytest.raises(Refused, match="还没有打开"):
        Jobs().workspace  # noqa: B018 - reading it refuses
