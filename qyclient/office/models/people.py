"""Who works at the desk, and who does whose work on which days."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from qyclient.office.rules.four_eyes import STEP
from qyclient.office.rules.roles import Role
from qyclient.records.base import Base, field, link
from qyclient.records.choices import several
from qyclient.records.kinds import PERSON_NAME, PHONE


class Operator(Base):
    """经办人: what he may do, and how it is known that it is he.

    What a password leaves behind and how often a wrong one was tried are no fields: nothing shows
    them, and neither the history nor a sheet holds them.
    """

    __tablename__ = "operator"
    __label__ = "经办人"
    __called_by__ = ("name",)
    __stays__ = "人员和密码只在本机关"

    name: Mapped[str] = field("姓名", PERSON_NAME, unique=True, in_table=True, found="name")
    roles: Mapped[str | None] = field(
        "岗位",
        several(Role),
        width=40,
        in_table=True,
        help="一人可以担任几个岗位；谁都不写岗位时，人人都可以办理",
    )
    payment_limit: Mapped[Decimal | None] = field(
        "付款审批限额", width=16, in_table=True, help="单笔，元；不限额的留空"
    )
    phone: Mapped[str | None] = field("联系电话", PHONE, width=16, in_table=True)
    is_active: Mapped[bool] = field("在岗", in_table=True)
    password_hash: Mapped[str | None] = mapped_column()
    failed_tries: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None] = mapped_column()

    @property
    def has_password(self) -> bool:
        """Say whether he must prove who he is."""
        return bool(self.password_hash)


class Substitution(Base):
    """A/B 岗: who does an operator's work while he is away."""

    __tablename__ = "substitution"
    __label__ = "代岗"
    __called_by__ = ("since",)
    __stays__ = "人员安排只在本机关"

    operator: Mapped[Operator] = link("A 岗", Operator, in_table=True, help="不在岗的人")
    stand_in: Mapped[Operator] = link("B 岗", Operator, in_table=True, help="代他办理的人")
    since: Mapped[date] = field("从", in_table=True)
    until: Mapped[date] = field("到", in_table=True, help="含当天")
    note: Mapped[str | None] = field("说明", width=24, in_table=True, help="如 年休假、培训")


class TwoPeople(Base):
    """双人复核: whether the office wants two people for a step, and why it switched that."""

    __tablename__ = "two_people"
    __label__ = "双人复核设置"
    __called_by__ = ("step",)
    __stays__ = "由本机关自己决定"

    step: Mapped[str] = field("步骤", STEP, unique=True, in_table=True)
    is_on: Mapped[bool] = field("须由两人办理", in_table=True)
    because: Mapped[str] = field("理由", width=32, in_table=True)
