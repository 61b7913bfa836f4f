"""What was done to a contract: its steps, its supplements, and who bid for it."""

from datetime import date
from decimal import Decimal

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.contracts.models.contract import Contract
from qyclient.contracts.rules import CONTRACT_MOVE, CONTRACT_STATE, AmendmentKind
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import ACCOUNT, LONG_TEXT, PERSON_NAME


class ContractStep(Base):
    """合同步骤: from which state to which, when, by whom, with which words and papers."""

    __tablename__ = "contract_step"
    __label__ = "合同步骤"
    __called_by__ = ("move",)

    contract: Mapped[Contract] = link("合同", Contract, width=20, in_table=True)
    move: Mapped[str] = field("步骤", CONTRACT_MOVE, in_table=True)
    source: Mapped[str] = field("原状态", CONTRACT_STATE)
    target: Mapped[str] = field("到状态", CONTRACT_STATE, in_table=True)
    done_on: Mapped[date] = field("日期", in_table=True)
    operator: Mapped[str] = field("操作人", PERSON_NAME, in_table=True)
    opinion: Mapped[str | None] = field("说明", LONG_TEXT, width=32, in_table=True)
    answers: Mapped[dict[str, str]] = mapped_column(JSON)


class Bid(Base):
    """报价: who offered how much, and who won (采购法 arts 26 to 46)."""

    __tablename__ = "bid"
    __label__ = "报价"
    __called_by__ = ("bidder",)

    contract: Mapped[Contract] = link("项目", Contract, width=20, in_table=True)
    bidder: Mapped[str] = field("供应商", width=28, in_table=True)
    price: Mapped[Decimal | None] = field("报价", width=14, in_table=True)
    result: Mapped[str | None] = field("评审结果", width=20, in_table=True, help="如 成交、未成交")


class Amendment(Base):
    """补充合同: numbered, typed, with what it changes (采购法 arts 49 and 50)."""

    __tablename__ = "amendment"
    __table_args__ = (UniqueConstraint("contract_id", "number"),)
    __label__ = "补充合同"
    __called_by__ = ("number",)

    contract: Mapped[Contract] = link("合同", Contract, width=20, in_table=True)
    number: Mapped[int] = field("序号", in_table=True)
    kind: Mapped[AmendmentKind] = field("种类", width=18, in_table=True)
    signed_on: Mapped[date] = field("签订日期", in_table=True)
    delta: Mapped[Decimal | None] = field("增减金额", width=14, in_table=True, help="减少写负数")
    end_before: Mapped[date | None] = field("原服务期限止")
    end_on: Mapped[date | None] = field("新服务期限止")
    payee: Mapped[str | None] = field("新收款户名", width=24)
    payee_bank: Mapped[str | None] = field("新开户行", width=24)
    payee_account: Mapped[str | None] = field("新收款账号", ACCOUNT, width=24)
    content: Mapped[str] = field("变更内容", LONG_TEXT, width=32, in_table=True)
    reason: Mapped[str] = field("理由", LONG_TEXT, width=28)
    document: Mapped[str | None] = field("文件", width=20)
