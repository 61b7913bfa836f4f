"""Entering bodies in the register, amending and finding them."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from qyclient.errors import Refused, refuse
from qyclient.office.rules.areas import renamed
from qyclient.office.services import office_of
from qyclient.organizations.models import AnnualReview, Officer, Organization
from qyclient.organizations.rules.checks import founding_problems, new_problems, problems
from qyclient.organizations.rules.lists import ENDED, OrgType
from qyclient.organizations.services.corrections import follow_correction
from qyclient.records.base import fields_of
from qyclient.records.uscc import normalise_code
from qyclient.records.view import View
from qyclient.store.entry import amended, entered
from qyclient.store.listing import of, page, standing
from qyclient.store.rows import kept_rows, rows_of


def register(
    session: Session, texts: Mapping[str, str], officers: Sequence[Mapping[str, str]] = ()
) -> Organization:
    """Enter a new body with the people who lead it."""
    office = office_of(session)
    given = {key: text for key, text in texts.items() if text.strip()}
    assumed = {
        "status": "正常",
        "area_code": office.area_code,
        "registration_authority": office.name,
    }
    organization = entered(session, Organization, assumed | given)
    facts = facts_of(organization)
    today = session.info["today"]
    refuse(problems(facts, today) | founding_problems(facts, today) | _heads(session, organization))
    session.add(organization)
    session.flush()
    for officer in officers:
        appoint(session, organization, officer)
    return organization


def amend(session: Session, key: UUID, version: int, texts: Mapping[str, str]) -> Organization:
    """Change what the register says of a body, as it was opened at `version`."""
    stored = session.get(Organization, key)
    before = facts_of(stored) if stored else {}
    organization = amended(session, Organization, key, version, texts)
    found = new_problems(before, facts_of(organization), session.info["today"])
    refuse(found | _heads(session, organization))
    follow_correction(session, organization, before)
    return organization


def appoint(session: Session, organization: Organization, texts: Mapping[str, str]) -> Officer:
    """Enter a person in a post of a body."""
    code = organization.uscc or organization.legacy_cert_no or organization.name
    officer = entered(session, Officer, {**texts, "organization": code})
    session.add(officer)
    return officer


def facts_of(organization: Any) -> dict[str, object]:
    """Return a body's values by field key, as the rules take them."""
    return {field.key: getattr(organization, field.key) for field in fields_of(Organization)}


def the(session: Session, name_or_code: str) -> Organization:
    """Return the one body that a name, credit code, old number or organization code means."""
    word = name_or_code.strip()
    ways = [Organization.name.in_(renamed(word)), Organization.legacy_cert_no == word]
    try:
        ways.append(Organization.uscc == normalise_code(word))
    except ValueError:
        ways.append(Organization.org_code == word.replace("-", "").upper())
    found = session.scalars(
        select(Organization).where(or_(*ways), standing(Organization)).limit(2)
    ).all()
    if not found:
        raise Refused(f"名册中没有“{word}”；请填写全称、统一社会信用代码或登记证号。")
    if len(found) > 1:
        raise Refused(f"“{word}”在名册中不止一个；请改用统一社会信用代码或登记证号。")
    return found[0]


def find(session: Session, words: str, limit: int | None = None) -> Sequence[Organization]:
    """Return the bodies that hold every word in what they are found by, by name."""
    return page(session, Organization, View(words=words, order="name"), size=limit)


def keep_officers(
    session: Session, key: UUID, rows: Sequence[Mapping[str, str]], because: str
) -> Organization:
    """Make who leads or led a body what the rows say; who is gone is voided with the reason."""
    organization = session.get_one(Organization, key)
    kept_rows(session, Officer, {"organization": organization}, rows, because)
    return organization


def officers_of(session: Session, key: UUID) -> Sequence[Officer]:
    """Return who leads or led a body."""
    return rows_of(session, Officer, "organization", key)


def reviews_of(session: Session, key: UUID) -> Sequence[AnnualReview]:
    """Return how the years of a body were reviewed."""
    return of(session, AnnualReview, "organization", key)


def _heads(session: Session, organization: Organization) -> dict[str, str]:
    """Refuse a legal representative who heads another 社会团体 (条例250 art 12)."""
    number = organization.legal_rep_id_no
    if not number or organization.org_type is not OrgType.SOCIAL_GROUP:
        return {}
    heads = (
        select(Organization)
        .where(Organization.legal_rep_id_no == number)
        .where(Organization.org_type == OrgType.SOCIAL_GROUP)
        .where(Organization.status.not_in(ENDED), standing(Organization))
    )
    with session.no_autoflush:
        others = [other for other in session.scalars(heads) if other is not organization]
    if not others or organization.status in ENDED:
        return {}
    return {
        "legal_rep": f"该人已是{others[0].name}的法定代表人，"
        "不得同时担任其他社会团体的法定代表人（社会团体登记管理条例第十二条）"
    }
