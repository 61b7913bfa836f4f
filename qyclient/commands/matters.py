"""The words of the command line about matters: list, show, advance."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import Any

from qyclient.commands.saying import answers_of, print_json, say
from qyclient.errors import Refused
from qyclient.organizations.models import Matter
from qyclient.organizations.services.clocks import left, steps_of
from qyclient.organizations.services.matters import advance, allowed, the_matter
from qyclient.records.base import Base, fields_of
from qyclient.records.view import Filter, View
from qyclient.workspace import Workspace


def matters(workspace: Workspace, args: Namespace) -> int:
    """List the matters, show one with its steps, or do its next step."""
    return _DEEDS[args.deed](workspace, args)


def _list(workspace: Workspace, args: Namespace) -> int:
    filters = () if args.all else (Filter("closed_on", empty=True),)
    found = workspace.page(Matter, View(filters=filters))
    if args.json:
        print_json([_facts(matter) for matter in found])
        return 0
    for matter in found:
        say(_line(matter))
    say(f"共 {len(found)} 件")
    return 0


def _show(workspace: Workspace, args: Namespace) -> int:
    matter = workspace.read(the_matter, _number(args))
    steps = workspace.read(steps_of, matter)
    verbs = workspace.read(allowed, matter)
    if args.json:
        print_json(
            {
                **_facts(matter),
                "application": matter.application,
                "steps": [_facts(step) for step in steps],
                "next": {verb.move.key: verb.why_not for verb in verbs},
            }
        )
        return 0
    say(f"{_line(matter)}\t{workspace.read(left, matter)}")
    for step in steps:
        say("\t".join(_shown(step, "done_on", "move", "operator", "signer", "opinion")))
    for verb in verbs:
        say(f"下一步\t{verb.move.key}\t{verb.move.label}\t{verb.why_not}")
    return 0


def _advance(workspace: Workspace, args: Namespace) -> int:
    matter = workspace.read(the_matter, _number(args))
    if not args.move:
        raise Refused("请写明步骤，如 matters advance 2026-00001 accept；matters show 列出下一步。")
    workspace.write(advance, matter.id, matter.version, args.move, answers_of(args.answer))
    now = workspace.read(the_matter, matter.number)
    say(f"{_line(now)}\t{workspace.read(left, now)}")
    return 0


def _number(args: Namespace) -> str:
    if not args.number:
        raise Refused("请写明办件编号，如 2026-00001。")
    return str(args.number)


def _line(matter: Base) -> str:
    return "\t".join(_shown(matter, "number", "kind", "subject", "state", "responsible"))


def _shown(record: Base, *keys: str) -> list[str]:
    fields = {field.key: field for field in fields_of(type(record))}
    return [fields[key].masked(record) for key in keys]


def _facts(record: Base) -> Mapping[str, Any]:
    own = [field for field in fields_of(type(record)) if field.target is None]
    return {field.key: field.plain(getattr(record, field.key)) for field in own}


_DEEDS: Mapping[str, Callable[[Workspace, Namespace], int]] = {
    "list": _list,
    "show": _show,
    "advance": _advance,
}
