"""Which revision a register is at: asked at each start, so without loading Alembic."""

from collections.abc import Callable
from importlib import import_module

from sqlalchemy import Engine, inspect, text

NEWEST = "0025"
"""The newest revision under migrations/versions; a test holds it against the files."""


def current(engine: Engine) -> str | None:
    """Return the revision a register is at; None for an empty file."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found


def is_newer(engine: Engine) -> bool:
    """Say whether a register was written by a newer program than this: revisions are counted."""
    return (current(engine) or "") > NEWEST


def bring_up_to_date(engine: Engine, first: Callable[[], object]) -> None:
    """Upgrade a register that is not at the newest revision; only then is Alembic loaded.

    `first` is done before what an older program wrote is changed.
    """
    found = current(engine)
    if found == NEWEST:
        return
    if found is not None and found < NEWEST:
        first()
    import_module("qyclient.store.migrate").upgrade(engine)
