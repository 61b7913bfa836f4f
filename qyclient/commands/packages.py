"""The words of the command line about packages between the county's office and the city's."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from qyclient.commands.office_key import key, trust, unlock, what
from qyclient.commands.saying import print_json, say
from qyclient.errors import Refused
from qyclient.exchange.models import Correspondent, Package
from qyclient.exchange.reports.slips import slip_pdf
from qyclient.exchange.rules.lists import Sort, State
from qyclient.exchange.services.accepting import reject, undo_merge
from qyclient.exchange.services.downward import send_down
from qyclient.exchange.services.handing import export
from qyclient.exchange.services.offices import (
    correspondent,
    correspondents,
)
from qyclient.exchange.services.order import taken_before
from qyclient.exchange.services.packing import create
from qyclient.exchange.services.receipts import answer
from qyclient.exchange.services.receiving import look_at, receive
from qyclient.merging import bring_in
from qyclient.office.services import office_of
from qyclient.paper.atomic import write_bytes
from qyclient.records.base import fields_of
from qyclient.records.view import View
from qyclient.workspace import Workspace


def package(workspace: Workspace, args: Namespace) -> int:
    """Do with packages what is asked."""
    return _DEEDS[args.deed](workspace, args)


def merge(workspace: Workspace, args: Namespace) -> int:
    """Take packages in and merge what is in order; 1 if any has to wait."""
    unlock(workspace)
    brought = [bring_in(workspace, path) for path in args.files]
    now = [workspace.read(taken_before, one.identity) for one in brought]
    _tell(now, args)
    return 1 if any(one and one.state is State.WAITING for one in now) else 0


def _list(workspace: Workspace, args: Namespace) -> int:
    _tell(workspace.page(Package, View()), args)
    return 0


def _create(workspace: Workspace, args: Namespace) -> int:
    return _make(workspace, args, create)


def _down(workspace: Workspace, args: Namespace) -> int:
    return _make(workspace, args, send_down)


def _make(workspace: Workspace, args: Namespace, verb: Callable[..., Package]) -> int:
    unlock(workspace)
    to = _to(workspace, args).id
    made = workspace.write(lambda s: verb(s, to, full=args.full)).value
    return _hand(workspace, args, made)


def _write(workspace: Workspace, args: Namespace) -> int:
    return _hand(workspace, args, _called(workspace, args))


def _receipt(workspace: Workspace, args: Namespace) -> int:
    unlock(workspace)
    made = workspace.write(answer, _called(workspace, args).id).value
    return _hand(workspace, args, made)


def _hand(workspace: Workspace, args: Namespace, made: Package) -> int:
    if args.output:
        made = workspace.write(export, made.id, args.output).value
    if args.slip:
        office = workspace.read(office_of)
        counts = f"{made.records} 条改动，{made.files} 个附件"
        write_bytes(args.slip, slip_pdf(office.name, made, counts, is_sample=office.is_sample))
    _tell([made], args)
    return 0


def _read(workspace: Workspace, args: Namespace) -> int:
    path = Path(what(args))
    header = look_at(path)
    say(f"{header.office}第 {header.number} 号{Sort[header.sort].label}，核对词：{header.phrase}")
    unlock(workspace)
    _tell([workspace.write(receive, path).value], args)
    return 0


def _reject(workspace: Workspace, args: Namespace) -> int:
    _tell([workspace.write(reject, _called(workspace, args).id, args.because).value], args)
    return 0


def _undo(workspace: Workspace, args: Namespace) -> int:
    many = workspace.write(undo_merge, _called(workspace, args).id).value
    say(f"已整包撤回，恢复了 {many} 条记录")
    return 0


def _to(workspace: Workspace, args: Namespace) -> Correspondent:
    known = workspace.read(correspondents)
    if not args.to and len(known) == 1:
        return known[0]
    return workspace.read(correspondent, args.to)


def _called(workspace: Workspace, args: Namespace) -> Package:
    """Return the package that is called by its name, its fingerprint, or the file it is in."""
    named = what(args)
    if Path(named).is_file():
        named = look_at(Path(named)).identity
    found: Any = workspace.page(Package, View())
    for one in found:
        if named in {one.title, one.identity}:
            return one  # type: ignore[no-any-return]  # it is of the noun that was asked for
    raise Refused(f"没有叫“{named}”的数据包；用 package list 看有哪些。")


def _tell(packages: Any, args: Namespace) -> None:
    if args.json:
        shown = [field for field in fields_of(Package) if field.in_table or field.key == "phrase"]
        print_json([{f.key: f.show(one) for f in shown} for one in packages])
        return
    for one in packages:
        reason = f"（{one.reason}）" if one.reason else ""
        say(
            f"{one.title}\t{one.state.label}{reason}\t{one.records} 条改动\t"
            f"待处理 {one.open_differences}\t核对词：{one.phrase}"
        )


_DEEDS: Mapping[str, Callable[[Workspace, Namespace], int]] = {
    "key": key,
    "trust": trust,
    "list": _list,
    "create": _create,
    "down": _down,
    "write": _write,
    "read": _read,
    "receipt": _receipt,
    "reject": _reject,
    "undo": _undo,
}
