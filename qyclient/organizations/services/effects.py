"""What a decision does to the register: each is named in the declaration of its matter."""

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import CreditListing, Matter, MatterStep, Organization
from qyclient.organizations.rules.lists import CreditList, OrgStatus
from qyclient.organizations.services.changes import record_change
from qyclient.organizations.services.filed import keep_filed, seat_officers
from qyclient.organizations.services.register import register
from qyclient.organizations.services.reserving import reserve, take_reserved
from qyclient.records.base import field_of
from qyclient.records.uscc import parse_uscc
from qyclient.store.listing import of

Effect = Callable[[Session, Matter, MatterStep], None]


def effective_on(matter: Matter, step: MatterStep) -> date:
    """Return from when a decision counts: the day it was signed, or done."""
    return matter.decided_on or step.signed_on or step.done_on


def body_of(matter: Matter) -> Organization:
    """Return the body of a matter; refuse one that has none."""
    if matter.organization is None:
        raise Refused(f"办件 {matter.number} 还没有对应的社会组织。")
    return matter.organization


def establish(session: Session, matter: Matter, step: MatterStep) -> None:
    """成立登记: enter the body that was applied for, under the number it was given."""
    facts = {key: values[1] for key, values in matter.application.items()}
    number = step.answers["number"].strip()
    try:
        facts["uscc"] = parse_uscc(number)
    except ValueError as problem:
        if number[:1].isdigit():
            raise Invalid({"number": f"统一社会信用代码：{problem}"}) from problem
        facts["legacy_cert_no"] = number
    facts["established_on"] = effective_on(matter, step).isoformat()
    matter.organization = register(session, facts)
    take_reserved(session, matter.organization)
    matter.case_number = step.answers.get("case_number") or matter.case_number


def change(session: Session, matter: Matter, step: MatterStep) -> None:
    """变更登记: each item becomes what was applied for, from the day of the decision on."""
    for item, (_before, after, *_reason) in matter.application.items():
        _become(session, matter, step, item, after)


def _status(status: OrgStatus) -> Effect:
    def become(session: Session, matter: Matter, step: MatterStep) -> None:
        _become(session, matter, step, "status", status.label)

    return become


def _flag(key: str, *, value: bool) -> Effect:
    def become(session: Session, matter: Matter, _step: MatterStep) -> None:
        setattr(body_of(matter), key, value)
        session.flush()

    return become


def _listed(on_list: CreditList) -> Effect:
    def put_on(session: Session, matter: Matter, step: MatterStep) -> None:
        body = body_of(matter)
        if standing_on(session, body, on_list):
            raise Refused(f"{body} 已在{on_list.label}中，不能重复列入。")
        if on_list is CreditList.SERIOUS:
            _moved_on(session, matter, step)
        session.add(
            CreditListing(
                organization=body,
                on_list=on_list,
                since=effective_on(matter, step),
                ground=matter.application["ground"][1],
                source=matter.number,
            )
        )

    return put_on


def _moved_on(session: Session, matter: Matter, step: MatterStep) -> None:
    """End the entry in the abnormal list of a body that goes on to the serious one."""
    before = standing_on(session, body_of(matter), CreditList.ABNORMAL)
    if before is not None:
        before.until = effective_on(matter, step)
        before.lifted_because = f"转入{CreditList.SERIOUS.label}（{matter.number}）"


def _lifted(on_list: CreditList) -> Effect:
    def take_off(session: Session, matter: Matter, step: MatterStep) -> None:
        body = body_of(matter)
        listing = standing_on(session, body, on_list)
        if listing is None:
            raise Refused(f"{body} 不在{on_list.label}中，没有可移出的记录。")
        listing.until = effective_on(matter, step)
        listing.lifted_because = f"{matter.application['ground'][1]}（{matter.number}）"

    return take_off


def standing_on(
    session: Session, organization: Organization, on_list: CreditList
) -> CreditListing | None:
    """Return the entry by which a body stands on a list today."""
    for listing in of(session, CreditListing, "organization", organization.id):
        if listing.on_list is on_list and listing.until is None:
            return listing
    return None


def _become(session: Session, matter: Matter, step: MatterStep, item: str, after: str) -> None:
    body = body_of(matter)
    record_change(
        session,
        body,
        item,
        field_of(Organization, item).show(body),
        after,
        effective_on(matter, step).isoformat(),
        decided_on=(step.signed_on or step.done_on).isoformat(),
        source=matter.number,
    )


def _reserve(session: Session, matter: Matter, step: MatterStep) -> None:
    reserve(session, matter, effective_on(matter, step))


def _both(first: Effect, then: Effect) -> Effect:
    def become(session: Session, matter: Matter, step: MatterStep) -> None:
        first(session, matter, step)
        then(session, matter, step)

    return become


EFFECTS: Mapping[str, Effect] = {
    "reserve": _reserve,
    "establish": establish,
    "change": change,
    "keep": keep_filed,
    "officers": seat_officers,
    "deregister": _both(_status(OrgStatus.DEREGISTERED), keep_filed),
    "liquidate": _both(_status(OrgStatus.LIQUIDATING), keep_filed),
    "suspend": _status(OrgStatus.SUSPENDED),
    "revoke": _status(OrgStatus.REVOKED),
    "charity": _flag("is_charity", value=True),
    "hub": _both(_flag("is_hub", value=True), keep_filed),
    "party": _flag("has_party_organization", value=True),
    "no_party": _flag("has_party_organization", value=False),
    "abnormal": _listed(CreditList.ABNORMAL),
    "not_abnormal": _lifted(CreditList.ABNORMAL),
    "serious": _listed(CreditList.SERIOUS),
    "not_serious": _lifted(CreditList.SERIOUS),
}
"""What each `effect` of `resources/workflows/matters.json` does."""
