"""What the sample county bought and transferred: budgets, payments, functions, a meeting."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import (
    BudgetLine,
    Challenge,
    Contract,
    DirectoryEntry,
    Payment,
    Refund,
    Verdict,
)
from qyclient.contracts.services.awarding import award
from qyclient.contracts.services.budget import open_line
from qyclient.contracts.services.catalogues import bring_shipped
from qyclient.contracts.services.directory import apply_for
from qyclient.contracts.services.due import InstalmentDue, dues_of
from qyclient.contracts.services.ending import release
from qyclient.contracts.services.noting import note
from qyclient.contracts.services.outside import enter_outside, enter_proof
from qyclient.contracts.services.recording import instalments_of, plan
from qyclient.contracts.services.signing import sign
from qyclient.contracts.services.stepping import advance
from qyclient.contracts.services.suppliers import accounts_of
from qyclient.contracts.services.transferring import hold_meeting, propose
from qyclient.records.base import Base, column_of, field_of
from qyclient.store.listing import linked


def buy(session: Session, county: Mapping[str, Any]) -> None:
    """Give the contracts their budgets, verdicts and payments, and plan what comes next."""
    written = county["purchases"]
    bring_shipped(session)
    for line in written["lines"]:
        open_line(session, line, line["entries"])
    _confirm(session, written["confirmed_by"])
    for number, paid in written["paid"].items():
        _pay(session, number, paid, written["lines_of"].get(number, {}))
    for ended in written["ended"]:
        _end(session, ended)
    for party in written["outside"]:
        made = enter_outside(session, party["texts"])
        session.flush()
        for proof in party["proofs"]:
            enter_proof(session, made.name, proof)
    for project in written["projects"]:
        _project(session, project)
    for challenge in written["challenges"]:
        note(session, Challenge, challenge)


def transfer(session: Session, county: Mapping[str, Any]) -> None:
    """Propose the functions of the seed's meeting, hold it, and list who is qualified."""
    written = county["transfer"]
    for number, name in enumerate(written["items"], 1):
        common = {"number": f"Z-{number:02d}", "name": name, **written["common"]}
        propose(session, common)
    session.flush()
    opinions = [
        {"item": f"Z-{n:02d}", **written["opinions"][(n - 1) % len(written["opinions"])]}
        for n in range(1, len(written["items"]) + 1)
    ]
    hold_meeting(session, written["meeting"], opinions)
    for entry in written["directory"]:
        apply_for(session, entry)
    session.flush()
    for entry in session.scalars(linked(DirectoryEntry)):
        listed = next(e for e in written["directory"] if e["number"] == entry.number)
        for key, value in listed.get("then", {}).items():
            setattr(entry, key, _value(DirectoryEntry, key, value))


def _confirm(session: Session, who: str) -> None:
    """Let somebody else confirm what the first operator entered."""
    for verdict in session.scalars(select(Verdict)):
        verdict.confirmed_by, verdict.confirmed_on = who, verdict.given_on


def _contract(session: Session, number: str) -> Contract:
    return session.scalars(linked(Contract).where(Contract.contract_no == number)).one()


def _pay(session: Session, number: str, paid: Mapping[str, str], lines: Mapping[str, str]) -> None:
    """Keep what was paid before this program, and which line each instalment is paid from."""
    contract = _contract(session, number)
    contract.is_opening, contract.supplier = True, contract.party
    contract.payee, contract.payee_account = contract.party, _account(session, contract)
    known = {line.number: line for line in session.scalars(select(BudgetLine))}
    for part in instalments_of(session, contract.id):
        if (line := known.get(lines.get(str(part.number), ""))) is not None:
            part.line, part.year = line, line.year
    session.flush()
    for due in dues_of(session, contract.id):
        day = paid.get(str(due.instalment.number))
        if day and due.proposal.amount:
            session.add(_payment(contract, due, date.fromisoformat(day)))
            session.flush()


def _account(session: Session, contract: Contract) -> str:
    """Return the account its contractor filed, else an invented one."""
    body = contract.contractor
    filed = accounts_of(session, body.id) if body is not None else ()
    return filed[0][0] if filed else "80020000012345678"


def _payment(contract: Contract, due: InstalmentDue, day: date) -> Payment:
    part = due.instalment
    return Payment(
        number=f"QC{day.year}-{contract.contract_no[-3:]}{part.number}",
        contract=contract,
        instalment=part,
        amount=due.proposal.amount,
        status="VOUCHERED",
        requested_on=day,
        paid_on=day,
        settles=True,
        payee=contract.payee,
        payee_account=contract.payee_account,
        voucher_no=f"记-{day.month}-{part.number:02d}",
        is_opening=True,
        arithmetic="\n".join(due.proposal.steps),
    )


def _end(session: Session, ended: Mapping[str, Any]) -> None:
    """Say why a contract ended before its time, what came back, and what is not paid any more."""
    contract = _contract(session, ended["contract"])
    contract.terminated_on = date.fromisoformat(ended["on"])
    contract.terminated_because = ended["because"]
    [payment] = session.scalars(
        linked(Payment).where(column_of(Payment, "contract") == contract.id)
    )
    session.add(
        Refund(
            payment=payment,
            amount=Decimal(ended["refund"]),
            received_on=date.fromisoformat(ended["refunded_on"]),
            document=ended["document"],
            restores=False,
            reason=ended["because"],
        )
    )
    for part in instalments_of(session, contract.id)[1:]:
        release(session, part.id, f"{part.amount}", ended["because"])


def _project(session: Session, project: Mapping[str, Any]) -> None:
    made = plan(session, project["texts"])
    session.flush()
    for move, answers in project["steps"].items():
        if move == "award":
            award(session, made.id, made.version, answers, project["bids"])
        elif move == "sign":
            sign(session, made.id, made.version, answers, project["rows"])
        else:
            advance(session, made.id, made.version, move, answers)
        session.flush()


def _value(noun: type[Base], key: str, text: str) -> Any:
    return field_of(noun, key).kind.parse(text)
