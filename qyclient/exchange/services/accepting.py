"""A received package is merged, handed back, or taken back whole; those that waited follow it."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.exchange.models import Correspondent, Difference, Package
from qyclient.exchange.rules.folding import Folded
from qyclient.exchange.rules.lists import Decision, Sort, State, Way
from qyclient.exchange.services.handing import the_package
from qyclient.exchange.services.lines import lines_of
from qyclient.exchange.services.merging import Records, write_in
from qyclient.exchange.services.opening import Opened
from qyclient.exchange.services.order import MERGEABLE, merged_upto, missing_told, waiting
from qyclient.exchange.services.packing import let_exchange
from qyclient.exchange.services.receiving import opened_again
from qyclient.office.rules.limits import dated, in_force
from qyclient.progress import Progress, Silent
from qyclient.records.base import column_of
from qyclient.store.undo import take_back

_UNWATCHED = Silent()


def merge(session: Session, key: UUID, progress: Progress = _UNWATCHED) -> Package:
    """Merge a package that was received; refused, with what is missing, where one before it is."""
    let_exchange(session)
    package = the_package(session, key)
    if package.way is not Way.IN or package.sort is Sort.RECEIPT:
        raise Refused("只有收到的数据包才能并入。")
    if package.state not in MERGEABLE:
        raise Refused(f"“{package}”{package.state.label}，不能再并入。")
    upto, tail = merged_upto(session, package.office)
    if package.first > upto + 1:
        raise Refused(missing_told(session, package.office, package))
    with opened_again(session, package) as opened:
        upto = _agrees_up_to(session, package, opened, (upto, tail))
        records = folded(opened, upto, progress)
        write_in(session, package, opened, records, progress)
    stamp = session.info["stamp"]
    package.state = State.ACCEPTED
    package.merged_on, package.merged_in = session.info["today"], str(stamp.transaction)
    session.flush()
    package.open_differences = still_open(session, package)
    _let_go_by(session, package.office)
    return package


def reject(session: Session, key: UUID, because: str) -> Package:
    """Hand a package back with the reason; its changes come again in the sender's next one."""
    let_exchange(session)
    package = the_package(session, key)
    if not because.strip():
        raise Invalid({"because": "请写明退回的原因"})
    if package.way is not Way.IN or package.state not in MERGEABLE:
        raise Refused(f"“{package}”{package.state.label}，不能退回。")
    package.state, package.reason = State.REJECTED, because.strip()
    return package


def undo_merge(session: Session, key: UUID, progress: Progress = _UNWATCHED) -> int:
    """Take a merged package back whole, with what was decided of it; its office's newest first.

    Refused after the days the office allows, or if a record was changed by somebody since.
    """
    let_exchange(session)
    package = the_package(session, key)
    if package.state is not State.ACCEPTED or package.merged_in is None or not package.merged_on:
        raise Refused(f"“{package}”没有并入过，不用撤回。")
    days = int(in_force(dated("packages")["undo"], session.info["today"])["days"])
    if session.info["today"] > package.merged_on + timedelta(days=days):
        raise Refused(f"“{package}”并入已超过 {days} 天，不能整包撤回；请逐条更正。")
    later = (column_of(Package, "office") == package.office.id) & (
        Package.merged_in > package.merged_in
    )
    if newer := session.scalar(select(Package).where(later, Package.state == State.ACCEPTED)):
        raise Refused(f"请先撤回后来并入的“{newer}”。")
    decided = select(Difference.decided_in).where(column_of(Difference, "package") == package.id)
    decisions = {one for one in session.scalars(decided) if one}
    for transaction in sorted(decisions, reverse=True):
        take_back(session, UUID(transaction), foreign=True)
    whole = UUID(package.merged_in)
    many = take_back(session, whole, progress=progress, foreign=True, besides=decisions)
    package.state, package.reason = State.TAKEN_BACK, f"{session.info['today']} 整包撤回"
    package.merged_in = package.merged_on = None
    return many


def folded(opened: Opened, after: int, progress: Progress) -> Records:
    """Return what the entries behind a number did to each record, all together."""
    records: Records = {}
    total = opened.manifest.counts.get("records", 0)
    for done, line in enumerate(lines_of(opened)):
        if not done % 1000:
            progress.step(done, total, "读取改动")
        if "noun" in line and line["seq"] > after:
            place = (line["noun"], line["id"])
            if place not in records:
                records[place] = Folded(*place)
            records[place].follow(line)
    return records


def still_open(session: Session, package: Package) -> int:
    """Return how many differences of a package wait."""
    mine = (column_of(Difference, "package") == package.id) & (Difference.decision == Decision.OPEN)
    return session.scalar(select(func.count()).select_from(Difference).where(mine)) or 0


def _agrees_up_to(
    session: Session, package: Package, opened: Opened, known: tuple[int, str]
) -> int:
    """Return up to which entry a package says what was merged before; refused if it says otherwise.

    A register put back from a backup goes on differently from there: only a full package may bring
    that, and it is merged from where both last agreed.
    """
    upto, tail = known
    if not opened.manifest.tail or upto == 0:
        return upto
    if package.first == upto + 1 and opened.manifest.head == tail:
        return upto
    mine = (column_of(Package, "office") == package.office.id) & Package.merged_in.is_not(None)
    ends = dict(session.execute(select(Package.last, Package.tail).where(mine)).tuples())
    agreed = [line["seq"] for line in lines_of(opened) if ends.get(line["seq"]) == line["hash"]]
    if upto in agreed:
        return upto
    if not opened.manifest.is_full:
        raise Refused(
            f"“{package}”与上次并入的不衔接：{package.office}的登记数据可能从备份恢复过；"
            "请对方做一个完整包，没有改动。"
        )
    package.reason = f"{package.office}的登记数据从第 {max(agreed, default=0)} 条起重新开始"
    return max(agreed, default=0)


def _let_go_by(session: Session, office: Correspondent) -> None:
    """Say of packages that all they hold is here that they were accepted with another."""
    upto, _ = merged_upto(session, office)
    for other in waiting(session, office):
        if other.last <= upto:
            other.state, other.reason = State.ACCEPTED, "内容已随别的数据包并入"
        elif other.first <= upto + 1 and other.state is State.WAITING:
            other.state, other.reason = State.RECEIVED, None
