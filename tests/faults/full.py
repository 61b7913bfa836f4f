"""A disk that is full: refused in words, nothing half done, and a way out."""

import random
import resource
import shutil
import signal
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from qyclient.errors import Refused
from tests.faults.ground import Outcome, copied, made, opened, room
from tests.faults.work import KINDS, wrong_in

POINTS = 30
_STEP = 24 * 1024


def filled(points=POINTS, kinds=tuple(KINDS), seed=5, say=None):
    """Let no file grow past a limit, at several limits for each kind of write (RLIMIT_FSIZE)."""
    chance, outcome = random.Random(seed), Outcome("磁盘写满")
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        with room() as name:
            ground = made(Path(name) / "ground", encrypted=True)
            for kind in kinds:
                for point in range(points):
                    folder = copied(ground, Path(name) / "trial")
                    failure = _tried(folder, kind, point * _STEP + chance.randrange(_STEP))
                    outcome.kinds[kind] += 1
                    outcome.failures += [f"{kind} {point}: {failure}"] if failure else []
                    shutil.rmtree(folder)
                    if say:
                        say(outcome)
    finally:
        signal.signal(signal.SIGXFSZ, before)
    return outcome


def _tried(folder, kind, room_left):
    workspace, told, said = opened(folder), [], ""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room_left, hard))
    try:
        told = [KINDS[kind](workspace, number) for number in range(3)]
    except Refused as no:
        said = str(no)
    except (SQLAlchemyError, OSError) as bug:  # a traceback is what must not happen
        return f"{type(bug).__name__}: {bug}"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        workspace.close()
    if said and "空间不足" not in said:
        return said
    again = opened(folder)
    wrong = wrong_in(again, told)
    again.close()
    return "；".join(map(str, wrong))
