"""Reading a record again that somebody else changed meanwhile."""

from typing import TYPE_CHECKING, Any

from qyclient.records.view import Filter, View

if TYPE_CHECKING:
    from qyclient.workspace import Workspace


def fresh(record: Any, workspace: "Workspace") -> Any | None:
    """Return a record as it is now, found by what it is called; None if it is called otherwise."""
    model = type(record)
    for key in model.__called_by__:
        value = getattr(record, key)
        if value is not None:
            view = View(filters=(Filter(key, among=(str(value),)),))
            for now in workspace.page(model, view, 0, 20):
                if now.id == record.id:
                    return now
    return None
