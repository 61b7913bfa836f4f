"""The words of the command line about how bodies stand: what may be done, who owes a year."""

from argparse import Namespace
from typing import Any

from qyclient.commands.saying import print_json, say
from qyclient.organizations.services.register import the
from qyclient.organizations.services.season import Line, owing, season
from qyclient.organizations.services.season_lists import LISTS, numbers
from qyclient.organizations.services.standing import allowed
from qyclient.workspace import Workspace


def allowed_(workspace: Workspace, args: Namespace) -> int:
    """Say of each verb whether a body's standing allows it, and why not."""
    found = workspace.read(allowed, workspace.read(the, args.body))
    if args.json:
        print_json(
            [
                {
                    "verb": one.key,
                    "label": one.label,
                    "allowed": not one.why_not,
                    "why_not": one.why_not,
                    "citation": one.citation,
                    "since": one.since.isoformat() if one.since else None,
                }
                for one in found
            ]
        )
        return 0
    for one in found:
        say(f"{'不能' if one.why_not else '可以'}\t{one.key}\t{one.label}\t{one.told}")
    return 0


def annual(workspace: Workspace, args: Namespace) -> int:
    """List who owes a year and how far each has come, or one list of it."""
    year = args.year or workspace.today.year - 1
    lines = workspace.read(season, year)
    shown = [line for line in owing(lines) if not args.only or LISTS[args.only].holds(line)]
    if args.json:
        print_json([_facts(line) for line in shown])
        return 0
    for line in shown:
        say(f"{line.row.uscc or ''}\t{line.row.name}\t{line.state.label}\t{_late(line)}")
    told = "，".join(f"{LISTS[key].label} {many}" for key, many in numbers(lines).items())
    say(f"{year}年度：{told}")
    return 0


def _late(line: Line) -> str:
    missed = f"，连续 {line.missed} 年未报" if line.missed > 1 else ""
    return ("逾期" if line.late else "") + missed


def _facts(line: Line) -> dict[str, Any]:
    days = ("sent_on", "supervisor_on", "received_on", "returned_on", "concluded_on")
    told = {key: str(day) if (day := getattr(line.row, key)) else None for key in days}
    facts = {"name": line.row.name, "uscc": line.row.uscc, "state": line.state.value}
    return {**facts, **told, "late": line.late, "missed": line.missed}
