"""A package from another office: looked at whole, kept, and put in its order."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.certificates.services import signer
from qyclient.errors import Refused
from qyclient.exchange.models import Correspondent, Package
from qyclient.exchange.rules import limits
from qyclient.exchange.rules.lists import Sort, State, Way
from qyclient.exchange.rules.manifest import Header, refuse_unfit
from qyclient.exchange.services.lines import lines_of, refuse_strange
from qyclient.exchange.services.offices import correspondents
from qyclient.exchange.services.opening import Opened, outside, unwrapped
from qyclient.exchange.services.order import merged_upto, missing_told
from qyclient.exchange.services.packing import let_exchange, package_of
from qyclient.exchange.services.receipts import read_receipt
from qyclient.office.services import office_of
from qyclient.paper.kept_files import keep, kept
from qyclient.progress import Progress, Silent
from qyclient.store.revision import NEWEST

_UNWATCHED = Silent()


def look_at(path: Path) -> Header:
    """Return what stands on the outside of a package; whoever holds it may read that."""
    try:
        size = path.stat().st_size
        if size > limits.FILE:
            raise Refused(f"文件有 {size // limits.MEGABYTE} MB，大得异常，没有读取。")
        with path.open("rb") as stream:
            return outside(stream)
    except OSError as error:
        raise Refused(f"“{path.name}”打不开：{error.strerror}；请检查 U 盘是否插好。") from error


def receive(session: Session, path: Path, progress: Progress = _UNWATCHED) -> Package:
    """Take a package in: everything in it is held against its signature before any is believed.

    Nothing of the register changes by it: merging is another step.
    """
    let_exchange(session)
    header = look_at(path)
    refuse_unfit(header, office_of(session).area_code, NEWEST)
    _refuse_again(session, header)
    office = _sender(session, header)
    data = path.read_bytes()
    with opened_from(session, data, office) as opened:
        _refuse_again(session, opened.header)
        for done, line in enumerate(lines_of(opened)):
            refuse_strange(line)
            if not done % 1000:
                progress.step(done, opened.manifest.counts.get("records", 0), "核对")
        file = keep(session.info["folder"], data)
        package = package_of(session, office, Way.IN, opened.manifest, opened.header, file)
        if package.sort is Sort.RECEIPT:
            read_receipt(session, package, opened)
    if package.sort is not Sort.RECEIPT and package.first > merged_upto(session, office)[0] + 1:
        package.state = State.WAITING
        package.reason = missing_told(session, office, package)
    session.add(package)
    session.flush()
    return package


@contextmanager
def opened_from(session: Session, data: bytes, office: Correspondent) -> Iterator[Opened]:
    """Open a package of an office with the key of this one."""
    _public, key = signer(session)
    with unwrapped(BytesIO(data), key, office.signs) as opened:
        yield opened


@contextmanager
def opened_again(session: Session, package: Package) -> Iterator[Opened]:
    """Open a package that was received, from where it is kept."""
    data = kept(session.info["folder"], package.sha256)
    with opened_from(session, data, package.office) as opened:
        yield opened


def _refuse_again(session: Session, header: Header) -> None:
    query = select(Package).where(Package.identity == header.identity)
    if (before := session.scalar(query)) is not None:
        raise Refused(
            f"“{before.title}”在 {before.made_on} 已经收过（{before.state.label}），没有重复收。"
        )


def _sender(session: Session, header: Header) -> Correspondent:
    for one in correspondents(session):
        if one.area_code == header.sender:
            return one
    raise Refused(
        f"还没有导入{header.office}（{header.sender}）的钥匙文件，无法核对签名；"
        "请先在“往来机关”里导入它，再读取。"
    )
