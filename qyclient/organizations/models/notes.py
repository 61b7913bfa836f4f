"""What is written beside a body without changing what is registered of it."""

from datetime import date

from sqlalchemy.orm import Mapped

from qyclient.organizations.models.body import Organization
from qyclient.organizations.rules import lists
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT, PERSON_NAME, PHONE


class Contact(Base):
    """来访来电: who asked what, what was answered, what was promised by when."""

    __tablename__ = "contact"
    __label__ = "来访来电"
    __called_by__ = ("about",)

    organization: Mapped[Organization] = link("社会组织", Organization, width=28, in_table=True)
    way: Mapped[lists.ContactWay] = field("方式", in_table=True)
    on: Mapped[date] = field("日期", in_table=True)
    person: Mapped[str | None] = field("来访（来电）人", PERSON_NAME, in_table=True)
    phone: Mapped[str | None] = field("回电号码", PHONE, width=16)
    about: Mapped[str] = field("事由", width=32, in_table=True)
    answer: Mapped[str | None] = field("答复", LONG_TEXT, width=36)
    promise: Mapped[str | None] = field("承诺事项", width=28, in_table=True)
    due_on: Mapped[date | None] = field("承诺期限", in_table=True)
    kept_on: Mapped[date | None] = field("办结日期", in_table=True)


class Remark(Base):
    """台账批注: a note on a body that changes no registered fact."""

    __tablename__ = "remark"
    __label__ = "批注"
    __called_by__ = ("words",)

    organization: Mapped[Organization] = link("社会组织", Organization, width=28, in_table=True)
    words: Mapped[str] = field("批注", LONG_TEXT, width=40, in_table=True)
    on: Mapped[date] = field("日期", in_table=True)
    by: Mapped[str] = field("批注人", in_table=True)


class Distinct(Base):
    """不是重复: two bodies that look alike and were found to be two."""

    __tablename__ = "distinct_pair"
    __label__ = "已核对非重复"
    __called_by__ = ("reason",)
    __stays__ = "只在本机关的名册里有意义"

    organization: Mapped[Organization] = link("社会组织", Organization, width=28, in_table=True)
    other: Mapped[Organization] = link("另一社会组织", Organization, width=28, in_table=True)
    reason: Mapped[str | None] = field("说明", width=28, in_table=True)
