"""The search index: any part of any word, from the first character on, in any order.

Each record has one folded text; its pairs of neighbouring characters are the index (FTS5, no
positions), and what the index proposes is held against the text itself, so that what is found is
exactly what contains the words. One and two characters work like longer words: a trigram index
would find nothing for them. Another database would keep the same two functions over its own index.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select, text
from sqlalchemy import column as named_column
from sqlalchemy import table as named_table
from sqlalchemy.types import Uuid

from qyclient.store.guard import door

END = "|"
_ENTRY = named_table(
    "search_text",
    named_column("row"),
    named_column("noun"),
    named_column("record_id", Uuid()),
    named_column("folded"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """What a record is found by: its noun, its key, the pieces people may type."""

    noun: str
    record_id: UUID
    pieces: tuple[str, ...]


def fold(words: str) -> str:
    """Return a text as it is compared: half width, lower case, letters and figures only."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return "".join(char for char in plain if char.isalnum())


def _pairs(folded: str) -> str:
    marked = folded + END
    return " ".join(sorted({marked[n : n + 2] for n in range(len(folded))}))


def remember(connection: Connection, documents: Sequence[Document]) -> None:
    """Add records to the index."""
    if not documents:
        return
    newest = connection.scalar(text("SELECT coalesce(max(row), 0) FROM search_text")) or 0
    folded = [END.join(filter(None, map(fold, document.pieces))) for document in documents]
    rows = [
        {"row": newest + n, "noun": d.noun, "record_id": d.record_id.hex, "folded": f}
        for n, (d, f) in enumerate(zip(documents, folded, strict=True), start=1)
    ]
    pairs = [
        {"row": row["row"], "pairs": " ".join(_pairs(part) for part in f.split(END))}
        for row, f in zip(rows, folded, strict=True)
    ]
    with door(connection):
        connection.execute(
            text("INSERT INTO search_text VALUES (:row, :noun, :record_id, :folded)"), rows
        )
        connection.execute(
            text("INSERT INTO search_pair (rowid, pairs) VALUES (:row, :pairs)"), pairs
        )


def forget(connection: Connection, records: Sequence[tuple[str, UUID]]) -> None:
    """Take records out of the index."""
    if not records:
        return
    keys = [{"record_id": record_id.hex} for _noun, record_id in records]
    found = "SELECT row FROM search_text WHERE record_id = :record_id"
    with door(connection):
        connection.execute(text(f"DELETE FROM search_pair WHERE rowid IN ({found})"), keys)  # noqa: S608
        connection.execute(text("DELETE FROM search_text WHERE record_id = :record_id"), keys)


def matching(noun: str, words: str) -> Select[Any]:
    """Return the query for the keys of a noun's records that hold every word."""
    found = select(_ENTRY.c.record_id).where(_ENTRY.c.noun == noun)
    folded = [f for f in map(fold, words.split()) if f]
    if not folded:
        return found
    proposed = text("SELECT rowid FROM search_pair WHERE search_pair MATCH :pairs").bindparams(
        pairs=" AND ".join(_asked(word) for word in folded)
    )
    found = found.where(_ENTRY.c.row.in_(proposed.columns(named_column("rowid"))))
    for word in folded:
        found = found.where(func.instr(_ENTRY.c.folded, word) > 0)
    return found


def _asked(word: str) -> str:
    if len(word) == 1:
        return f'"{word}"*'
    return " AND ".join(f'"{word[n : n + 2]}"' for n in range(len(word) - 1))
