"""The words of the command line about purchased services: contracts, and who may undertake one."""

from argparse import Namespace
from typing import Any

from qyclient.commands.saying import day_of, print_json, say
from qyclient.contracts.models import Contract
from qyclient.contracts.rules.eligibility import eligible
from qyclient.contracts.services.due import InstalmentDue, dues_of
from qyclient.contracts.services.gate import found_of, party_called
from qyclient.contracts.services.record_sheets import read_records, take_in_records
from qyclient.contracts.services.sums import paid_of
from qyclient.errors import Refused
from qyclient.office.rules.workflow import STATES
from qyclient.organizations.services.held import held_rows
from qyclient.progress import Silent
from qyclient.records.base import fields_of
from qyclient.records.view import View
from qyclient.workspace import Workspace


def contracts(workspace: Workspace, args: Namespace) -> int:
    """List the contracts with their money, or show one with its instalments."""
    if args.deed == "show":
        return _show(workspace, args)
    found: Any = workspace.page(Contract, View(words=args.number or ""))
    paid = workspace.read(paid_of, [one.id for one in found])
    if args.json:
        print_json([{**_facts(one), "paid": f"{paid[one.id]:.2f}"} for one in found])
        return 0
    for one in found:
        say(f"{_line(one)}\t{one.amount or 0:.2f}\t{paid[one.id]:.2f}")
    say(f"共 {len(found)} 份")
    return 0


def eligible_(workspace: Workspace, args: Namespace) -> int:
    """Say whether a contractor may undertake a service on a day: 0 if it may, 1 if not."""
    day = day_of(args.on) or workspace.today
    found = workspace.read(lambda session: found_of(session, party_called(session, args.name), day))
    may = eligible(found)
    if args.json:
        print_json(
            {"eligible": may, "on": day.isoformat(), "findings": [one.kept() for one in found]}
        )
    else:
        say("可承接" if may else "不可承接")
        for one in found:
            say(one.told())
    return 0 if may else 1


def service_records(workspace: Workspace, args: Namespace) -> int:
    """Take in sheets of service records; rows that must be looked at are held with why."""
    sheets = read_records(args.files, Silent())
    outcome = workspace.write(take_in_records, sheets, Silent()).value
    if args.held:
        held_rows(args.held, sheets, outcome)
    held = [row for row in outcome.rows if row.outcome == "held"]
    print_json(
        {
            **outcome.counts,
            "rows": [
                {"file": r.file, "sheet": r.sheet, "row": r.row, "reasons": [*r.reasons]}
                for r in held
            ],
        }
    )
    return 0


def _show(workspace: Workspace, args: Namespace) -> int:
    contract = _numbered(workspace, args.number or "")
    dues = workspace.read(dues_of, contract.id)
    if args.json:
        print_json({**_facts(contract), "instalments": [*map(_due, dues)]})
        return 0
    for field in fields_of(Contract):
        if text := field.masked(contract):
            say(f"{field.label}\t{text}")
    for due in dues:
        part = due.instalment
        said = due.waits or due.proposal.how
        say(f"第 {part.number} 期\t{part.amount:.2f}\t已付 {due.money.paid:.2f}\t{said}")
    return 0


def _numbered(workspace: Workspace, number: str) -> Any:
    if not number:
        raise Refused("请写明合同编号，如 contracts show QX-2026-001。")
    found: Any = workspace.page(Contract, View(words=number))
    exact = [one for one in found if one.contract_no == number]
    if not exact:
        raise Refused(f"没有合同 {number}；用 contracts list 查看全部合同。")
    return exact[0]


def _line(contract: Any) -> str:
    status = STATES[contract.status]
    return f"{contract.contract_no}\t{contract.title}\t{contract.party}\t{status}"


def _facts(contract: Any) -> dict[str, Any]:
    own = [field for field in fields_of(Contract) if field.target is None and not field.personal]
    facts = {field.key: field.plain(getattr(contract, field.key)) for field in own}
    return {**facts, "party": contract.party}


def _due(due: InstalmentDue) -> dict[str, Any]:
    part = due.instalment
    return {
        "number": part.number,
        "amount": f"{part.amount:.2f}",
        "paid": f"{due.money.paid:.2f}",
        "open": f"{due.money.open:.2f}",
        "proposed": f"{due.proposal.amount:.2f}",
        "waits": due.waits,
        "steps": [*due.proposal.steps],
    }
