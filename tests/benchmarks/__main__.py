"""Measure everything and print the table the README shows."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import naming, searching, sheets, starting, writing
from tests.benchmarks.crowd import crowd, register
from tests.benchmarks.figures import HEAD


def main():
    parser = ArgumentParser(description="Speed against the raw library, in one run")
    parser.add_argument("--bodies", type=int, default=100_000)
    bodies = parser.parse_args().bodies
    with TemporaryDirectory() as name:
        folder = Path(name)
        rows = crowd(bodies)
        _say(HEAD)
        for figure in writing.figures(folder, rows[: min(bodies, 20_000)]):
            _say(str(figure))
        for figure in sheets.figures(folder, rows[: min(bodies, 20_000)]):
            _say(str(figure))
        workspace = register(folder / "crowd", rows)
        for figure in searching.figures(workspace):
            _say(str(figure))
        for figure in naming.figures(workspace):
            _say(str(figure))
        workspace.close()
        for figure in starting.figures(folder / "crowd"):
            _say(str(figure))


def _say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
