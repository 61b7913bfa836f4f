"""Setting up an office's register, and what every desk does: drafts, saved lists, access notes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Refused, refuse
from qyclient.office.models import AddedArea, Office, SavedView
from qyclient.office.rules import Area, area, area_name, area_problems, provinces
from qyclient.records.base import Base, fields_of
from qyclient.records.field import clean
from qyclient.records.view import Filter, View
from qyclient.store.access import accesses, note_access
from qyclient.store.drafts import draft_of, drop_draft, keep_draft
from qyclient.store.finding import find_everywhere, found_by_personal

__all__ = [
    "accesses",
    "area_called",
    "area_of",
    "draft_of",
    "drop_draft",
    "drop_view",
    "establish",
    "find_everywhere",
    "found_by_personal",
    "keep_draft",
    "note_access",
    "office_of",
    "save_view",
    "saved_views",
    "take_views",
    "view_of",
    "views_as_text",
]


def establish(
    session: Session,
    area_code: str,
    *,
    is_sample: bool = False,
    added: Mapping[str, str] | None = None,
) -> Office:
    """Say whose register this is; a register belongs to one office.

    `added` are the texts of an area that is not among those shipped.
    """
    if session.scalar(select(Office)):
        raise Refused("这个文件夹里已有登记数据，不能再次初始化；请换一个文件夹。")
    if added:
        own = area_of(added, session.info["today"])
        session.add(own)
        name, area_code = own.office, own.code
    else:
        name = _place(area_code).office
    office = Office(
        name=name,
        area_code=area_code,
        province=provinces()[area_code[:2]],
        scope_suffix=None,
        is_sample=is_sample,
    )
    session.add(office)
    return office


def area_of(texts: Mapping[str, str], today: date) -> AddedArea:
    """Return an area as it was typed, kept nowhere yet; refuse what cannot be one."""
    fields = fields_of(AddedArea)
    whole = {field.key: texts.get(field.key, "") for field in fields}
    place = AddedArea(**clean(fields, whole, lambda _model, _name: None))
    refuse(area_problems(place.code, place.valid_from, place.valid_to, today))
    return place


def area_called(session: Session, code: str, on: date) -> str:
    """Return what the area of a code was called on a day; empty if nobody knows it."""
    own = session.scalar(select(AddedArea.name).where(AddedArea.code == code))
    return area_name(code, on) or own or ""


def _place(area_code: str) -> Area:
    place = area(area_code)
    if place is None:
        raise Refused(
            f"不认识行政区划 {area_code}；清远市以外的，请一并填写区划名称（--area-name）。"
        )
    if place.successor:
        raise Refused(f"{place.name}（{area_code}）已撤销，请用 {place.successor}。")
    return place


def office_of(session: Session) -> Office:
    """Return the office of this register; refuse a register that has none yet."""
    office: Office | None = session.scalar(select(Office))
    if office is None:
        raise Refused("登记数据尚未初始化：请先选择本机关所在的行政区划。")
    return office


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
