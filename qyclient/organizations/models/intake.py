"""Imports of ledgers, and how their headings were matched."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from qyclient.records.base import Base, field
from qyclient.records.kinds import LONG_TEXT


class Intake(Base):
    """导入批次: one import of a ledger, which can be taken back as a whole."""

    __tablename__ = "intake"
    __label__ = "导入批次"
    __called_by__ = ("files",)
    __stays__ = "只说明本机关怎样导入"

    files: Mapped[str] = field("文件", width=32, in_table=True)
    imported_on: Mapped[date] = field("导入日期", in_table=True)
    new: Mapped[int] = field("新增", in_table=True)
    changed: Mapped[int] = field("变更", in_table=True)
    unchanged: Mapped[int] = field("无变化", in_table=True)
    held: Mapped[int] = field("待处理", in_table=True)
    skipped: Mapped[int] = field("略过", in_table=True)
    transaction: Mapped[UUID] = mapped_column(index=True)
    undone: Mapped[bool] = field("已撤销", in_table=True)


class Matching(Base):
    """表头对应: how the headings of one office's ledgers are matched, kept by name."""

    __tablename__ = "matching"
    __label__ = "表头对应"
    __called_by__ = ("name",)
    __stays__ = "只说明本机关怎样导入"

    name: Mapped[str] = field("方案名称", unique=True, width=28, in_table=True)
    headings: Mapped[str] = field("对应关系", LONG_TEXT, help="表头与字段，每行一条")
