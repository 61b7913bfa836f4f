"""空白证: pre-printed stock, sheet by sheet, from the day it came until it is accounted for."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.certificates import rules
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import PERSON_NAME


class StockEntry(Base):
    """空白证收发: a range of sheets that came in or went back, with its paper."""

    __tablename__ = "stock_entry"
    __label__ = "空白证收发"
    __called_by__ = ("first_serial",)
    __stays__ = "空白证由领用的机关盘点"

    move: Mapped[rules.StockMove] = field("收发", in_table=True)
    stock: Mapped[str] = field("证书种类", rules.STOCK, width=24, in_table=True)
    first_serial: Mapped[str] = field("起始流水号", width=14, in_table=True, help="如 No.0001201")
    last_serial: Mapped[str] = field("截止流水号", width=14, in_table=True, help="含这一张")
    sheets: Mapped[int] = field("张数", in_table=True)
    on: Mapped[date] = field("日期", in_table=True)
    source: Mapped[str | None] = field("来自或退往", width=24, help="如 清远市民政局")
    document: Mapped[str | None] = field("单据号", width=18)
    handled_by: Mapped[str] = field("经手人", PERSON_NAME, in_table=True)


class Blank(Base):
    """空白证: one sheet by its printed serial; what became of it, and for what."""

    __tablename__ = "blank"
    __table_args__ = (UniqueConstraint("stock", "serial"),)
    __label__ = "空白证"
    __called_by__ = ("serial",)
    __stays__ = "空白证由领用的机关盘点"

    serial: Mapped[str] = field("印刷流水号", width=16, in_table=True, found="text")
    stock: Mapped[str] = field("证书种类", rules.STOCK, width=24, in_table=True, index=True)
    state: Mapped[rules.BlankState] = field("状态", in_table=True, index=True)
    used_for: Mapped[str | None] = field("用于", width=32, in_table=True, found="text")
    received_on: Mapped[date] = field("收入日期")
    moved_on: Mapped[date] = field("变动日期", in_table=True)
    reason: Mapped[str | None] = field("原因", width=24, in_table=True)
    entry: Mapped[StockEntry] = link("收入批次", StockEntry, width=16)
