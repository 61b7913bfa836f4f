"""Lists that are kept under a name: words, filters and order."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.office.models import SavedView
from qyclient.records.base import Base, fields_of
from qyclient.records.view import Filter, View


def save_view(session: Session, noun: str, name: str, view: View) -> SavedView:
    """Keep a list's words, filters and order under a name; the same name is replaced."""
    if not name.strip():
        raise Refused("请给这组条件起个名称。")
    mine = (SavedView.noun == noun) & (SavedView.name == name.strip())
    saved: SavedView | None = session.scalar(select(SavedView).where(mine))
    written = json.dumps(asdict(view), ensure_ascii=False)
    if saved is None:
        saved = SavedView(noun=noun, name=name.strip(), view=written)
        session.add(saved)
    saved.view = written
    return saved


def saved_views(session: Session, noun: str) -> Sequence[SavedView]:
    """Return the saved views of a list, oldest first."""
    mine = SavedView.noun == noun
    return session.scalars(select(SavedView).where(mine).order_by(SavedView.id)).all()


def view_of(saved: SavedView) -> View:
    """Return what was kept under a name."""
    return _view(json.loads(saved.view))


def drop_view(session: Session, noun: str, name: str) -> None:
    """Forget a saved view; one that is gone already is no fault."""
    mine = (SavedView.noun == noun) & (SavedView.name == name)
    saved = session.scalar(select(SavedView).where(mine))
    if saved is not None:
        session.delete(saved)


def views_as_text(saved: Sequence[SavedView]) -> str:
    """Return saved views as a file (JSON) that another desk can take in."""
    views = [{"noun": one.noun, "name": one.name, "view": json.loads(one.view)} for one in saved]
    return json.dumps({"views": views}, ensure_ascii=False, indent=1)


def take_views(session: Session, model: type[Base], text: str) -> list[SavedView]:
    """Take in the saved views of a list from a file; all of them, or none with the reason."""
    try:
        mine = [
            (str(one["name"]), _fitting(model, one["view"]))
            for one in json.loads(text)["views"]
            if one["noun"] == model.__tablename__
        ]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refused("这个文件不是本程序导出的常用条件，或内容已损坏。") from error
    if not mine:
        raise Refused(f"这个文件里没有{model.__label__}列表的常用条件。")
    return [save_view(session, model.__tablename__, name, view) for name, view in mine]


def _view(kept: Mapping[str, Any]) -> View:
    rest = {key: value for key, value in kept.items() if key != "filters"}
    filters = [Filter(**{**f, "among": tuple(f["among"])}) for f in kept["filters"]]
    return View(**rest, filters=tuple(filters))


def _fitting(model: type[Base], kept: Mapping[str, Any]) -> View:
    """Return a view, or raise if the list does not know its columns or their values."""
    view = _view(kept)
    fields = {field.key: field for field in fields_of(model)}
    if view.order and view.order not in fields:
        raise KeyError(view.order)
    for narrowing in view.filters:
        kind = fields[narrowing.key].kind
        for value in filter(None, (*narrowing.among, narrowing.least, narrowing.most)):
            kind.parse(value)
    return view
