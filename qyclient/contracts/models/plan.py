"""What a contract buys, what must be delivered, and in which parts it is paid."""

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped

from qyclient.contracts.models.budget import BudgetLine
from qyclient.contracts.models.contract import Contract
from qyclient.contracts.rules import Stage
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT


class ContractLine(Base):
    """标的明细: one line of what is bought; quantity times price is its amount, to the fen."""

    __tablename__ = "contract_line"
    __label__ = "标的明细"
    __called_by__ = ("name",)

    contract: Mapped[Contract] = link("合同", Contract, width=20, in_table=True)
    name: Mapped[str] = field("标的名称", width=20, in_table=True, aliases=("服务名称",))
    unit: Mapped[str] = field("计量单位", in_table=True)
    quantity: Mapped[Decimal] = field("数量", in_table=True)
    price: Mapped[Decimal] = field("单价", width=14, in_table=True)
    requirement: Mapped[str | None] = field("具体要求", LONG_TEXT, width=28)
    by_amendment: Mapped[int | None] = field("补充合同序号", help="由第几号补充合同增加")

    @property
    def amount(self) -> Decimal:
        """Return quantity times price, half up to the fen."""
        return (self.quantity * self.price).quantize(Decimal("0.01"), "ROUND_HALF_UP")


class Deliverable(Base):
    """服务指标: what must be delivered, how much of it, and what was recognised so far."""

    __tablename__ = "deliverable"
    __label__ = "服务指标"
    __called_by__ = ("name",)

    contract: Mapped[Contract] = link("合同", Contract, width=20, in_table=True)
    name: Mapped[str] = field("指标", width=20, in_table=True, help="如 个案、小组、社区活动、走访")
    unit: Mapped[str] = field("单位", in_table=True, help="如 个、节、场、人次、小时")
    target: Mapped[int] = field("目标", in_table=True)
    remark: Mapped[str | None] = field("说明", width=24)


class Instalment(Base):
    """分期付款: one part of the price, the year it is paid from, and what it waits for."""

    __tablename__ = "instalment"
    __label__ = "分期付款"
    __called_by__ = ("number",)

    contract: Mapped[Contract] = link("合同", Contract, width=20, in_table=True)
    number: Mapped[int] = field("期次", in_table=True)
    amount: Mapped[Decimal] = field("金额", width=14, in_table=True)
    waits_for: Mapped[Stage | None] = field(
        "付款前须完成", in_table=True, help="留空表示签约、开票后即可支付"
    )
    due_on: Mapped[date | None] = field("预计付款日期", in_table=True)
    year: Mapped[int | None] = field("预算年度", help="从哪一年的预算支付")
    line: Mapped[BudgetLine | None] = link("预算指标", BudgetLine, width=16)
    milestone: Mapped[str | None] = field("里程碑", width=20, help="如 完成 4 场培训并提交台账")


class Deduction(Base):
    """扣款: what is taken off an instalment, and why: unmet figures, breach (DOMAIN 4.5)."""

    __tablename__ = "deduction"
    __label__ = "扣款"
    __called_by__ = ("reason",)

    instalment: Mapped[Instalment] = link("分期", Instalment, in_table=True)
    amount: Mapped[Decimal] = field("金额", width=14, in_table=True)
    reason: Mapped[str] = field("扣款理由", width=28, in_table=True)
    document: Mapped[str] = field("依据", width=24, in_table=True, help="合同条款或文件")
    voided_because: Mapped[str | None] = field("作废原因")
