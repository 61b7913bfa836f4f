"""Setting up an office's register."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.office.models import Office
from qyclient.office.rules import area


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
