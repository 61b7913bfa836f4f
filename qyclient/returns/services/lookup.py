"""Finding a return, the one before it, and what was typed or explained in it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Overtaken, Refused
from qyclient.returns.models import Explanation, Return, ReturnStep, TypedFigure
from qyclient.returns.rules.checks import Finding
from qyclient.returns.rules.figures import Figure, Place
from qyclient.returns.rules.layouts import Layout, layouts
from qyclient.returns.rules.periods import Period, parse_period
from qyclient.returns.rules.snapshot import cells_of
from qyclient.returns.rules.states import OPEN
from qyclient.store.listing import of
from qyclient.store.rows import rows_of

_OWN = "statistical_return"


def the_return(session: Session, key: UUID, version: int | None = None) -> Return:
    """Return a return by its key; refuse if somebody changed it since `version`."""
    found = session.get(Return, key)
    if found is None:
        raise Refused("这张报表已不存在。")
    if version is not None and found.version != version:
        raise Overtaken(f"“{found.title}”刚刚被别人办理过，请重新打开再办。")
    return found


def layout_of(found: Return) -> Layout:
    """Return what a return asks for."""
    return layouts()[found.kind]


def period_of(found: Return) -> Period:
    """Return the period a return is about."""
    return parse_period(found.period)


def return_of(session: Session, kind: str, period: Period) -> Return | None:
    """Return the return of a kind and period; None if there is none."""
    mine = (Return.kind == kind) & (Return.period == period.code)
    found: Return | None = session.scalar(select(Return).where(mine))
    return found


def return_called(session: Session, kind: str, written: str = "") -> Return:
    """Return the return people mean; the newest of its kind if no period is written."""
    mine = select(Return).where(Return.kind == kind).order_by(Return.period.desc())
    if written:
        try:
            mine = mine.where(Return.period == parse_period(written).code)
        except ValueError as problem:
            raise Refused(f"{problem}。") from None
    found: Return | None = session.scalars(mine).first()
    if found is None:
        raise Refused(f"还没有 {kind} {written} 这张报表；用 returns fill 填一张。")
    return found


def last_cells(session: Session, found: Return) -> Mapping[Place, Figure] | None:
    """Return the cells of the period before as they were frozen; None if there are none."""
    if not layout_of(found).carries:
        return None
    before = return_of(session, found.kind, period_of(found).before())
    if before is None or before.kept is None or before.state in OPEN:
        return None
    return cells_of(before.kept)


def typed_in(session: Session, found: Return) -> Sequence[TypedFigure]:
    """Return what was typed over in a return."""
    return rows_of(session, TypedFigure, _OWN, found.id)


def typed_amounts(session: Session, found: Return) -> dict[Place, Decimal]:
    """Return what was typed over, by the cell."""
    return {place_of(one.place): one.amount for one in typed_in(session, found)}


def explanations(session: Session, found: Return) -> dict[str, Explanation]:
    """Return what was explained, by the finding."""
    return {one.finding: one for one in rows_of(session, Explanation, _OWN, found.id)}


def explained(finding: Finding, said: Mapping[str, Explanation]) -> str:
    """Return how a finding was explained, if its two sides still are what they were."""
    one = said.get(finding.key)
    return one.said if one is not None and one.figures == finding.values else ""


def steps_of(session: Session, key: UUID) -> Sequence[ReturnStep]:
    """Return what was done to a return, the first first."""
    return of(session, ReturnStep, _OWN, key)


def place_of(text: str) -> Place:
    """Return the row and column that are kept as one text."""
    row, column = text.split("|")
    return row, column
