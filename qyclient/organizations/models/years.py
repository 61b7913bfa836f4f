"""How the years of a body were reviewed."""

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.organizations.models.body import Organization
from qyclient.organizations.rules import review_lists
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT


class AnnualReview(Base):
    """年检（年报）: how one year of a body was reviewed (条例250 art 28, 251 art 23, 400 art 36).

    How far it has come is worked out from its days (`rules.annual.state_of`); a year of which
    only the conclusion is known has no days.
    """

    __tablename__ = "annual_review"
    __table_args__ = (
        UniqueConstraint("organization_id", "year"),
        Index("ix_annual_review_by_year", "year", "organization_id"),
    )
    __label__ = "年检（年报）"
    __called_by__ = ("year",)

    organization: Mapped[Organization] = link("社会组织", Organization, width=28, in_table=True)
    year: Mapped[int] = field("年度", in_table=True)
    conclusion: Mapped[review_lists.ReviewConclusion | None] = field(
        "结论", in_table=True, aliases=("年检结论", "年报情况")
    )
    sent_on: Mapped[date | None] = field(
        "报主管单位日期", in_table=True, aliases=("报送日期", "提交日期", "填报日期")
    )
    supervisor_on: Mapped[date | None] = field(
        "主管单位审查日期", aliases=("初审日期", "主管单位审核日期", "主管单位盖章日期")
    )
    received_on: Mapped[date | None] = field(
        "登记机关收到日期", in_table=True, aliases=("收到日期", "受理日期", "登记机关受理日期")
    )
    returned_on: Mapped[date | None] = field("退回日期", in_table=True)
    returned_because: Mapped[str | None] = field("退回原因", LONG_TEXT, width=28)
    concluded_on: Mapped[date | None] = field("结论日期", aliases=("年检日期", "审核日期"))
    published_on: Mapped[date | None] = field("公开日期", in_table=True, aliases=("公示日期",))
    remark: Mapped[str | None] = field(
        "说明", LONG_TEXT, width=28, help="不合格、基本合格的理由，或不参加的原因"
    )
