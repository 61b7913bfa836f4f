"""The search index: any part of any word, from the first character on, in any order.

Each record has one folded text; its pairs of neighbouring characters are the index (FTS5, no
positions), and what the index proposes is held against the text itself where pairs alone do not
prove it. One and two characters work like longer words: a trigram index would find nothing for
them. Another database would keep the same functions over its own index.

Rows are numbered by noun (the noun's number in the upper bits), so that a noun is a range of rows,
and by time, so that the newest are found first without sorting.
"""

import re
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from operator import add
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, column, func, select, table, text
from sqlalchemy.types import Uuid

from qyclient.store.guard import door

_END = "|"
_BITS = 40
_PROVEN = 2
"""A word of so many characters is found exactly by the index alone."""

_NO_WORD = re.compile(r"[\W_]+")
_ENTRY = table("search_text", column("row"), column("record_id", Uuid()), column("folded"))


@dataclass(frozen=True, slots=True)
class Document:
    """What a record is found by: its noun, its key, the pieces people may type.

    `alike` are the keys by which its names are held against others.
    """

    noun: str
    record_id: UUID
    pieces: tuple[str, ...]
    alike: tuple[int, ...] = ()


def fold(words: str) -> str:
    """Return a text as it is compared: half width, lower case, letters and figures only."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", words).casefold())


def remember(connection: Connection, documents: Sequence[Document]) -> None:
    """Add records to the index."""
    newest: dict[str, int] = {}
    rows, pairs = [], []
    for document in documents:
        noun = document.noun
        newest[noun] = 1 + (newest.get(noun) or _newest(connection, noun))
        folded = _END.join(dict.fromkeys(filter(None, map(fold, document.pieces))))
        rows.append((newest[noun], document.record_id.hex, folded))
        pairs.append((newest[noun], " ".join(_pairs(folded))))
    if rows:
        with door(connection):
            connection.exec_driver_sql("INSERT INTO search_text VALUES (?, ?, ?)", rows)
            connection.exec_driver_sql(
                "INSERT INTO search_pair (rowid, pairs) VALUES (?, ?)", pairs
            )


def forget(connection: Connection, records: Sequence[UUID]) -> None:
    """Take records out of the index."""
    if not records:
        return
    keys = [{"record_id": record_id.hex} for record_id in records]
    found = "SELECT row FROM search_text WHERE record_id = :record_id"
    with door(connection):
        connection.execute(text(f"DELETE FROM search_pair WHERE rowid IN ({found})"), keys)  # noqa: S608
        connection.execute(text("DELETE FROM search_text WHERE record_id = :record_id"), keys)


def matching(noun: str, words: str) -> Select[Any]:
    """Return the query for the keys of a noun's records that hold every word, newest first."""
    folded = [f for f in map(fold, words.split()) if f]
    if not folded:
        return select(_ENTRY.c.record_id).where(_ENTRY.c.row.between(*_range(noun)))
    proposed = _proposed(noun, folded).columns(column("rowid")).subquery()
    found = select(_ENTRY.c.record_id).join_from(proposed, _ENTRY, _ENTRY.c.row == proposed.c.rowid)
    for word in folded:
        if len(word) > _PROVEN:
            found = found.where(func.instr(_ENTRY.c.folded, word) > 0)
    return found


def number_matching(noun: str, words: str) -> Select[Any]:
    """Return the query for how many records of a noun hold every word."""
    folded = [f for f in map(fold, words.split()) if f]
    if folded and all(len(word) <= _PROVEN for word in folded):
        proposed = _proposed(noun, folded).columns(column("rowid")).subquery()
        return select(func.count()).select_from(proposed)
    return select(func.count()).select_from(matching(noun, words).subquery())


def _proposed(noun: str, folded: Sequence[str]) -> Any:
    first, last = _range(noun)
    return text(
        "SELECT rowid FROM search_pair WHERE search_pair MATCH :pairs"
        " AND rowid BETWEEN :first AND :last ORDER BY rowid DESC"
    ).bindparams(
        # unique: a list and what it links to are searched in one statement
        bindparam("pairs", " AND ".join(map(_asked, folded)), unique=True),
        bindparam("first", first, unique=True),
        bindparam("last", last, unique=True),
    )


def _asked(word: str) -> str:
    if len(word) == 1:
        return f'"{word}"*'
    return " AND ".join(f'"{word[n : n + 2]}"' for n in range(len(word) - 1))


def _pairs(folded: str) -> set[str]:
    """Return each two neighbours, and the last character of each part before its end."""
    pairs: set[str] = set()
    for part in folded.split(_END):
        pairs.update(map(add, part, part[1:] + _END))
    return pairs


def _range(noun: str) -> tuple[int, int]:
    number = zlib.crc32(noun.encode()) & 0x3FFFFF
    return number << _BITS, ((number + 1) << _BITS) - 1


def _newest(connection: Connection, noun: str) -> int:
    first, last = _range(noun)
    newest = text("SELECT max(row) FROM search_text WHERE row BETWEEN :first AND :last")
    return connection.scalar(newest, {"first": first, "last": last}) or first
