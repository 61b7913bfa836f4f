"""The table over the whole register, against one that shows the same in every cell."""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.benchmarks.figures import Figure

_ROOT = Path(__file__).parents[2]
_ROUNDS = 5


def figures(folder):
    """Look around in both, in turn, each time in a process of its own."""
    ours, raw = [], []
    for _ in range(_ROUNDS):
        raw.append(_looked_around("constant", folder))
        ours.append(_looked_around("records", folder))
    number = ours[0]["rows"]

    def both(key):
        return median(run[key] for run in ours), median(run[key] for run in raw)

    grown, held = both("mb")
    return [
        Figure(f"table of {number:,}, first paint with rows", *both("paint"), 4),
        Figure("memory it takes more, after 40 jumps", grown - held, None, 40, "MB"),
        Figure("rows held then, of all", ours[0]["held"], float(number), 0.01, ""),
        Figure("a jump until its rows are painted, p50", *both("jump")),
        Figure("a step of the wheel, p50", *both("step")),
    ]


def _looked_around(kind, folder):
    said = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.looking", kind, str(folder)],
        cwd=_ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "", "HOME": str(Path.home())},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return json.loads(said.stdout)
