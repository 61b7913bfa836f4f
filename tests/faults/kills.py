"""The program killed at random moments over every kind of write."""

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from tests.faults.ground import Outcome, copied, made, opened, room
from tests.faults.work import KINDS, wrong_in

_LONGEST_S = 0.6


def killed(trials, seed=1, say=None):
    """Kill children that write; after each, what was told is there and nothing is half done.

    They fork from this process, which has every library loaded, and get a register each; every
    other one is encrypted.
    """
    chance, outcome = random.Random(seed), Outcome("任意时刻强制结束（SIGKILL）")
    with room() as name:
        grounds = [made(Path(name) / str(e), encrypted=e) for e in (False, True)]
        for number in range(trials):
            kind = [*KINDS][number % len(KINDS)]
            ground = grounds[kind == "passwords" or number // len(KINDS) % 2]
            folder = copied(ground, Path(name) / "trial")
            told = _run(folder, kind, chance)
            failure = looked(folder, told)
            outcome.kinds[kind] += 1
            outcome.failures += [f"{kind} {number}: {failure}"] if failure else []
            shutil.rmtree(folder)
            if say:
                say(outcome)
    return outcome


def _run(folder, kind, chance):
    """Let a child write until it is killed; return what it said was done."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        _write(folder, kind, write)
    os.close(write)
    with os.fdopen(read) as pipe:
        assert pipe.readline() == "begun\n", "it never began"
        time.sleep(chance.uniform(0, _LONGEST_S))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines = pipe.read().split("\n")
    return lines[:-1]


def _write(folder, kind, pipe):
    """Write for ever: what a child does."""
    try:
        workspace = opened(folder)
        os.write(pipe, b"begun\n")
        for number in range(10**6):
            os.write(pipe, f"{KINDS[kind](workspace, number)}\n".encode())
    finally:
        os._exit(9)


def looked(folder, told):
    """Return what is wrong afterwards; looked at by a child, so that nothing stays open here."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        said = ""
        try:
            workspace = opened(folder)
            said = "；".join(map(str, wrong_in(workspace, told)))
            workspace.close()
        finally:
            bug = sys.exc_info()[1]  # whatever it is, it is the finding
            os.write(write, (f"{type(bug).__name__}: {bug}" if bug else said).encode()[:4000])
            os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said
