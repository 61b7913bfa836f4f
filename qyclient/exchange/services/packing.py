"""A package is made of what changed since the last one, kept, and written out as often as asked."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qyclient.certificates.services import signer
from qyclient.errors import Refused
from qyclient.exchange.models import Correspondent, Package
from qyclient.exchange.rules.lists import Sort, State, Way
from qyclient.exchange.rules.manifest import LINES, SHEET, Header, Manifest
from qyclient.exchange.services.collecting import Collected, collect
from qyclient.exchange.services.envelope import scratch, wrap
from qyclient.office.rules.roles import Role
from qyclient.office.services import note_access, office_of
from qyclient.office.services.people import may_any
from qyclient.organizations.models import Organization
from qyclient.organizations.reports.registers import REGISTERS
from qyclient.paper.kept_files import keep
from qyclient.paper.report import Heading
from qyclient.progress import Progress, Silent
from qyclient.records.base import column_of
from qyclient.store.chain import end_of, hash_at
from qyclient.store.listing import linked
from qyclient.store.revision import NEWEST

_UNWATCHED = Silent()
Wanted = Callable[[Mapping[str, Any]], bool]


def create(
    session: Session, office: UUID, *, full: bool = False, progress: Progress = _UNWATCHED
) -> Package:
    """Make the next package for an office of what changed since the last, or of everything."""
    let_exchange(session)
    to = session.get_one(Correspondent, office)
    before = None if full else last_sent(session, to, Sort.CHANGES)
    after = before.last if before else 0
    upto, tail = end_of(session.connection())
    manifest = manifest_for(session, to, Sort.CHANGES)
    manifest = {
        **manifest,
        "first": after + 1,
        "last": upto,
        "head": hash_at(session.connection(), after),
        "tail": tail,
    }
    with scratch() as lines:
        found = collect(session, lines, (after, upto), progress)
        if not found.records:
            raise Refused(f"上次的数据包以后没有新的改动，不用再做；上一个是“{before}”。")
        return put_together(session, to, manifest, {LINES: lines}, found)


def put_together(
    session: Session,
    to: Correspondent,
    manifest: Mapping[str, Any],
    parts: Mapping[str, IO[bytes]],
    found: Collected,
) -> Package:
    """Seal the parts of a package for an office, keep the file, and note it."""
    _public, key = signer(session)
    counts = {"records": found.records, "files": len(found.files)} | {
        noun: len(keys) for noun, keys in sorted(found.touched.items())
    }
    whole = Manifest(**manifest, counts=counts)
    with ExitStack() as open_files, scratch() as out:
        named = {name: open_files.enter_context(open_()) for name, open_ in found.files.items()}
        header = wrap(out, whole, {**parts, **_human(session, found), **named}, key, to.receives)
        out.seek(0)
        kept = keep(session.info["folder"], out.read())
    package = package_of(session, to, Way.OUT, whole, header, kept)
    package.state = State.CREATED
    session.add(package)
    session.flush()
    note_access(session, "导出", None, f"{package.title}：{found.records} 条改动", f"报送{to.name}")
    return package


def package_of(
    session: Session, office: Correspondent, way: Way, said: Manifest, header: Header, kept: str
) -> Package:
    """Return the note of a package, not yet added."""
    sender = said.office if way is Way.IN else f"致{office.name}"
    return Package(
        title=f"{sender}第 {said.number} 号{said.sort.label}",
        office=office,
        way=way,
        sort=said.sort,
        number=said.number,
        state=State.RECEIVED,
        made_on=session.info["today"],
        made_by=session.info["stamp"].operator if way is Way.OUT else said.made_by,
        records=said.counts.get("records", 0),
        files=said.counts.get("files", 0),
        open_differences=0,
        phrase=header.phrase,
        first=said.first,
        last=said.last,
        head=said.head or None,
        tail=said.tail or None,
        identity=header.identity,
        before=said.before or None,
        sha256=kept,
    )


def last_sent(session: Session, to: Correspondent, sort: Sort) -> Package | None:
    """Return the newest package sent to an office that it did not hand back."""
    mine = (
        (column_of(Package, "office") == to.id) & (Package.way == Way.OUT) & (Package.sort == sort)
    )
    kept = mine & (Package.state != State.REJECTED)
    query = linked(Package).where(kept).order_by(Package.number.desc()).limit(1)
    return session.scalars(query).first()


def let_exchange(session: Session) -> None:
    """Refuse to go on for who neither keeps the statistics nor administers the office."""
    if said := may_any(session, (Role.STATISTICIAN, Role.ADMIN)):
        raise Refused(said)


def manifest_for(session: Session, to: Correspondent, sort: Sort) -> dict[str, Any]:
    """Return what the next package of a sort for an office says of itself."""
    office = office_of(session)
    mine = (
        (column_of(Package, "office") == to.id) & (Package.way == Way.OUT) & (Package.sort == sort)
    )
    number = session.scalar(select(func.max(Package.number)).where(mine)) or 0
    query = select(Package.identity).where(mine, Package.number == number)
    now: datetime = session.info["now"]
    return {
        "sort": sort,
        "sender": office.area_code,
        "office": office.name,
        "receiver": to.area_code,
        "number": number + 1,
        "revision": NEWEST,
        "made_at": now.isoformat(timespec="seconds"),
        "made_by": session.info["stamp"].operator,
        "before": session.scalar(query) or "",
    }


def _human(session: Session, found: Collected) -> dict[str, IO[bytes]]:
    """Return the sheet a person can read without the program: the bodies the package touches."""
    keys = found.touched.get(Organization.__tablename__)
    if not keys:
        return {}
    office, today = office_of(session), session.info["today"]
    heading = Heading(
        office.name, session.info["stamp"].operator, today, today, office.is_sample, "报送"
    )
    query = select(Organization).order_by(Organization.org_type, Organization.id)
    bodies = (
        one for one in session.scalars(query.execution_options(yield_per=500)) if one.id in keys
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / SHEET
        REGISTERS[0].write(path, bodies, heading)
        return {SHEET: BytesIO(path.read_bytes())}
