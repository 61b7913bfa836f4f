"""The bulk door with history and search rows, against raw inserts into the same tables."""

from sqlcipher3 import dbapi2 as sqlite

from qyclient.workspace import REGISTER
from tests.benchmarks.crowd import register
from tests.benchmarks.figures import Figure, seconds

_TABLES = ("organization", "history", "search_text")


def figures(folder, rows):
    ours = seconds(register, folder / "bulk", rows)
    return [
        Figure(f"bulk insert of {len(rows):,} with history", ours, _raw(folder, rows), "3x"),
    ]


def _raw(folder, rows):
    """Put the very rows of the register into an empty one by executemany."""
    filled = sqlite.connect(str(folder / "bulk" / REGISTER))
    made = {table: filled.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}
    pairs = _pairs(made["search_text"])
    empty = register(folder / "raw", [])
    empty.close()
    raw = sqlite.connect(str(folder / "raw" / REGISTER), isolation_level=None)
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

    return seconds(put)


def _pairs(rows):
    return [
        (row, " ".join({text[n : n + 2] for n in range(len(text))})) for row, _key, text in rows
    ]
