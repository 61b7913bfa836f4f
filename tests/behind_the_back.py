"""A register behind the program's back: what it holds, and how it is tampered with."""

from sqlcipher3 import dbapi2 as sqlite

from qyclient.workspace import REGISTER

_APART = {"history", "intake", "search_text"}


def contents(workspace):
    """Return what a register holds of records and of what they are found by, without versions."""
    connection = sqlite.connect(str(workspace.folder / REGISTER))
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_pair%'"
    held = {}
    for table in {name for (name,) in connection.execute(named)} - _APART:
        found = connection.execute(f"SELECT * FROM {table}")
        heads = [head[0] for head in found.description]
        rows = [dict(zip(heads, row, strict=True)) for row in found]
        held[table] = sorted(str({k: v for k, v in r.items() if k != "version"}) for r in rows)
    found_by = connection.execute("SELECT record_id, folded FROM search_text")
    held["found by"] = sorted(map(str, found_by))
    connection.close()
    return held


def tamper(workspace, *statements):
    """Change a register as somebody with the file and a database tool would."""
    connection = sqlite.connect(str(workspace.folder / REGISTER), timeout=15)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
