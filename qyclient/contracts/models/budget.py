"""预算指标: what a purchaser may spend in a fiscal year, and what changed it."""

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped

from qyclient.contracts.rules import BudgetMove
from qyclient.records.base import Base, field, link


class BudgetLine(Base):
    """预算指标: one line of a purchaser's budget of one fiscal year (102号 art 16: 先有预算).

    Its amount is the sum of its entries; nobody types it.
    """

    __tablename__ = "budget_line"
    __label__ = "预算指标"
    __called_by__ = ("number",)

    number: Mapped[str] = field(
        "指标编号", unique=True, width=18, in_table=True, found="text", help="如 2026-民政-003"
    )
    name: Mapped[str] = field("指标名称", width=28, in_table=True, found="name")
    year: Mapped[int] = field("预算年度", in_table=True)
    purchaser: Mapped[str] = field("购买主体", width=24, in_table=True, found="name")
    source: Mapped[str | None] = field(
        "资金来源", width=20, in_table=True, help="如 本级财政、福利彩票公益金、上级专项"
    )
    remark: Mapped[str | None] = field("备注", width=24)


class BudgetEntry(Base):
    """指标变动: a dated change of a line by a document; the amount is positive, its kind tells."""

    __tablename__ = "budget_entry"
    __label__ = "指标变动"
    __called_by__ = ("document",)

    line: Mapped[BudgetLine] = link("预算指标", BudgetLine, width=18, in_table=True)
    kind: Mapped[BudgetMove] = field("变动", in_table=True)
    amount: Mapped[Decimal] = field("金额", width=16, in_table=True)
    dated_on: Mapped[date] = field("日期", in_table=True)
    document: Mapped[str] = field("文件", width=24, in_table=True, help="文件名称和文号")
    other: Mapped[BudgetLine | None] = link(
        "对方指标", BudgetLine, width=18, help="调剂、结转时转出或转入的指标"
    )
    remark: Mapped[str | None] = field("说明", width=24)
