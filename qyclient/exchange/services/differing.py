"""两边不同: what waits because both sides changed it, and what is no longer different."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.exchange.models import Difference
from qyclient.exchange.rules.lists import Decision
from qyclient.exchange.services.standing import Merge
from qyclient.records.base import Base, field_of

GONE = "（已删除）"
_WHOLE = "整条记录"


@dataclass(frozen=True, slots=True)
class Both:
    """A field of a record as it stands here and as the other side wrote it; without, all of it."""

    key: str
    called: str
    item: str
    here: Any
    theirs: Any
    note: str = ""


def differs(merge: Merge, model: type[Base], both: Both) -> None:
    """Let a field wait for somebody; what stands here stays meanwhile."""
    noun = model.__tablename__
    session = merge.session
    right = shown(session, model, both.item, both.theirs) if both.item else None
    if not both.item:
        right = GONE if both.theirs is None else both.called
    wait = merge.waits.get((noun, both.key, both.item))
    if wait is None:
        wait = Difference(
            office=merge.package.office,
            title=both.called or _WHOLE,
            noun_label=model.__label__,
            label=field_of(model, both.item).label if both.item else _WHOLE,
            decision=Decision.OPEN,
            noun=noun,
            record_key=both.key,
            item=both.item,
        )
        merge.waits[noun, both.key, both.item] = wait
    wait.package = merge.package
    wait.left = shown(session, model, both.item, both.here) if both.item else both.called
    wait.right, wait.theirs, wait.note = right, both.theirs, both.note or None
    session.add(wait)


def agreed(merge: Merge, model: type[Base], key: str, item: str) -> None:
    """Close what waited for a field that is no longer different."""
    wait = merge.waits.pop((model.__tablename__, key, item), None)
    if wait is not None:
        wait.decision = Decision.AGREED
        wait.note = f"随{merge.package.title}一致"
        wait.decided_on = merge.session.info["today"]


def shown(session: Session, model: type[Base], item: str, value: Any) -> str | None:
    """Return a plain value as people read it; a link by what it is called here."""
    if value is None:
        return None
    field = field_of(model, item)
    if field.target is None:
        return field.kind.format(field.restored(value))
    linked = session.get(field.target, UUID(str(value)))
    return str(linked) if linked is not None else "（本机关没有的记录）"
