"""支付: each payment of an instalment with its steps, its invoices, and what came back of it."""

from datetime import date
from decimal import Decimal

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.contracts.models.contract import Contract
from qyclient.contracts.models.plan import Instalment
from qyclient.contracts.rules import PAYMENT_MOVE, PAYMENT_STATE, InvoiceType
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import ACCOUNT, LONG_TEXT, PERSON_NAME


class Payment(Base):
    """支付: money asked for an instalment; the program computes and prints, and moves none."""

    __tablename__ = "payment"
    __label__ = "支付"
    __called_by__ = ("number",)

    number: Mapped[str] = field("支付编号", unique=True, width=16, in_table=True, found="text")
    contract: Mapped[Contract] = link("合同", Contract, width=24, in_table=True, found="text")
    instalment: Mapped[Instalment] = link("期次", Instalment, in_table=True)
    amount: Mapped[Decimal] = field(
        "金额", width=14, in_table=True, aliases=("支付金额", "实付金额", "付款金额")
    )
    status: Mapped[str] = field("状态", PAYMENT_STATE, width=12, in_table=True, index=True)
    requested_on: Mapped[date] = field("申请日期", in_table=True)
    paid_on: Mapped[date | None] = field(
        "付讫日期", in_table=True, aliases=("支付日期", "付款日期", "银行付讫日期")
    )
    settles: Mapped[bool] = field("本期付清", help="付清后，本期没有付的部分不再支付")
    payee: Mapped[str] = field("收款户名", width=28, aliases=("收款人", "收款单位"))
    payee_bank: Mapped[str | None] = field("开户行", width=24)
    payee_account: Mapped[str] = field("收款账号", ACCOUNT, width=24)
    order_no: Mapped[str | None] = field(
        "国库支付令编号", width=18, found="text", aliases=("支付令编号", "支付令号")
    )
    voucher_no: Mapped[str | None] = field("记账凭证号", width=14, found="text")
    is_opening: Mapped[bool | None] = field("期初", help="启用本程序以前已付的款")
    arithmetic: Mapped[str] = field("算法", LONG_TEXT, width=36)
    remark: Mapped[str | None] = field("备注", width=24)


class PaymentStep(Base):
    """支付步骤: what was done to a payment, by whom, who signed on paper, with which words."""

    __tablename__ = "payment_step"
    __label__ = "支付步骤"
    __called_by__ = ("move",)

    payment: Mapped[Payment] = link("支付", Payment, width=16, in_table=True)
    move: Mapped[str] = field("步骤", PAYMENT_MOVE, in_table=True)
    done_on: Mapped[date] = field("日期", in_table=True)
    operator: Mapped[str] = field("操作人", PERSON_NAME, in_table=True)
    signer: Mapped[str | None] = field("签批人", PERSON_NAME, in_table=True)
    signed_on: Mapped[date | None] = field("签批日期")
    basis: Mapped[str | None] = field("签批依据", width=24)
    alone: Mapped[bool | None] = field("一人办理")
    opinion: Mapped[str | None] = field("意见", LONG_TEXT, width=28, in_table=True)
    answers: Mapped[dict[str, str]] = mapped_column(JSON)

    @property
    def doer(self) -> str:
        """Return who answers for the step: who signed it, or who did it."""
        return self.signer or self.operator


class Invoice(Base):
    """发票: used once across all contracts; a red one has a negative amount."""

    __tablename__ = "invoice"
    __table_args__ = (UniqueConstraint("code", "number"),)
    __label__ = "发票"
    __called_by__ = ("number",)

    number: Mapped[str] = field("发票号码", width=22, in_table=True, found="text")
    code: Mapped[str] = field("发票代码", width=14, help="数电票没有代码的写 0")
    type: Mapped[InvoiceType] = field("种类", width=18, in_table=True)
    contract: Mapped[Contract] = link("合同", Contract, width=20, in_table=True)
    dated_on: Mapped[date] = field("开票日期", in_table=True)
    buyer: Mapped[str] = field("购买方", width=24, in_table=True)
    seller: Mapped[str] = field("销售方", width=24, in_table=True)
    amount: Mapped[Decimal] = field("价税合计", width=14, in_table=True, help="红字发票写负数")
    payment: Mapped[Payment | None] = link("用于支付", Payment, width=16, in_table=True)
    remark: Mapped[str | None] = field("备注", width=24)


class Refund(Base):
    """退款: what a contractor paid back of a payment."""

    __tablename__ = "refund"
    __label__ = "退款"
    __called_by__ = ("document",)

    payment: Mapped[Payment] = link("支付", Payment, width=16, in_table=True)
    amount: Mapped[Decimal] = field("退款金额", width=14, in_table=True)
    received_on: Mapped[date] = field("收到日期", in_table=True)
    document: Mapped[str] = field("凭证", width=24, in_table=True)
    restores: Mapped[bool] = field(
        "恢复指标", in_table=True, help="本年退款恢复指标额度；以前年度的退款上缴国库，不恢复"
    )
    reason: Mapped[str] = field("退款理由", LONG_TEXT, width=28, in_table=True)


class Release(Base):
    """核减: what of an instalment is no longer to be paid, and why."""

    __tablename__ = "instalment_release"
    __label__ = "核减"
    __called_by__ = ("reason",)

    instalment: Mapped[Instalment] = link("分期", Instalment, in_table=True)
    amount: Mapped[Decimal] = field("核减金额", width=14, in_table=True)
    dated_on: Mapped[date] = field("日期", in_table=True)
    reason: Mapped[str] = field("理由", LONG_TEXT, width=28, in_table=True)
    payment: Mapped[Payment | None] = link("随支付", Payment, width=16)
    voided_because: Mapped[str | None] = field("作废原因")
