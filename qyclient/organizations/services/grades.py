"""评估等级: what the register says of the grade a body holds, whoever decided it."""

from datetime import date

from sqlalchemy.orm import Session

from qyclient.organizations.models import Organization
from qyclient.organizations.rules.lists import OrgGrade


def hold_grade(
    session: Session, body: Organization, grade: OrgGrade | None, since: date, until: date | None
) -> None:
    """Let a body hold a grade from one day to another; None ends the grade it held."""
    body.org_grade = grade
    body.grade_from = since if grade is not None else None
    body.grade_to = until if grade is not None else None
    session.flush()
