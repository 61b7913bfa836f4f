"""Names that are taken for each other: what looks the same, and what sounds the same.

Each name leaves two keys beside the search index, one of its shape (traditional characters as
their plain ones, look-alikes as one character) and one of its sound (full pinyin without tones).
Who asks gives every way the other name can be written or read: to find them is then one look into
an index, however many names there are.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from uuid import UUID

from sqlalchemy import BigInteger, Column, Connection, Index, Table, Uuid, delete, select
from sqlalchemy.orm import Session

from qyclient.assets import asset
from qyclient.records.base import Base
from qyclient.store.guard import door
from qyclient.store.put import put
from qyclient.store.search import Document, fold, forget, remember

ALIKE = Table(
    "alike",
    Base.metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("record_id", Uuid, primary_key=True),
    Index("ix_alike_record", "record_id"),
    sqlite_with_rowid=False,
)
"""The keys of each name; several names of a record have keys of their own."""

SHAPED = 1
"""Grows whenever keys are made otherwise: registers then make them anew."""

_SHAPE, _SOUND = b"shape:", b"sound:"
_SEVERAL = re.compile("[、；;，,/]")
_AT_ONCE = 500


def simplified(name: str) -> str:
    """Return a name with plain characters for its traditional ones."""
    return name.translate(_plain())


def plain(name: str) -> str:
    """Return a name as it is compared: letters only, traditional characters as plain ones."""
    return fold(simplified(name))


def shape(name: str) -> str:
    """Return what a name looks like: characters easily taken for each other are one."""
    return plain(name).translate(_looks())


def keys(names: str, sounds: Iterable[str]) -> Iterator[int]:
    """Yield the keys of the names a field holds, given how they are read."""
    yield from (_key(_SHAPE, shape(name)) for name in _SEVERAL.split(names) if name.strip())
    yield from (_key(_SOUND, sound) for sound in sounds)


def alike(session: Session, names: Iterable[str], sounds: Iterable[str]) -> list[UUID]:
    """Return the records with a name that looks or sounds like one of these."""
    asked = sorted({_key(_SHAPE, shape(n)) for n in names} | {_key(_SOUND, s) for s in sounds})
    found: dict[UUID, None] = {}
    for first in range(0, len(asked), _AT_ONCE):
        mine = ALIKE.c.key.in_(asked[first : first + _AT_ONCE])
        found |= dict.fromkeys(session.scalars(select(ALIKE.c.record_id).where(mine)))
    return [*found]


def reindex(connection: Connection, gone: Sequence[UUID], found: Sequence[Document]) -> None:
    """Take records out of the search index and out of the keys, and put others in."""
    forget(connection, gone)
    with door(connection):
        for first in range(0, len(gone), _AT_ONCE):
            mine = ALIKE.c.record_id.in_(gone[first : first + _AT_ONCE])
            connection.execute(delete(ALIKE).where(mine))
    remember(connection, found)
    rows = [{"key": key, "record_id": one.record_id} for one in found for key in one.alike]
    put(connection, ALIKE, rows)


def _key(sort: bytes, text: str) -> int:
    digest = blake2b(sort + text.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


@cache
def _plain() -> Mapping[int, str]:
    """Return for each traditional character its plain one (OpenCC)."""
    return {ord(other): line[0] for line in _lines("traditional") for other in line[2:]}


@cache
def _looks() -> Mapping[int, str]:
    """Return for each character that is easily taken for others the first of them."""
    return {ord(other): line[0] for line in _lines("look_alike") for other in line[1:]}


def _lines(name: str) -> list[str]:
    lines = asset(f"characters/{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
