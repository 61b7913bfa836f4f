"""The words of the command line about the register, its papers and its soundness."""

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from qyclient import papers
from qyclient.commands.saying import day_of, print_json, say
from qyclient.errors import Refused
from qyclient.founding import Wanted
from qyclient.office.services import office_of
from qyclient.organizations.models import Organization
from qyclient.organizations.services.by_law import past_of
from qyclient.organizations.services.held import held_rows
from qyclient.organizations.services.intake import Outcome, take_in
from qyclient.organizations.services.ledgers import Ledger, read_ledgers
from qyclient.organizations.services.register import find, officers_of, reviews_of, the
from qyclient.progress import Silent
from qyclient.records.base import fields_of
from qyclient.records.view import View
from qyclient.safekeeping.sealing import Guard
from qyclient.store.engine import Database
from qyclient.store.history import broken_links
from qyclient.workspace import Workspace


def wanted(args: Namespace, guard: Guard | None = None) -> Wanted:
    """Return what register the words of `init` ask for."""
    added = {
        "code": args.area,
        "name": args.area_name,
        "office": args.office_name or f"{args.area_name}民政局",
        "valid_from": args.area_from,
        "valid_to": args.area_to,
    }
    return Wanted(args.area, added if args.area_name else {}, args.sample, args.removable, guard)


def init(workspace: Workspace, args: Namespace) -> int:
    """Say whose register was just set up, or how large the sample county is."""
    if args.sample:
        count = workspace.count(Organization, View())
        say(f"样例县已建立：{count} 个社会组织，在 {workspace.folder}")
        return 0
    office = workspace.read(office_of)
    say(f"{office.name}的登记数据已建立，在 {workspace.folder}")
    return 0


def import_(workspace: Workspace, args: Namespace) -> int:
    """Bring ledgers in and print as JSON what became of each row."""
    ledgers = read_ledgers(args.files, Silent())
    if args.dry_run:
        outcome = workspace.try_out(take_in, ledgers, args.accept_codes, Silent())
    else:
        done = workspace.write_because(
            args.accept_codes, take_in, ledgers, args.accept_codes, Silent()
        )
        outcome = done.value
    if args.held:
        held_rows(args.held, ledgers, outcome)
    print_json({**_outcome(outcome), "ignored_columns": _ignored(ledgers)})
    return 0


def find_(workspace: Workspace, args: Namespace) -> int:
    """List the bodies that hold every word."""
    found = workspace.read(find, " ".join(args.words))
    if args.json:
        print_json([_facts(organization) for organization in found])
        return 0
    for organization in found:
        code = organization.uscc or organization.legacy_cert_no or "（无代码）"
        say(f"{code}\t{organization.name}\t{organization.status.label}")
    say(f"共 {len(found)} 个")
    return 0


def show(workspace: Workspace, args: Namespace) -> int:
    """Print what the register holds of one body."""
    organization: Any = workspace.read(the, args.body)
    officers: Sequence[Any] = workspace.read(officers_of, organization.id)
    if day := day_of(args.as_of):
        organization, officers = workspace.read(past_of, organization.id, day)
    if not args.json:
        for field in fields_of(Organization):
            if text := field.masked(organization):
                say(f"{field.label}\t{text}")
        return 0
    reviews = workspace.read(reviews_of, organization.id)
    print_json(
        {
            **_facts(organization),
            "reviews": {
                str(review.year): review.conclusion.value for review in reviews if review.conclusion
            },
            "officers": [
                {"name": officer.name, "post": officer.post.value} for officer in officers
            ],
        }
    )
    return 0


def export(workspace: Workspace, args: Namespace) -> int:
    """Write a report, or list what can be written."""
    if args.list:
        for report in papers.REPORTS:
            say(f"{report.key}\t{report.title}")
        return 0
    if not args.name or not args.output:
        raise Refused("请写明报表名称和 -o 文件；export --list 列出全部报表。")
    papers.write_report(workspace, args.name, args.output, day_of(args.as_of), args.unmask)
    say(f"已写入 {args.output}")
    return 0


def check(workspace: Workspace, _args: Namespace) -> int:
    """Look whether the register is whole: the file, the history, the revision."""
    if found := workspace.read(_faults, workspace.database):
        raise Refused(f"登记数据有问题：{'；'.join(found)}。请不要继续录入，先从备份恢复。")
    say("登记数据完好：数据库、操作记录和版本都已核对。")
    return 0


def demo(workspace: Workspace, args: Namespace) -> int:
    """Do the main job on the sample county in a register of its own, and list the papers."""
    for paper in papers.whole_job(workspace, args.output):
        say(str(paper))
    return 0


def _faults(session: Session, database: Database) -> list[str]:
    said = [*database.check(), *broken_links(session.connection())]
    return [line for fault in said for line in fault.splitlines()]


def _facts(organization: Any) -> dict[str, Any]:
    return {f.key: f.plain(getattr(organization, f.key)) for f in fields_of(Organization)}


def _outcome(outcome: Outcome) -> dict[str, Any]:
    rows = [
        {
            "file": row.file,
            "sheet": row.sheet,
            "row": row.row,
            "outcome": row.outcome,
            "name": row.name,
            "cell": row.cell,
            "reasons": [*row.reasons],
        }
        for row in outcome.rows
    ]
    return {**outcome.counts, "rows": rows}


def _ignored(ledgers: Sequence[Ledger]) -> list[dict[str, str]]:
    """Return the columns nothing was made of: a person should look whether that is right."""
    return [
        {"file": ledger.file, "sheet": ledger.sheet.name, "heading": heading}
        for ledger in ledgers
        for heading in ledger.unmatched
    ]
