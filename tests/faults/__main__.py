"""The long run: `python -m tests.faults --kills 10000 --cuts 100000 --flips 1000 …`.

What was done is kept in a file after every trial; started again, it goes on with another seed and
adds to it. It prints how many trials were really done.
"""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path

from qyclient.paper.atomic import write_bytes
from tests.faults.cuts import cut
from tests.faults.full import filled
from tests.faults.harm import flipped, tampered
from tests.faults.kills import killed
from tests.faults.numbers import issued

RUNS = {"kills": killed, "cuts": cut, "flips": flipped, "tampers": tampered}


def main():
    parser = ArgumentParser(description="Faults, and what is left after each")
    for name in RUNS:
        parser.add_argument(f"--{name}", type=int, default=0, metavar="N")
    parser.add_argument("--numbers", type=int, default=0, metavar="N", help="each of six programs")
    parser.add_argument("--full", type=int, default=0, metavar="POINTS")
    parser.add_argument("--deaf", action="store_true", help="power cuts of a disk that never syncs")
    parser.add_argument("--kept", type=Path, default=Path("faults.json"))
    args = parser.parse_args()
    args.kept.parent.mkdir(exist_ok=True)
    kept = json.loads(args.kept.read_text("utf-8")) if args.kept.exists() else {}
    failed = False
    for name, run in RUNS.items():
        done = kept.get(name, {"trials": 0, "failures": []})
        if (left := getattr(args, name) - done["trials"]) > 0:
            keep = _keeper(args.kept, kept, name, done)
            deaf = {"deaf": True} if args.deaf and name == "cuts" else {}
            outcome = run(left, seed=1000 + done["trials"], say=keep, **deaf)
            failed |= _tell(outcome)
    if args.numbers:
        failed |= _tell(issued(args.numbers))
    if args.full:
        failed |= _tell(filled(args.full))
    for name, one in kept.items():
        sys.stdout.write(f"{name}: {one['trials']:,} really done, {len(one['failures'])} failed\n")
    return int(failed)


def _keeper(path, kept, name, done):
    """Return what keeps the state of a run after each trial."""

    def keep(outcome):
        whole = {
            "trials": done["trials"] + outcome.trials,
            "failures": done["failures"] + outcome.failures,
        }
        kept[name] = whole
        write_bytes(path, json.dumps(kept, ensure_ascii=False).encode())

    return keep


def _tell(outcome):
    sys.stdout.write(f"{outcome}\n")
    for failure in outcome.failures[:20]:
        sys.stdout.write(f"  {failure}\n")
    sys.stdout.flush()
    return bool(outcome.failures)


if __name__ == "__main__":
    sys.exit(main())
