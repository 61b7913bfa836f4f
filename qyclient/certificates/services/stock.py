"""空白证的收、退、废、缺: every sheet that came in is somewhere, and none is there twice."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qyclient.certificates import rules
from qyclient.certificates.models import Blank, StockEntry
from qyclient.certificates.rules import BlankState, StockMove
from qyclient.errors import Invalid, Refused, refuse
from qyclient.store.bulk import add
from qyclient.store.entry import entered
from qyclient.store.listing import linked


def receive_blanks(session: Session, texts: Mapping[str, str]) -> StockEntry:
    """Take a range of sheets in; refuse any serial of the kind that was ever taken in before."""
    entry, wanted = _entry(session, StockMove.RECEIVED, texts)
    if twice := _found(session, entry.stock, wanted):
        raise Invalid({"first_serial": f"流水号已登记过：{_several(twice)}"})
    session.add(entry)
    session.flush()
    shared = {
        "stock": entry.stock,
        "state": BlankState.IN_STOCK,
        "moved_on": entry.on,
        "received_on": entry.on,
        "entry_id": entry.id,
        "used_for": None,
        "reason": None,
    }
    add(session, Blank, [{"serial": serial, **shared} for serial in wanted])
    return entry


def return_blanks(session: Session, texts: Mapping[str, str]) -> StockEntry:
    """Give a range of unused sheets back; refuse unless every one of them is in stock."""
    entry, wanted = _entry(session, StockMove.RETURNED, texts)
    blanks = _found(session, entry.stock, wanted)
    here = {blank.serial for blank in blanks if blank.state is BlankState.IN_STOCK}
    if absent := [serial for serial in wanted if serial not in here]:
        raise Invalid({"first_serial": f"不在库，不能退回：{_listed(absent)}"})
    session.add(entry)
    for blank in blanks:
        blank.state, blank.moved_on = BlankState.RETURNED, entry.on
        blank.reason = "；".join(filter(None, (entry.source, entry.document))) or None
    session.flush()
    return entry


def write_off(session: Session, blank: UUID, state: BlankState, reason: str) -> Blank:
    """Say of a sheet in stock that it is spoiled or missing, and why."""
    if not reason.strip():
        raise Invalid({"reason": "请填写原因"})
    found = session.get_one(Blank, blank)
    if found.state is not BlankState.IN_STOCK:
        raise Refused(f"空白证 {found.serial} 的状态是“{found.state.label}”，只有在库的可以核销。")
    found.state, found.reason = state, reason.strip()
    found.moved_on = session.info["today"]
    return found


def find_again(session: Session, blank: UUID, reason: str) -> Blank:
    """Take a sheet that was missing back into stock."""
    if not reason.strip():
        raise Invalid({"reason": "请填写原因"})
    found = session.get_one(Blank, blank)
    if found.state is not BlankState.MISSING:
        raise Refused(f"空白证 {found.serial} 的状态是“{found.state.label}”，不是短缺。")
    found.state, found.reason = BlankState.IN_STOCK, reason.strip()
    found.moved_on = session.info["today"]
    return found


def balances(session: Session) -> list[rules.Balance]:
    """Return how many sheets of each kind are where, in the order of the kinds."""
    counted = select(Blank.stock, Blank.state, func.count()).group_by(Blank.stock, Blank.state)
    states: dict[str, dict[BlankState, int]] = {}
    for stock, state, number in session.execute(counted):
        states.setdefault(stock, {})[state] = number
    came = select(StockEntry.stock, func.sum(StockEntry.sheets)).where(
        StockEntry.move == StockMove.RECEIVED
    )
    received = {row[0]: row[1] for row in session.execute(came.group_by(StockEntry.stock))}
    return [
        rules.Balance(stock, received.get(stock, 0), states.get(stock, {}))
        for stock in rules.STOCKS
        if stock in received or stock in states
    ]


def gaps_of(session: Session, stock: str) -> list[rules.Gap]:
    """Return what is missing among the serials of one kind of sheet."""
    rows = session.execute(select(Blank.serial, Blank.state).where(Blank.stock == stock))
    return rules.gaps((row[0], row[1]) for row in rows)


def next_blank(session: Session, stock: str, wanted: str = "") -> Blank:
    """Return the sheet that lies on top: the lowest serial in stock, or the one that was asked for.

    Raises Refused where there is none, saying how to take some in.
    """
    mine = (Blank.stock == stock) & (Blank.state == BlankState.IN_STOCK)
    query = linked(Blank).where(mine)
    if wanted:
        found = session.scalar(query.where(Blank.serial == wanted.strip()))
        if found is None:
            raise Refused(f"{rules.STOCKS[stock]}的空白证 {wanted.strip()} 不在库，请核对流水号。")
        return found
    found = session.scalar(query.order_by(func.length(Blank.serial), Blank.serial).limit(1))
    if found is None:
        raise Refused(f"没有{rules.STOCKS[stock]}的空白证了，请先在“空白证”里登记收入。")
    return found


def stock_serials(session: Session, stock: str) -> list[str]:
    """Return the serials of a kind that are in stock, in the order in which they are taken."""
    mine = (Blank.stock == stock) & (Blank.state == BlankState.IN_STOCK)
    query = select(Blank.serial).where(mine)
    return [*session.scalars(query.order_by(func.length(Blank.serial), Blank.serial))]


def _entry(
    session: Session, move: StockMove, texts: Mapping[str, str]
) -> tuple[StockEntry, list[str]]:
    found: dict[str, str] = {}
    wanted: list[str] = []
    try:
        wanted = rules.serials(texts.get("first_serial", ""), texts.get("last_serial", ""))
    except ValueError as problem:
        found["first_serial"] = str(problem)
    refuse(found)
    assumed = {
        "move": move.label,
        "sheets": str(len(wanted)),
        "handled_by": session.info["stamp"].operator,
        "on": session.info["today"].isoformat(),
    }
    entry = entered(session, StockEntry, assumed | {k: t for k, t in texts.items() if t.strip()})
    if entry.on > session.info["today"]:
        raise Invalid({"on": "日期不能晚于今天"})
    return entry, wanted


_CHUNK = 500


def _found(session: Session, stock: str, wanted: Sequence[str]) -> list[Blank]:
    found: list[Blank] = []
    for start in range(0, len(wanted), _CHUNK):
        mine = (Blank.stock == stock) & Blank.serial.in_(wanted[start : start + _CHUNK])
        found += session.scalars(linked(Blank).where(mine).order_by(Blank.serial))
    return found


def _several(blanks: Sequence[Blank]) -> str:
    return _listed([blank.serial for blank in blanks])


def _listed(serials: Sequence[str]) -> str:
    shown = "、".join(serials[:3])
    return shown if len(serials) <= 3 else f"{shown} 等 {len(serials)} 张"  # noqa: PLR2004
