"""The bulk door with history and search rows, against raw inserts into the same tables."""

from statistics import median

from sqlcipher3 import dbapi2 as sqlite

from qyclient.store.spelling import spellings
from qyclient.workspace import REGISTER
from tests.benchmarks.crowd import fill, register
from tests.benchmarks.figures import Figure, seconds

_TABLES = ("organization", "history", "search_text")
_ROUNDS = 3


def figures(folder, rows):
    """Write the same rows through the door and past it, in turn."""
    spellings("清新")  # loads the readings of phrases: once in the life of a program
    ours, raw = [], []
    for number in range(_ROUNDS):
        workspace = register(folder / f"bulk{number}", [])
        ours.append(seconds(fill, workspace, rows))
        workspace.close()
        raw.append(past_the_door(folder / f"bulk{number}" / REGISTER, folder / f"raw{number}"))
    said = f"{len(rows):,} bodies written in bulk with history and index"
    return [Figure(said, median(ours), median(raw), 3)]


def past_the_door(register_file, folder):
    """Put the very rows of a register into an empty one by executemany; return how long it took."""
    filled = sqlite.connect(str(register_file))
    made = {table: filled.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}
    filled.close()
    pairs = _pairs(made["search_text"])
    register(folder, []).close()
    raw = sqlite.connect(str(folder / REGISTER), isolation_level=None)
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL"):
        raw.execute(f"PRAGMA {pragma}")
    for table in _TABLES:
        raw.execute(f"DELETE FROM {table}")

    def put():
        raw.execute("BEGIN IMMEDIATE")
        for table, found in made.items():
            marks = ",".join("?" * len(found[0]))
            raw.executemany(f"INSERT INTO {table} VALUES ({marks})", found)
        raw.executemany("INSERT OR REPLACE INTO search_pair (rowid, pairs) VALUES (?, ?)", pairs)
        raw.execute("COMMIT")

    took = seconds(put)
    raw.close()
    return took


def _pairs(rows):
    return [
        (row, " ".join({text[n : n + 2] for n in range(len(text))})) for row, _key, text in rows
    ]
