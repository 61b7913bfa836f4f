"""资格核查: 可承接 or 不可承接, told with each rule and frozen on the contract."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, EligibilityCheck, OutsideContractor
from qyclient.contracts.rules import CheckOccasion
from qyclient.contracts.rules.eligibility import ERROR, Finding, eligible, findings
from qyclient.contracts.services.standing import standing_of
from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import the
from qyclient.records.kinds import DATE
from qyclient.store.entry import named
from qyclient.store.listing import linked, of

Party = Organization | OutsideContractor


def found_of(session: Session, party: Party, day: date, words: str = "") -> list[Finding]:
    """Return what each rule says of a contractor on a day."""
    return findings(standing_of(session, party, day), words)


def party_called(session: Session, name: str) -> Party:
    """Return the contractor that people call so, of our register or an outside one."""
    try:
        return named(session, OutsideContractor, name.strip())
    except ValueError:
        return the(session, name)


def check(
    session: Session, contract: Contract, occasion: CheckOccasion, day: date
) -> EligibilityCheck:
    """Look at a contract's contractor as of a day, and freeze what was found."""
    return _check(session, contract, party_of(contract), occasion, day)


def _check(
    session: Session, contract: Contract, party: Party, occasion: CheckOccasion, day: date
) -> EligibilityCheck:
    found = found_of(session, party, day, contract.title)
    made = EligibilityCheck(
        contract=contract,
        occasion=occasion,
        party=str(party),
        checked_on=day,
        eligible=eligible(found),
        operator=session.info["stamp"].operator,
        findings=[one.kept() for one in found],
    )
    session.add(made)
    return made


def freeze(
    session: Session, key: UUID, name: str, occasion: CheckOccasion, day: str
) -> EligibilityCheck:
    """Keep what is found of a contractor on a day, for a project it was stopped at."""
    contract = session.scalars(linked(Contract).where(Contract.id == key)).one()
    party = party_called(session, name)
    return _check(session, contract, party, occasion, _day(session, day))


def told_of(session: Session, name: str, day: str, words: str = "") -> list[str]:
    """Return whether a contractor may undertake a service on a day, and each rule with its law."""
    found = found_of(session, party_called(session, name), _day(session, day), words)
    verdict = "可承接" if eligible(found) else "不可承接"
    return [f"{verdict}（{len(found)} 项规则）", *(one.told() for one in found)]


def checks_of(session: Session, contract: UUID) -> Sequence[EligibilityCheck]:
    """Return what was found of a contract's contractor, oldest first."""
    return of(session, EligibilityCheck, "contract", contract)


def refuse_ineligible(
    session: Session, contract: Contract, occasion: CheckOccasion, day: date
) -> None:
    """Stop at award and signing: an ineligible contractor is refused with each reason."""
    made = check(session, contract, occasion, day)
    if not made.eligible:
        raise Invalid({_key(contract): f"{made.party} 不可承接：{reasons(made)}"})


def reasons(made: EligibilityCheck) -> str:
    """Return what stands against a contractor, with its evidence and law."""
    return "；".join(
        f"{one['label']}——{one['evidence']}（{one['citation']}）"
        for one in made.findings
        if not one["met"] and one["severity"] == ERROR
    )


def party_of(contract: Contract) -> Party:
    """Return who undertakes a contract; refuse one that has nobody yet."""
    party = contract.contractor or contract.outside
    if party is None:
        raise Refused(f"{contract.title} 还没有承接主体。")
    return party


def _day(session: Session, text: str) -> date:
    today: date = session.info["today"]
    try:
        given = DATE.parse(text) if text.strip() else today
    except ValueError as problem:
        raise Refused(f"{problem}。") from problem
    return min(given, today)


def _key(contract: Contract) -> str:
    return "contractor" if contract.contractor is not None else "outside"
