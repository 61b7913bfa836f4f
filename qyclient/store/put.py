"""Many new rows of one table in one statement: each column's values are turned by one function.

SQLAlchemy's own way works a dictionary of parameters out for every row, which costs as much as
writing it.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert

from qyclient.store.guard import door

Turn = Callable[[Any], Any]


def put(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write new rows, given by their columns; what a row leaves out is empty."""
    if not rows:
        return
    statement, keys, turns = _prepared(table, connection.dialect)
    ready = []
    for row in rows:
        values = [*map(row.get, keys)]
        for place, turn in turns:
            if values[place] is not None:
                values[place] = turn(values[place])
        ready.append((*values,))
    with door(connection):
        connection.exec_driver_sql(statement, ready)


@cache
def _prepared(
    table: Table, dialect: Dialect
) -> tuple[str, tuple[str, ...], tuple[tuple[int, Turn], ...]]:
    """Return the statement, the columns in its order, and how the values of some are stored."""
    stored = [(c, c.type.dialect_impl(dialect).bind_processor(dialect)) for c in table.columns]
    turns = tuple((place, turn) for place, (_, turn) in enumerate(stored) if turn is not None)
    return str(insert(table).compile(dialect=dialect)), tuple(table.columns.keys()), turns
