"""并入: a package becomes part of the register, field by field, in one transaction."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.exchange.models import Package
from qyclient.exchange.rules.folding import Folded, outcome
from qyclient.exchange.services.collecting import FILE, FILES, PAPERS
from qyclient.exchange.services.differing import Both, agreed, differs
from qyclient.exchange.services.nouns import columns_of, reader, travelling, unseen_columns
from qyclient.exchange.services.opening import Opened
from qyclient.exchange.services.removing import remove
from qyclient.exchange.services.standing import Merge, Standing, standing
from qyclient.exchange.services.twins import apart
from qyclient.paper.kept_files import keep
from qyclient.progress import Progress
from qyclient.records.base import Base, field_of
from qyclient.store.bulk import Amended, add, amend

_BATCH = 1000
_AWAY = "本机关没有这条记录"
Records = dict[tuple[str, str], Folded]


def write_in(
    session: Session, package: Package, opened: Opened, records: Records, progress: Progress
) -> None:
    """Bring what another office did to its records into the register; the history keeps both."""
    stamp = session.info["stamp"]
    session.info["stamp"] = replace(stamp, reason=f"并入{package.title}")
    merge = Merge(session, package, opened, progress)
    merge.begin()
    _files(session, opened)
    by_noun: dict[str, list[Folded]] = {}
    for (noun, _key), one in records.items():
        by_noun.setdefault(noun, []).append(one)
    done = 0
    for noun, model in travelling().items():
        some = by_noun.get(noun, [])
        _merge_noun(merge, model, [one for one in some if not one.removed])
        done += len(some)
        progress.step(done, len(records), model.__label__)
    for noun, model in reversed([*travelling().items()]):
        gone = [o for o in by_noun.get(noun, []) if o.removed and not o.comes_to_nothing]
        remove(merge, model, gone)
    session.flush()


def _merge_noun(merge: Merge, model: type[Base], records: Sequence[Folded]) -> None:
    here = standing(merge.session, model, {UUID(merge.ours(one.key)) for one in records})
    there = [one for one in records if UUID(merge.ours(one.key)) in here]
    away = [one for one in records if UUID(merge.ours(one.key)) not in here]
    for one in away:
        if not one.created:
            _lost(merge, model, one)
    new, known = apart(merge, model, [(o, merge.row(model, o)) for o in away if o.created])
    here |= standing(merge.session, model, {UUID(merge.ours(one.key)) for one, _ in known})
    for start in range(0, len(new), _BATCH):
        part = new[start : start + _BATCH]
        add(merge.session, model, [row | _unseen(merge, model, one) for one, row in part])
        merge.progress.step(start, len(new), f"新增{model.__label__}")
    changes: list[Amended] = []
    for one in (*there, *(one for one, _ in known)):
        record = here[UUID(merge.ours(one.key))]
        values = _fields(merge, model, one, record) | _new_unseen(merge, model, one, record)
        if values:
            changes.append(Amended(record, values))  # type: ignore[arg-type]  # it stands for one
    for start in range(0, len(changes), _BATCH):
        merge.progress.step(start, len(changes), f"合并{model.__label__}")
        amend(merge.session, model, changes[start : start + _BATCH])


def _fields(merge: Merge, model: type[Base], one: Folded, record: Standing) -> dict[str, Any]:
    """Return what a record that is here gets; what both sides changed waits."""
    known, key = columns_of(model), str(record.id)
    values: dict[str, Any] = {}
    for name, whole in one.paths.items():
        column, read = known[name]
        path = merge.path(model, name, whole)
        stored = getattr(record, column)
        here = None if stored is None else _plain(model, name, stored)
        becomes = outcome(here, path)
        if becomes.differs:
            differs(merge, model, Both(key, str(record), name, here, becomes.value))
            continue
        if becomes.takes:
            values[column] = None if becomes.value is None else read(becomes.value)
        if here == path[-1] or becomes.takes:
            agreed(merge, model, key, name)
    return values


def _plain(model: type[Base], name: str, stored: Any) -> Any:
    field = field_of(model, name)
    return str(stored) if field.target is not None else field.kind.plain(stored)


def _unseen(merge: Merge, model: type[Base], one: Folded) -> dict[str, Any]:
    """Return the columns of a record that no history tells."""
    values: dict[str, Any] = {}
    for column in unseen_columns(model):
        said = one.unseen.get(column.name)
        if isinstance(said, str) and said.startswith(FILE):
            values[column.name] = _bytes(merge.opened, said.removeprefix(FILE))
        elif said is not None:
            values[column.name] = reader(column)(said)
    return values


def _new_unseen(merge: Merge, model: type[Base], one: Folded, record: Standing) -> dict[str, Any]:
    said = _unseen(merge, model, one)
    return {name: value for name, value in said.items() if getattr(record, name) != value}


def _bytes(opened: Opened, name: str) -> bytes:
    part = next(part for part in opened.manifest.parts if part.name == f"{PAPERS}{name}")
    out = BytesIO()
    opened.part(part, out)
    return out.getvalue()


def _files(session: Session, opened: Opened) -> None:
    """Keep the attachments beside the register; each is named by its content."""
    for part in opened.manifest.parts:
        if part.name.startswith(FILES):
            room = BytesIO()
            opened.part(part, room)
            keep(session.info["folder"], room.getvalue())


def _lost(merge: Merge, model: type[Base], one: Folded) -> None:
    """Let a change wait whose record is not here: it was taken back or removed."""
    for name, value in one.newest().items():
        differs(merge, model, Both(one.key, one.called, name, None, value, _AWAY))
