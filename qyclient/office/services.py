"""Setting up an office's register, and what every desk does: drafts, saved lists, access notes."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.office.models import Office, SavedView
from qyclient.office.rules import area
from qyclient.records.view import Filter, View
from qyclient.store.access import accesses, note_access
from qyclient.store.drafts import draft_of, drop_draft, keep_draft

__all__ = [
    "accesses",
    "draft_of",
    "drop_draft",
    "establish",
    "keep_draft",
    "note_access",
    "office_of",
    "save_view",
    "saved_views",
    "view_of",
]


def establish(session: Session, area_code: str, *, is_sample: bool = False) -> Office:
    """Say whose register this is; a register belongs to one office."""
    if session.scalar(select(Office)):
        raise Refused("这个文件夹里已有登记数据，不能再次初始化；请换一个文件夹。")
    place = area(area_code)
    if place is None:
        raise Refused(f"不认识行政区划 {area_code}；请填写清远市及其县（市、区）的六位代码。")
    if place.successor:
        raise Refused(f"{place.name}（{area_code}）已撤销，请用 {place.successor}。")
    office = Office(
        name=place.office,
        area_code=area_code,
        province="粤",
        scope_suffix=None,
        is_sample=is_sample,
    )
    session.add(office)
    return office


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
    kept = json.loads(saved.view)
    filters = [Filter(**{**f, "among": tuple(f["among"])}) for f in kept.pop("filters")]
    return View(**kept, filters=tuple(filters))
