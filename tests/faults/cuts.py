"""Power cuts: the disk as it may be found after one, at any moment of a trace.

What was synced is there; of what was not, each write may be missing or torn at a sector, and a
suffix of the names made, changed or removed may be lost. A file that is synced has its name.
The file system is a model, no real disk.
"""

import os
import random
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from tests.faults.ground import Outcome, made, opened, room
from tests.faults.kills import looked
from tests.faults.trace import Step, traced
from tests.faults.work import KINDS

_SECTOR = 512
_TOLD = "told"


def cut(trials, seed=4, say=None, many=24, *, deaf=False):
    """Cut the power at `trials` random moments; what was told before is there afterwards.

    A `deaf` disk does not hear that anything is to be synced: then much is lost.
    """
    chance, outcome = random.Random(seed), Outcome("断电（重放写入和落盘次序）")
    with room() as name:
        for encrypted in (False, True):
            ground = made(Path(name) / f"ground{encrypted}", encrypted=encrypted)
            whole = {path: path.read_bytes() for path in ground.rglob("*") if path.is_file()}
            before = {str(path): data for path, data in whole.items()}
            steps = [step for step in traced(ground, many) if not (deaf and step.call == "sync")]
            for _number in range(trials // 2):
                at = chance.randrange(len(steps) + 1)
                folder = Path(name) / "trial"
                told = _left(before, steps[:at], ground, folder, chance)
                failure = looked(folder, told)
                outcome.kinds["加密" if encrypted else "不加密"] += 1
                outcome.failures += [f"{encrypted} {at}: {failure}"] if failure else []
                shutil.rmtree(folder)
                if say:
                    say(outcome)
    return outcome


class _Disk:
    """Files by number, names to numbers, and what of both is not on the disk yet."""

    def __init__(self, before):
        self.files = {n: bytearray(data) for n, data in enumerate(before.values())}
        self.pending = {n: [] for n in self.files}
        self.ends = {n: len(data) for n, data in self.files.items()}
        self.names = dict(zip(before, self.files, strict=True))
        self.safe = dict(self.names)
        self.moves = []

    def take(self, step):
        """Do one step."""
        number = self.names.get(step.path)
        if step.call == "open":
            self._open(step, number)
        elif step.call in {"write", "cut"} and number is not None:
            self._change(number, step)
        elif step.call == "sync" and number is not None:
            for one in self.pending.pop(number):
                _apply(self.files[number], one, len(one.data))
            self.pending[number] = []
            self.safe[step.path] = number
        elif step.call == "sync":  # a folder: every name in it
            self._keep(len(self.moves))
        elif step.call in {"rename", "unlink"} and number is not None:
            self.moves.append((step.call, step.path, step.other, number))
            self.names.pop(step.path, None)
            if step.call == "rename":
                self.names[step.other] = number

    def found(self, chance):
        """Return the files as they may be found now."""
        self._keep(chance.randint(0, len(self.moves)))
        left = {}
        for path, number in self.safe.items():
            data = bytearray(self.files[number])
            for one in self.pending[number]:
                if luck := chance.randrange(3):
                    torn = chance.randint(0, len(one.data) // _SECTOR) * _SECTOR
                    _apply(data, one, len(one.data) if luck == 1 else torn)
            left[path] = data
        return left

    def _open(self, step, number):
        if number is None:
            number = len(self.files)
            self.files[number], self.pending[number], self.ends[number] = bytearray(), [], 0
            self.names[step.path] = number
            self.moves.append(("open", step.path, "", number))
        elif step.data:
            self._change(number, Step("cut", step.path, at=0))

    def _change(self, number, step):
        at = self.ends[number] if step.at is None else step.at
        self.pending[number].append(replace(step, at=at))
        end = at + len(step.data)
        self.ends[number] = at if step.call == "cut" else max(self.ends[number], end)

    def _keep(self, many):
        for call, path, other, number in self.moves[:many]:
            if call == "open":
                self.safe[path] = number
            else:
                self.safe.pop(path, None)
                if call == "rename":
                    self.safe[other] = number
        del self.moves[:many]


def _apply(data, step, length):
    if step.call == "cut":
        del data[step.at :]
        data.extend(bytes(step.at - len(data)))
        return
    if len(data) < step.at:
        data.extend(bytes(step.at - len(data)))
    data[step.at : step.at + length] = step.data[:length]


def _left(before, steps, ground, folder, chance):
    """Write what is found after a power cut, and return what had been told until then."""
    disk = _Disk(before)
    for step in steps:
        if Path(step.path).name != _TOLD:
            disk.take(step)
    for path, data in disk.found(chance).items():
        there = folder / Path(path).relative_to(ground)
        if not there.name.endswith("-shm"):  # in memory only: nothing of it outlives the power
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(data)
    said = b"".join(one.data for one in steps if Path(one.path).name == _TOLD)
    return said.decode().split("\n")[:-1]


def _write(folder, many):
    """Write of every kind in turn, and tell: what is traced."""
    workspace = opened(folder)
    told = os.open(folder / _TOLD, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    kinds = [*KINDS] if workspace.database.key else [kind for kind in KINDS if kind != "passwords"]
    for number in range(many):
        line = KINDS[kinds[number % len(kinds)]](workspace, number)
        os.write(told, f"{line}\n".encode())
    workspace.close()


if __name__ == "__main__":
    _write(Path(sys.argv[1]), int(sys.argv[2]))
