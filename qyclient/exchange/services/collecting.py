"""The lines of a package: what the history holds, and what it needs beside it to be made again."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO, Any
from uuid import UUID

from sqlalchemy import Column, select
from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.exchange.services.nouns import (
    holds_bytes,
    plain,
    table_of,
    travelling,
    unseen_columns,
)
from qyclient.paper.kept_files import kept
from qyclient.progress import Progress
from qyclient.store.chain import entries_between

FILE = "file:"
"""What stands in a line for bytes that travel as a file of their own."""
FILES, PAPERS = "files/", "papers/"
"""Where in a package attachments are, and what records hold in themselves."""
_FINGERPRINT = "sha256"
_BATCH = 1000
_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(slots=True)
class Collected:
    """What was written into the lines, and the files they name."""

    records: int = 0
    files: dict[str, Callable[[], IO[bytes]]] = field(default_factory=dict)
    touched: dict[str, set[UUID]] = field(default_factory=dict)


def collect(
    session: Session,
    out: IO[bytes],
    span: tuple[int, int],
    progress: Progress,
    wanted: Callable[[Mapping[str, Any]], bool] | None = None,
) -> Collected:
    """Write the entries behind one number up to another as lines.

    Of nouns that stay only the hash is written, so that the chain can be followed over them; with
    `wanted`, only what it wants, and no chain.
    """
    found = Collected()
    after, upto = span
    entries = entries_between(session.connection(), after, upto)
    for number, some in enumerate(_batches(entries)):
        progress.step(number * _BATCH, upto - after, "收集改动")
        unseen = _unseen(session, some, found)
        for entry in some:
            travels = entry["noun"] in travelling()
            if wanted is not None and not (travels and wanted(entry)):
                continue
            told = _told(entry, unseen) if travels else {"seq": entry["seq"]}
            if wanted is None:
                told["hash"] = entry["hash"]
            if travels:
                found.records += 1
                found.touched.setdefault(entry["noun"], set()).add(entry["record_id"])
                _attached(session, entry, found)
            out.write(_line(told).encode() + b"\n")
    return found


def row_of(line: Mapping[str, Any]) -> dict[str, Any]:
    """Return the entry of the history that a line was, as it was sealed."""
    return {
        "at": line["at"],
        "operator": line["by"],
        "transaction": line["in"],
        "noun": line["noun"],
        "record_id": line["id"],
        "record": line["called"],
        "action": line["did"],
        "reason": line["why"],
        "changes": _line(line["changes"]),
    }


def _batches(entries: Iterable[Mapping[str, Any]]) -> Iterator[Sequence[Mapping[str, Any]]]:
    rows: list[Mapping[str, Any]] = []
    for entry in entries:
        rows.append(entry)
        if len(rows) == _BATCH:
            yield rows
            rows = []
    if rows:
        yield rows


def _told(entry: Mapping[str, Any], unseen: Mapping[UUID, Mapping[str, Any]]) -> dict[str, Any]:
    told = {
        "seq": entry["seq"],
        "at": str(entry["at"]),
        "by": entry["operator"],
        "in": str(entry["transaction"]),
        "noun": entry["noun"],
        "id": str(entry["record_id"]),
        "called": entry["record"],
        "did": entry["action"],
        "why": entry["reason"],
        "changes": entry["changes"],
    }
    if more := unseen.get(entry["record_id"]):
        told["unseen"] = more
    return told


def _unseen(
    session: Session, entries: Sequence[Mapping[str, Any]], found: Collected
) -> dict[UUID, dict[str, Any]]:
    """Return what the records of some entries hold that no entry says, as it is now."""
    keys: dict[str, set[UUID]] = {}
    for entry in entries:
        keys.setdefault(entry["noun"], set()).add(entry["record_id"])
    told: dict[UUID, dict[str, Any]] = {}
    for noun, mine in keys.items():
        model = travelling().get(noun)
        columns = unseen_columns(model) if model is not None else ()
        if model is None or not columns:
            continue
        table = table_of(model)
        for row in session.execute(select(table.c.id, *columns).where(table.c.id.in_(mine))):
            told[row[0]] = {
                column.name: _apart(session, found, column, row[0], value)
                if holds_bytes(column)
                else plain(column, value)
                for column, value in zip(columns, row[1:], strict=True)
                if value is not None
            }
    return told


def _apart(session: Session, found: Collected, column: Column[Any], key: UUID, value: bytes) -> str:
    """Let bytes travel as a file; they are read again when it is written, one at a time."""
    name = hashlib.sha256(value).hexdigest()
    query = select(column).where(column.table.c.id == key)
    found.files[f"{PAPERS}{name}"] = lambda: BytesIO(session.scalar(query) or b"")
    return f"{FILE}{name}"


def _attached(session: Session, entry: Mapping[str, Any], found: Collected) -> None:
    """Let the file beside the register travel whose fingerprint an entry names."""
    name = entry["changes"].get(_FINGERPRINT, (None, None))[1]
    if name is None or f"{FILES}{name}" in found.files:
        return
    folder = session.info["folder"]
    with suppress(Refused):  # one that is gone is told by the check of the register, not here
        kept(folder, str(name))
        found.files[f"{FILES}{name}"] = lambda: BytesIO(kept(folder, str(name)))
