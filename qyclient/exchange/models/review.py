"""What two offices wrote differently, and records that are one though made twice."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.exchange.models.packages import Correspondent, Package
from qyclient.exchange.rules import lists
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT, PERSON_NAME


class Difference(Base):
    """两边不同: a field both sides changed, waiting for left, right or something else.

    What stands here (`left`) stays until somebody decides.
    """

    __tablename__ = "difference"
    __table_args__ = (Index("ix_difference_record", "noun", "record_key"),)
    __label__ = "两边不同"
    __called_by__ = ("title",)
    __stays__ = "由本机关自己处理"

    office: Mapped[Correspondent] = link("对方", Correspondent, width=20, in_table=True)
    package: Mapped[Package] = link("数据包", Package, width=24)
    title: Mapped[str] = field("记录", width=30, in_table=True, found="text")
    noun_label: Mapped[str] = field("种类", width=12, in_table=True)
    label: Mapped[str] = field("项目", width=14, in_table=True)
    left: Mapped[str | None] = field("本机关（左）", LONG_TEXT, width=26, in_table=True)
    right: Mapped[str | None] = field("对方（右）", LONG_TEXT, width=26, in_table=True)
    decision: Mapped[lists.Decision] = field("处理", in_table=True)
    note: Mapped[str | None] = field("说明", width=30, in_table=True)
    decided_by: Mapped[str | None] = field("处理人", PERSON_NAME)
    decided_on: Mapped[date | None] = field("处理日期")
    noun: Mapped[str] = field("表")
    record_key: Mapped[str] = field("记录号")
    item: Mapped[str] = field("字段")
    theirs: Mapped[Any] = mapped_column(JSON(none_as_null=False))
    """What the other side wrote, as the history writes it."""
    decided_in: Mapped[str | None] = mapped_column()


class SameRecord(Base):
    """同一记录: a record another office made anew though it was here: theirs means ours."""

    __tablename__ = "same_record"
    __table_args__ = (Index("ix_same_record_theirs", "office_id", "theirs", unique=True),)
    __label__ = "同一记录"
    __called_by__ = ("theirs",)
    __stays__ = "只说明本机关怎样合并"

    office: Mapped[Correspondent] = link("对方", Correspondent, width=20, in_table=True)
    noun: Mapped[str] = field("表", in_table=True)
    theirs: Mapped[str] = field("对方记录号", width=36)
    ours: Mapped[str] = field("本机关记录号", width=36)
