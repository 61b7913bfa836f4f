"""自造字改正: where the register carries a private-use code, it gets the character it means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from qyclient.office.models import CharacterMap
from qyclient.office.rules.characters import character_of
from qyclient.office.services.characters import keep_map
from qyclient.organizations.models import Officer, Organization
from qyclient.organizations.services.grounds import mark
from qyclient.records.base import Base, fields_of

_NOUNS: Sequence[type[Base]] = (Organization, Officer)
_KINDS = frozenset({"text", "long_text"})


@dataclass(frozen=True, slots=True)
class CharacterGiven:
    """A code that was given its character, and how many records were put right."""

    made: CharacterMap
    mended: int


def map_character(session: Session, texts: Mapping[str, str]) -> CharacterGiven:
    """Keep what a private-use code means, and write so wherever the register has the code.

    Every record that changes has it in its history; what is taken in later is printed so.
    """
    made = keep_map(session, texts)
    mark(session, f"自造字 {made.code} 改为“{made.character}”")
    wrong = character_of(made.code)
    mended = sum(_mended(session, noun, wrong, made.character) for noun in _NOUNS)
    session.flush()
    return CharacterGiven(made, mended)


def _mended(session: Session, noun: type[Base], wrong: str, proper: str) -> int:
    keys = [f.key for f in fields_of(noun) if f.target is None and _is_text(noun, f.key)]
    holds = or_(*(getattr(noun, key).contains(wrong) for key in keys))
    found = session.scalars(select(noun).where(holds)).all()
    for record in found:
        for key in keys:
            value = getattr(record, key)
            if isinstance(value, str) and wrong in value:
                setattr(record, key, value.replace(wrong, proper))
    return len(found)


def _is_text(noun: type[Base], key: str) -> bool:
    return getattr(noun, key).type.python_type is str
