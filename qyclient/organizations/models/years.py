"""How the years of a body were reviewed."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.organizations.models.body import Organization
from qyclient.organizations.rules import lists
from qyclient.records.base import Base, field, link


class AnnualReview(Base):
    """年检（年报）: how one year of a body was reviewed."""

    __tablename__ = "annual_review"
    __table_args__ = (UniqueConstraint("organization_id", "year"),)
    __label__ = "年检（年报）"
    __called_by__ = ("year",)

    organization: Mapped[Organization] = link("社会组织", Organization, width=28, in_table=True)
    year: Mapped[int] = field("年度", in_table=True)
    conclusion: Mapped[lists.ReviewConclusion] = field(
        "结论", in_table=True, aliases=("年检结论", "年报情况")
    )
