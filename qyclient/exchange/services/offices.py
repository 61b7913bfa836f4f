"""Whom packages go to and come from: keys brought once, and read out to be sure."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.certificates.services import signer
from qyclient.errors import Invalid, Refused
from qyclient.exchange.models import Correspondent
from qyclient.exchange.rules.keys import OfficeKey, identity_of, key_text, read_key
from qyclient.office.services import office_of
from qyclient.office.services.staff import let_administer

_WHOLE_CITY = "00"


def own_key(session: Session) -> OfficeKey:
    """Return what other offices must have of this one; the key has to be unlocked."""
    public, key = signer(session)
    office = office_of(session)
    receives = str(identity_of(key).to_public())
    return OfficeKey(office.name, office.area_code, public, receives)


def own_key_file(session: Session) -> bytes:
    """Return the key file of this office, to be brought to another once."""
    return key_text(own_key(session)).encode()


def bring_key(session: Session, data: bytes, said: str = "") -> Correspondent:
    """Take another office's key in; a new one replaces the one before.

    `said` are the words the other office read out: refused if they are others.
    """
    let_administer(session)
    key = read_key(data)
    if key.area_code == office_of(session).area_code:
        raise Refused("这是本机关自己的钥匙文件，不用导入。")
    if said.split() and said.split() != key.phrase.split():
        raise Invalid({"phrase": "口令词与对方念的不一致，没有导入；请核对钥匙文件是不是对方的"})
    found = session.scalar(select(Correspondent).where(Correspondent.area_code == key.area_code))
    values = {
        "name": key.office,
        "phrase": key.phrase,
        "signs": key.signs,
        "receives": key.receives,
        "brought_on": session.info["today"],
        "brought_by": session.info["stamp"].operator,
    }
    if found is None:
        found = Correspondent(area_code=key.area_code, **values)
        session.add(found)
    elif found.phrase != key.phrase:
        for name, value in values.items():
            setattr(found, name, value)
    session.flush()
    return found


def correspondents(session: Session) -> Sequence[Correspondent]:
    """Return the offices whose key is here, by area."""
    return session.scalars(select(Correspondent).order_by(Correspondent.area_code)).all()


def correspondent(session: Session, named: str) -> Correspondent:
    """Return an office by its name or area; refused if its key was not brought."""
    for one in correspondents(session):
        if named in {one.name, one.area_code, str(one.id)}:
            return one
    raise Refused(f"还没有导入“{named}”的钥匙文件；请向对方要来，先在“往来机关”里导入。")


def is_city(area_code: str) -> bool:
    """Say whether an area is a whole city, to which its counties report."""
    return area_code.endswith(_WHOLE_CITY)
