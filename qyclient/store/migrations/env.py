"""Run by Alembic for each upgrade and each new revision."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Enum
from sqlalchemy.types import TypeDecorator


def render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our own types as what the database stores: a revision imports nothing of ours."""
    if kind == "type" and isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


def include_name(name: str | None, kind: str, _parents: Any) -> bool:
    """Leave the search index alone: it is made by hand, and not of models."""
    return not (kind == "table" and (name or "").startswith("search_"))


attributes = context.config.attributes
with attributes["engine"].connect() as connection, attributes["unwatched"](connection):
    connection.info["door"] = True
    try:
        context.configure(
            connection=connection,
            target_metadata=attributes["tables"],
            render_as_batch=True,
            render_item=render_item,
            include_name=include_name,
            transaction_per_migration=False,
        )
        with context.begin_transaction():
            context.run_migrations()
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise RuntimeError("a migration left a link that points nowhere")
    finally:
        connection.info["door"] = False
