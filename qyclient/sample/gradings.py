"""等级评估 of the sample county: one body that came to 4A, and one that has just applied."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.evaluations.models import Grading
from qyclient.evaluations.services import gradings, lookup, proceedings, rounds
from qyclient.evaluations.services import raters as rating
from qyclient.evaluations.services.applicants import why_not_eligible
from qyclient.evaluations.services.blind import raters_of
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.lists import OrgStatus, OrgType
from qyclient.sample.evaluations import at_desk, experts_of, fill_sheet, rounds_of, templates_of

_BEGUN = date(2026, 1, 12)
_ORGANIZER, _APPROVER = "何建华", "陈国庆"
_INVENTED = "样例"
_SAYS = {
    "self_score": "936",
    "opinion": "经集体评议，同意。",
    "members": "何建华、邓晓玲、王静、刘国庆、梁敏，应到 5 人，实到 5 人",
    "display": "清新区民政局办事大厅公示栏",
}
_LINE = (("qualify", 2), ("visit", 9), ("committee", 12), ("display_grade", 14))


def evaluate(session: Session, county: Mapping[str, Any]) -> None:
    """Adopt templates, hold the rounds that are written, and grade a body."""
    templates_of(session)
    rounds_of(session, county["evaluations"])
    experts_of(session, county["experts"])
    _grade(session)


def _grade(session: Session) -> None:
    """Grade the first body that may apply, and take an application of the next."""
    mine = (Organization.org_type == OrgType.SOCIAL_GROUP) & (
        Organization.status == OrgStatus.ACTIVE
    )
    mine &= Organization.remark == _INVENTED
    listed = session.scalars(select(Organization).where(mine).order_by(Organization.id)).all()
    able = (body for body in listed if not why_not_eligible(session, body, _BEGUN))
    first, second = next(able), next(able)
    made = _applied(session, first, _BEGUN)
    for move, after in _LINE:
        if move == "visit":
            _scored(session, first, _BEGUN + timedelta(days=6))
        _step(session, made, move, _ORGANIZER, _BEGUN + timedelta(days=after))
    _step(session, made, "give_grade", _APPROVER, _BEGUN + timedelta(days=24))
    _applied(session, second, date(2026, 2, 26))


def _applied(session: Session, body: Organization, day: date) -> Grading:
    with at_desk(session, _ORGANIZER, day):
        texts = {"organization": body.name, "wanted": "4A", "applied_on": day.isoformat()}
        return gradings.apply_for_grade(session, texts)


def _step(session: Session, made: Grading, move: str, who: str, day: date) -> None:
    with at_desk(session, who, day):
        session.flush()
        gradings.advance_grading(session, made.id, made.version, move, _SAYS)


def _scored(session: Session, body: Organization, day: date) -> None:
    texts = {
        "body": body.name, "occasion": "等级评估", "template": "G-S-1",
        "organizer": "清新区社会组织评估委员会", "purchaser_weight": "0", "third_weight": "100",
        "beneficiary_weight": "0",
    }  # fmt: skip
    experts = [{"name": name, "party": "第三方"} for name in ("王静", "刘国庆", "梁敏")]
    with at_desk(session, _ORGANIZER, day):
        found = rounds.plan_round(session, texts, experts)
        for rater in raters_of(session, found):
            rating.declare(session, rater.id)
        session.flush()
        proceedings.advance(session, found.id, found.version, "open_scoring", {})
        for rater, total in zip(raters_of(session, found), (921, 917, 907), strict=True):
            fill_sheet(session, rater, Decimal(total), "材料不齐")
        session.flush()
        found = lookup.the_round(session, found.id)
        proceedings.advance(session, found.id, found.version, "close_scoring", {})
