"""Six programs that issue numbers at once: none twice, none missing."""

import os
from pathlib import Path

from qyclient.organizations.models import Matter
from qyclient.records.view import View
from tests.faults.ground import Outcome, made, opened, room
from tests.faults.work import matters

PROGRAMS = 6


def issued(each, say=None):
    """Let six programs take in `each` applications; return how many numbers there are."""
    outcome = Outcome("六个程序同时编号")
    with room() as name:
        folder = made(Path(name) / "ground", encrypted=True)
        children = [_child(folder, program, each) for program in range(PROGRAMS)]
        codes = [os.waitpid(child, 0)[1] for child in children]
        outcome.failures += [f"program {n}: {code}" for n, code in enumerate(codes) if code]
        workspace = opened(folder)
        numbers = sorted(one.number for one in workspace.page(Matter, View()))
        workspace.close()
        outcome.kinds["编号"] = len(numbers)
        if [int(one[5:]) for one in numbers] != [*range(1, PROGRAMS * each + 1)]:
            outcome.failures.append("twice or missing")
        if say:
            say(outcome)
    return outcome


def _child(folder, program, each):
    if child := os.fork():
        return child
    code = 1
    try:
        workspace = opened(folder)
        for number in range(each):
            matters(workspace, program * 10**6 + number)
        workspace.close()
        code = 0
    finally:
        os._exit(code)
