"""购买服务合同 and the instalments it is paid in."""

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped

from qyclient.contracts import rules
from qyclient.organizations.models import Organization
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT


class Contract(Base):
    """购买服务合同: a body undertakes a service for the government (102号 art 23)."""

    __tablename__ = "contract"
    __label__ = "购买服务合同"
    __called_by__ = ("contract_no", "title")

    contract_no: Mapped[str] = field(
        "合同编号", section="合同", unique=True, width=24, in_table=True, found="text"
    )
    title: Mapped[str] = field("项目名称", width=32, in_table=True, found="name")
    purchaser: Mapped[str] = field(
        "购买主体", width=24, in_table=True, found="name", aliases=("采购人", "甲方")
    )
    contractor: Mapped[Organization] = link(
        "承接主体",
        Organization,
        width=32,
        in_table=True,
        found="text",
        aliases=("供应商", "乙方"),
        help="名册中的社会组织，可输入名称、信用代码或登记证号",
    )
    service_kind: Mapped[rules.ServiceKind] = field("服务类型", width=18, in_table=True)
    method: Mapped[rules.ProcurementMethod | None] = field("采购方式")
    budget_amount: Mapped[Decimal | None] = field(
        "预算金额", section="金额与期限", aliases=("采购预算",)
    )
    amount: Mapped[Decimal] = field("合同金额", width=16, in_table=True)
    signed_on: Mapped[date | None] = field("签订日期", in_table=True)
    start_on: Mapped[date | None] = field("服务期限起")
    end_on: Mapped[date | None] = field("服务期限止", in_table=True)
    status: Mapped[rules.ContractStatus] = field("状态", width=10, in_table=True)
    content: Mapped[str | None] = field("服务内容", LONG_TEXT, section="内容", width=40)
    remark: Mapped[str | None] = field("备注", width=28)


class Instalment(Base):
    """分期付款: one part of the price, and the evaluation it waits for."""

    __tablename__ = "instalment"
    __label__ = "分期付款"
    __called_by__ = ("number",)

    contract: Mapped[Contract] = link("合同", Contract, width=24, in_table=True)
    number: Mapped[int] = field("期次", in_table=True)
    amount: Mapped[Decimal] = field("金额", width=16, in_table=True)
    waits_for: Mapped[rules.Stage | None] = field(
        "付款前须完成", in_table=True, help="留空表示签约后即可支付"
    )
    due_on: Mapped[date | None] = field("预计付款日期", in_table=True)
