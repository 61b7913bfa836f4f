"""What another office took back goes here too, unless something was done with it meanwhile."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from qyclient.exchange.rules.folding import Folded
from qyclient.exchange.services.differing import Both, differs
from qyclient.exchange.services.nouns import columns_of, travelling
from qyclient.exchange.services.standing import Merge
from qyclient.records.base import Base, field_of, fields_of


def remove(merge: Merge, model: type[Base], gone: Sequence[Folded]) -> None:
    """Take records away that their office took back; what was changed here waits instead."""
    for one in gone:
        key = merge.ours(one.key)
        record = merge.session.get(model, UUID(key))
        if record is None:
            continue
        if key != one.key or _changed_here(merge, model, one, record) or _linked(merge, record):
            note = "对方已撤销这条记录，本机关改过或用到了它"
            differs(merge, model, Both(key, str(record), "", key, None, note))
        else:
            merge.session.delete(record)
            merge.session.flush()


def _changed_here(merge: Merge, model: type[Base], one: Folded, record: Base) -> bool:
    return any(
        _here(model, name, record) not in merge.path(model, name, path)
        for name, path in one.paths.items()
    )


def _here(model: type[Base], name: str, record: Base) -> Any:
    column, _ = columns_of(model)[name]
    value = getattr(record, column)
    field = field_of(model, name)
    return None if value is None else str(value) if field.target else field.kind.plain(value)


def _linked(merge: Merge, record: Base) -> bool:
    for model in travelling().values():
        for field in fields_of(model):
            if field.target is type(record):
                points = getattr(model, f"{field.key}_id") == record.id
                if merge.session.scalar(select(func.count()).where(points)):
                    return True
    return False
