"""Setting up the register of an office, and whose it is."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Refused, refuse
from qyclient.office.models import AddedArea, Office
from qyclient.office.rules.areas import Area, area, area_name, area_problems, provinces
from qyclient.office.services.staff import let_administer
from qyclient.records.base import fields_of
from qyclient.records.field import clean
from qyclient.store.entry import amended


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
        begun_on=session.info["today"],
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


def amend_office(session: Session, version: int, texts: Mapping[str, str]) -> Office:
    """Change what stands on the office's papers, as it was opened at `version`."""
    let_administer(session)
    return amended(session, Office, office_of(session).id, version, texts)
