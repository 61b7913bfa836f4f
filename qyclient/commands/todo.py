"""What is to be done: the one list of every subject, worst first."""

from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from qyclient.commands.saying import day_of, print_json, say
from qyclient.errors import Refused
from qyclient.office.reports.todo import write_calendar
from qyclient.office.rules.todo import Side, Todo
from qyclient.office.services.todo import TodoList, sorts
from qyclient.office.services.todo import todo as all_todo
from qyclient.papers import heading
from qyclient.workspace import Workspace


def todo(workspace: Workspace, args: Namespace) -> int:
    """List what is to be done as of a day, or write it as a calendar."""
    if args.sort and args.sort not in sorts():
        raise Refused(f"没有“{args.sort}”这类待办；现有：{'、'.join(sorts())}。")
    listed: TodoList = workspace.read(all_todo, day_of(args.as_of))
    found = [one for one in listed.side(Side[args.side]) if args.sort in ("", one.sort)]
    if args.output:
        many = write_calendar(args.output, found, heading(workspace), workspace.now())
        say(f"{many} 项有期限的待办已写入 {args.output}")
        return 0
    if args.json:
        print_json([_facts(one, listed) for one in found])
        return 0
    for one in found:
        cells = (str(one.due_on or ""), one.left(listed.today), one.sort, one.what, one.subject)
        say("\t".join((*cells, one.owner)))
    say(f"共 {len(found)} 项")
    return 0


def _facts(one: Todo, listed: TodoList) -> Mapping[str, Any]:
    return {
        "sort": one.sort,
        "what": one.what,
        "subject": one.subject,
        "due_on": one.due_on.isoformat() if one.due_on else None,
        "left": one.left(listed.today),
        "overdue": one.overdue(listed.today),
        "theirs": one.theirs,
        "mine": listed.desk.waits_for(one),
        "owner": one.owner or None,
        "record": {"noun": one.noun.__tablename__, "id": str(one.key)},
    }
