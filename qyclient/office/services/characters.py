"""生僻字: a font is added, a private-use code is given its character; both stay in the register."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from qyclient.errors import Invalid, Refused
from qyclient.office.models import CharacterMap, OfficeFont
from qyclient.office.rules.characters import character_of, is_private, private_code, standard
from qyclient.paper.lent_fonts import lend, take_back
from qyclient.store.consequences import on_opening
from qyclient.store.entry import entered
from qyclient.store.listing import standing


@on_opening
def lend_fonts(session: Session) -> None:
    """Let everything be drawn with the fonts of this register."""
    query = select(OfficeFont).where(standing(OfficeFont)).options(undefer(OfficeFont.data))
    for font in session.scalars(query.order_by(OfficeFont.id)):
        lend(str(font.id), font.data)


def keep_font(session: Session, name: str, data: bytes, holds: int) -> OfficeFont:
    """Keep a font that was looked into, and draw with it from now on."""
    font = OfficeFont(
        name=name,
        holds=holds,
        added_on=session.info["today"],
        added_by=session.info["stamp"].operator,
        data=data,
    )
    session.add(font)
    session.flush()
    lend(str(font.id), data)
    return font


def drop_font(session: Session, key: UUID, reason: str) -> OfficeFont:
    """Draw with a font no longer; papers that were made keep what they show."""
    if not reason.strip():
        raise Refused("请填写停用原因。")
    font = session.get_one(OfficeFont, key)
    font.voided_because = reason.strip()
    take_back(str(key))
    return font


def fonts_of(session: Session) -> Sequence[OfficeFont]:
    """Return the fonts the office added."""
    query = select(OfficeFont).where(standing(OfficeFont))
    return session.scalars(query.order_by(OfficeFont.id)).all()


def maps_of(session: Session) -> Sequence[CharacterMap]:
    """Return which private-use codes the office knows the characters of."""
    query = select(CharacterMap).where(standing(CharacterMap))
    return session.scalars(query.order_by(CharacterMap.code)).all()


def keep_map(session: Session, texts: Mapping[str, str]) -> CharacterMap:
    """Keep what a private-use code means; what the standard says of it need not be typed."""
    try:
        code = private_code(texts.get("code", ""))
    except ValueError as no:
        raise Invalid({"code": str(no)}) from no
    proper = texts.get("character", "").strip() or standard().get(code, "")
    if len(proper) != 1 or is_private(proper):
        raise Invalid({"character": "请填写一个正式编码的字（可以从输入法或字典里粘贴）"})
    assumed = {
        "code": code,
        "character": proper,
        "mapped_on": session.info["today"].isoformat(),
        "mapped_by": session.info["stamp"].operator,
    }
    made = entered(session, CharacterMap, {**texts, **assumed})
    session.add(made)
    session.flush()
    return made


def proper_characters(session: Session) -> dict[int, str]:
    """Return what is written instead of each private-use code, as a table to translate by."""
    return {ord(character_of(one.code)): one.character for one in maps_of(session)}
