"""The words of the command line about returns: list, fill, check, export."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from qyclient.commands.saying import answers_of, print_json, say
from qyclient.errors import Refused
from qyclient.papers import write_return
from qyclient.records.base import fields_of
from qyclient.records.view import View
from qyclient.returns.models import Return
from qyclient.returns.rules.checks import shown
from qyclient.returns.rules.layouts import layouts
from qyclient.returns.rules.states import CHECK
from qyclient.returns.services import filling, keeping, lookup, proceedings
from qyclient.returns.services.filling import Whole
from qyclient.workspace import Workspace

_LISTED = ("kind", "period", "state", "due_on", "sent_on")


def returns(workspace: Workspace, args: Namespace) -> int:
    """List the returns, fill one, hold it against its cross-checks, or write it."""
    return _DEEDS[args.deed](workspace, args)


def _list(workspace: Workspace, args: Namespace) -> int:
    found = workspace.page(Return, View(order="period", descending=True))
    fields = {field.key: field for field in fields_of(Return)}
    if args.json:
        print_json([{k: f.plain(getattr(one, k)) for k, f in fields.items()} for one in found])
        return 0
    for layout in layouts().values():
        say(f"{layout.key}\t{layout.name}\t{'、'.join(f.label for f in layout.frequencies)}")
    for one in found:
        say("\t".join(fields[key].show(one) for key in _LISTED))
    say(f"共 {len(found)} 张报表")
    return 0


def _fill(workspace: Workspace, args: Namespace) -> int:
    key = workspace.write(keeping.open_return, _kind(args), args.period or "").value.id
    _tell(workspace.read(filling.whole, key), args)
    return 0


def _check(workspace: Workspace, args: Namespace) -> int:
    """Say what does not add up; freeze the figures where all of it does or was explained."""
    found = _found(workspace, args)
    for finding, said in answers_of(args.explain).items():
        workspace.write(keeping.explain, found.id, finding, said)
    whole = workspace.read(filling.whole, found.id)
    _tell(whole, args)
    workspace.write(proceedings.advance, found.id, whole.found.version, CHECK, {})
    say(f"已审核：{whole.found.title}")
    return 0


def _export(workspace: Workspace, args: Namespace) -> int:
    if args.output is None:
        raise Refused("请用 -o 写明文件，.xlsx 或 .pdf。")
    write_return(workspace, _found(workspace, args).id, args.output)
    say(f"已写入 {args.output}")
    return 0


def _tell(whole: Whole, args: Namespace) -> None:
    if args.json:
        cells = {"|".join(place): shown(figure) for place, figure in whole.filled.cells.items()}
        failed = {one.finding.key: one.finding.sentence for one in whole.failed}
        print_json({"title": whole.found.title, "cells": cells, "failed": failed})
        return
    for row in whole.layout.rows:
        figures = (shown(whole.filled.cells[row.key, c.key]) for c in whole.layout.columns)
        say("\t".join((row.label, *figures)))
    for one in whole.failed:
        say(f"{one.word}\t{one.finding.key}\t{one.finding.sentence}")


def _kind(args: Namespace) -> str:
    if not args.kind:
        raise Refused(f"请写明报表，如 returns {args.deed} R2 2026Q3。")
    return str(args.kind).upper()


def _found(workspace: Workspace, args: Namespace) -> Return:
    return workspace.read(lookup.return_called, _kind(args), args.period or "")


_DEEDS: Mapping[str, Callable[[Workspace, Namespace], int]] = {
    "list": _list,
    "fill": _fill,
    "check": _check,
    "export": _export,
}
