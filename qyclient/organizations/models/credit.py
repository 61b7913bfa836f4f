"""信用信息: the lists a body stands on, from when to when, and why."""

from datetime import date

from sqlalchemy.orm import Mapped

from qyclient.organizations.models.body import Organization
from qyclient.organizations.rules import lists
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT


class CreditListing(Base):
    """信用名单记录: a body was put on a list, and taken off it (民政部令第60号)."""

    __tablename__ = "credit_listing"
    __label__ = "信用名单记录"
    __called_by__ = ("on_list",)

    organization: Mapped[Organization] = link("社会组织", Organization, width=28, in_table=True)
    on_list: Mapped[lists.CreditList] = field("名单", in_table=True)
    since: Mapped[date] = field("列入日期", in_table=True)
    ground: Mapped[str] = field("列入事由", LONG_TEXT, width=32, in_table=True)
    source: Mapped[str] = field("列入依据", width=16, help="办件编号或文号")
    until: Mapped[date | None] = field("移出日期", in_table=True)
    lifted_because: Mapped[str | None] = field("移出事由", LONG_TEXT, width=28)
