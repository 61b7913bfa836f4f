"""下发: the city's corrections of a county's records, and what holds for every county."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.exchange.models import Correspondent, Package, SameRecord
from qyclient.exchange.rules.lists import Sort, Way
from qyclient.exchange.rules.manifest import LINES
from qyclient.exchange.services.collecting import collect
from qyclient.exchange.services.envelope import scratch
from qyclient.exchange.services.packing import (
    last_sent,
    let_exchange,
    manifest_for,
    put_together,
)
from qyclient.office.rules.limits import dated, in_force
from qyclient.progress import Progress, Silent
from qyclient.records.base import column_of
from qyclient.store.chain import end_of
from qyclient.store.history import HISTORY

_UNWATCHED = Silent()


def send_down(
    session: Session, office: UUID, *, full: bool = False, progress: Progress = _UNWATCHED
) -> Package:
    """Make the package of corrections and reference data for a county since the last one."""
    let_exchange(session)
    to = session.get_one(Correspondent, office)
    before = None if full else last_sent(session, to, Sort.DOWN)
    after = before.last if before else 0
    upto, _tail = end_of(session.connection())
    manifest = manifest_for(session, to, Sort.DOWN) | {"first": after + 1, "last": upto}
    wanted = _Wanted(session, to)
    with scratch() as lines:
        found = collect(session, lines, (after, upto), progress, wanted)
        if not found.records:
            raise Refused(f"没有要下发给{to.name}的更正和参考数据。")
        return put_together(session, to, manifest, {LINES: lines}, found)


class _Wanted:
    """Says of an entry whether it goes down to a county: its own records corrected, or reference.

    What came from the county is not sent back to it, and what came from others is not sent on.
    """

    def __init__(self, session: Session, to: Correspondent) -> None:
        rows = in_force(dated("packages")["reference"], session.info["today"])
        self._reference = frozenset(rows["nouns"])
        merged = select(Package.merged_in, column_of(Package, "office")).where(
            Package.way == Way.IN, Package.merged_in.is_not(None)
        )
        both = [(UUID(str(row[0])), row[1]) for row in session.execute(merged)]
        self._merged = {transaction for transaction, _ in both}
        theirs = [transaction for transaction, office in both if office == to.id]
        mine = HISTORY.c.transaction.in_(theirs) & (HISTORY.c.action == "created")
        self._own = {*session.scalars(select(HISTORY.c.record_id).where(mine))}
        same = select(SameRecord.ours).where(column_of(SameRecord, "office") == to.id)
        self._own |= {UUID(key) for key in session.scalars(same)}

    def __call__(self, entry: Mapping[str, Any]) -> bool:
        """Say whether an entry goes down."""
        if entry["transaction"] in self._merged:
            return False
        return entry["noun"] in self._reference or entry["record_id"] in self._own
