"""Who was reminded of what, when and how."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.organizations.models.body import Organization
from qyclient.organizations.rules.lists import ContactWay
from qyclient.organizations.rules.reminders import ROUND, DueSort
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import PERSON_NAME


class Reminder(Base):
    """提醒记录: a body was told that something of it runs out; once in each round."""

    __tablename__ = "reminder"
    __table_args__ = (UniqueConstraint("organization_id", "sort", "due_on", "round"),)
    __label__ = "提醒记录"
    __called_by__ = ("sort",)
    __stays__ = "提醒由本机关自己发"

    organization: Mapped[Organization] = link("社会组织", Organization, width=28, in_table=True)
    sort: Mapped[DueSort] = field("提醒事项", in_table=True)
    due_on: Mapped[date] = field("到期日", in_table=True)
    round: Mapped[str] = field("轮次", ROUND, width=14, in_table=True)
    sent_on: Mapped[date] = field("发出日期", in_table=True)
    way: Mapped[ContactWay] = field("方式", in_table=True)
    receiver: Mapped[str | None] = field("收件人", PERSON_NAME)
    number: Mapped[str | None] = field("函件文号", width=20, in_table=True)
    operator: Mapped[str] = field("经办人", PERSON_NAME)
