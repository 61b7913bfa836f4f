"""The word of the command line about names: name-check."""

from argparse import Namespace
from typing import Any

from qyclient.commands.saying import print_json, say
from qyclient.errors import Refused
from qyclient.organizations.reports import name_check_page
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.rules.naming import NameCheck
from qyclient.organizations.services.naming import check_name
from qyclient.paper.atomic import write_bytes
from qyclient.papers import heading
from qyclient.records.choices import choice
from qyclient.records.kinds import Kind
from qyclient.workspace import Workspace


def name_check(workspace: Workspace, args: Namespace) -> int:
    """Say what stands against a name; with -o also write the page the applicant gets."""
    check = workspace.read(check_name, args.name, _sort(args.type))
    if args.output:
        write_bytes(args.output, name_check_page(check, heading(workspace)))
    if args.json:
        print_json(_facts(check))
        return 0
    say(check.told)
    for found in check.findings:
        say(f"{found.verdict.label}\t{found.topic}\t{found.said}\t{found.source}")
    say(f"查重范围：{check.searched}")
    return 0


_KIND: Kind[Any] = choice(OrgType)


def _sort(text: str) -> OrgType | None:
    if not text:
        return None
    try:
        found: OrgType = _KIND.parse(text)
    except ValueError as problem:
        raise Refused(f"种类：{problem}。") from problem
    return found


def _facts(check: NameCheck) -> dict[str, Any]:
    return {
        "name": check.name,
        "org_type": check.org_type,
        "verdict": check.verdict,
        "told": check.told,
        "parts": dict(check.parts.told()),
        "findings": [
            {
                "verdict": found.verdict,
                "topic": found.topic,
                "said": found.said,
                "source": found.source,
            }
            for found in check.findings
        ],
        "searched": check.searched,
    }
