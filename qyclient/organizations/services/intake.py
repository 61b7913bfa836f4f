"""Bringing ledgers in: what can be entered is, at once; the rest is held for a person."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.organizations.models import Intake, Organization
from qyclient.organizations.rules.legal_changes import FROM_PAPER
from qyclient.organizations.services.bodies import Row
from qyclient.organizations.services.desk import Desk
from qyclient.organizations.services.grounds import mark
from qyclient.organizations.services.ledgers import Ledger
from qyclient.organizations.services.readings import readings
from qyclient.progress import Progress, Silent
from qyclient.store.history import of_transaction
from qyclient.store.undo import take_back

OUTCOMES = ("new", "changed", "unchanged", "held", "skipped")
_STEP = 200

_UNWATCHED = Silent()


@dataclass(slots=True)
class Outcome:
    """What became of an import, row by row."""

    rows: list[Row] = field(default_factory=list)
    intake: Intake | None = None

    @property
    def counts(self) -> dict[str, int]:
        """Return how many rows there are of each outcome."""
        found = Counter(row.outcome for row in self.rows)
        return {outcome: found[outcome] for outcome in OUTCOMES}


def take_in(
    session: Session, ledgers: Sequence[Ledger], code_reason: str, progress: Progress
) -> Outcome:
    """Enter the rows of ledgers; those that a person must look at are held, with reasons."""
    if not ledgers:
        raise Refused("没有要导入的工作表，请至少选择一个。")
    files = "、".join(dict.fromkeys(ledger.file for ledger in ledgers))
    mark(session, f"{FROM_PAPER}导入台账 {files}")
    rows = [reading for ledger in ledgers for reading in readings(ledger, code_reason)]
    desk = Desk(session, rows)
    outcome = Outcome()
    for done, reading in enumerate(rows):
        if done % _STEP == 0:
            progress.step(done, len(rows), "核对台账")
        outcome.rows.append(desk.judge(reading))
    progress.step(len(rows), len(rows), "写入名册")
    desk.write()
    if outcome.counts["new"] or outcome.counts["changed"]:
        outcome.intake = _noted(session, files, outcome.counts)
    return outcome


def undo_intake(session: Session, key: UUID, progress: Progress = _UNWATCHED) -> int:
    """Take an import back as a whole; return how many records it had touched."""
    intake = session.get(Intake, key)
    if intake is None or intake.undone:
        raise Refused("这次导入已经撤销，或不存在。")
    # the note of the import itself is not taken back: it stays, marked
    count = take_back(session, intake.transaction, spare=frozenset({key}), progress=progress)
    intake.undone = True
    return count


def last_intake(session: Session) -> Intake | None:
    """Return the newest import that still stands."""
    standing = select(Intake).where(Intake.undone.is_(False)).order_by(Intake.id.desc())
    found: Intake | None = session.scalar(standing.limit(1))
    return found


def intakes(session: Session) -> Sequence[Intake]:
    """Return every import, the newest first, also those taken back."""
    return session.scalars(select(Intake).order_by(Intake.id.desc())).all()


def would_go(session: Session, key: UUID, progress: Progress = _UNWATCHED) -> dict[str, list[str]]:
    """Return whose records undoing an import would take away (created) or put back (changed).

    Refused as the undoing itself would be; to be tried out, never kept.
    """
    intake = session.get_one(Intake, key)
    found: dict[str, list[str]] = {"created": [], "changed": []}
    for entry in of_transaction(session.connection(), intake.transaction):
        if entry["noun"] == Organization.__tablename__:
            found[entry["action"]].append(entry["record"])
    undo_intake(session, key, progress)
    return found


def _noted(session: Session, files: str, counts: dict[str, int]) -> Intake:
    intake = Intake(
        files=files,
        imported_on=session.info["today"],
        transaction=session.info["stamp"].transaction,
        undone=False,
        **counts,
    )
    session.add(intake)
    return intake
