"""Registers to be harmed, and what the harm did: how many trials were really done."""

import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from qyclient.errors import Refused
from qyclient.founding import Wanted, found
from qyclient.keys import ring
from qyclient.safekeeping.sealing import Guard, unlock
from qyclient.workspace import Workspace
from tests.conftest import NOW
from tests.faults.work import PASSWORDS

FAST = "/dev/shm"
NAME = "张三"


@dataclass
class Outcome:
    """What became of some trials: `kinds` counts them, `failures` says what went wrong."""

    what: str
    kinds: Counter = field(default_factory=Counter)
    failures: list = field(default_factory=list)

    @property
    def trials(self):
        return self.kinds.total()

    def __str__(self):
        told = "、".join(f"{kind} {many:,}" for kind, many in sorted(self.kinds.items()))
        return f"| {self.what} | {self.trials:,} | {len(self.failures)} | {told} |"


def clock():
    return NOW


def made(folder, *, encrypted):
    """Make a register of one operator."""
    guard = Guard(NAME, PASSWORDS[0], bytes(16)) if encrypted else None
    found(folder, NAME, clock, Wanted("441803", guard=guard)).close()
    return folder


def copied(source, target):
    shutil.copytree(source, target, dirs_exist_ok=True)
    return target


def opened(folder):
    """Open a register as the next start does: with either of its passwords."""
    file = folder / ring.KEY_FILE
    if file.exists():
        ring.let_go(ring.identity_of(file))
        try:
            unlock(file, NAME, PASSWORDS[0])
        except Refused:  # then it must be the other one, or it is a failure
            unlock(file, NAME, PASSWORDS[1])
    return Workspace(folder, NAME, clock)


def room():
    """Return a folder in memory that goes when it is left."""
    return TemporaryDirectory(dir=FAST if Path(FAST).is_dir() else None)
