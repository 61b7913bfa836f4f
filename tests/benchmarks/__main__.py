"""Measure everything and print the table the README shows."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from qyclient.workspace import Workspace
from tests.benchmarks import (
    certificates,
    evaluating,
    searching,
    serving,
    sheets,
    starting,
    table,
    todo,
    writing,
)
from tests.benchmarks.crowd import clock, crowd, register
from tests.benchmarks.figures import HEAD

_WRITTEN, _SEARCHED = 20_000, 2_000


def main():
    parser = ArgumentParser(description="Speed against the raw library, in one run")
    parser.add_argument("--bodies", type=int, default=100_000)
    parser.add_argument("--register", type=Path, help="measure lists of one that is there already")
    args = parser.parse_args()
    rows = crowd(_WRITTEN)
    with TemporaryDirectory() as name:
        folder = Path(name)
        _say([HEAD])
        small = register(folder / "small", rows[:_SEARCHED])
        _say(starting.figures(folder / "small"))
        _say(searching.recall(small))
        _say(evaluating.figures(small, folder))
        _say(serving.figures(small))
        small.close()
        many = register(folder / "many", [])
        _say(todo.figures(many))
        many.close()
        if args.register:
            large = Workspace(args.register, "基准", clock)
        else:
            large = register(folder / "large", crowd(args.bodies))
        _say(searching.figures(large))
        large.close()
        _say(table.figures(large.folder))
        _say(writing.figures(folder, rows))
        _say(sheets.figures(folder, rows))
        _say(certificates.figures(folder))


def _say(lines):
    for line in lines:
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
