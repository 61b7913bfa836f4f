"""外部承接主体: contractors that are not in our register, and what they show on paper."""

from datetime import date

from sqlalchemy.orm import Mapped

from qyclient.contracts.rules import ContractorKind, ProofKind
from qyclient.records.base import Base, field, link


class OutsideContractor(Base):
    """外部承接主体: an enterprise, an institution, a body registered elsewhere (102号 art 6)."""

    __tablename__ = "outside_contractor"
    __label__ = "外部承接主体"
    __called_by__ = ("name", "code")

    name: Mapped[str] = field("名称", unique=True, width=32, in_table=True, found="name")
    code: Mapped[str | None] = field(
        "统一社会信用代码", width=22, in_table=True, found="text", help="按证照照抄，未经本机关核实"
    )
    kind: Mapped[ContractorKind] = field("性质", width=18, in_table=True)
    registrar: Mapped[str | None] = field(
        "登记机关", width=24, in_table=True, help="如 清远市市场监督管理局"
    )
    legal_rep: Mapped[str | None] = field("法定代表人", found="name")
    address: Mapped[str | None] = field("地址", width=32)
    remark: Mapped[str | None] = field("备注", width=24)


class OutsideProof(Base):
    """证明材料: a dated paper of an outside contractor, kept as shown and not verified by us."""

    __tablename__ = "outside_proof"
    __label__ = "外部证明材料"
    __called_by__ = ("document",)

    contractor: Mapped[OutsideContractor] = link(
        "外部承接主体", OutsideContractor, width=28, in_table=True
    )
    kind: Mapped[ProofKind] = field("证明什么", width=22, in_table=True)
    document: Mapped[str] = field("材料名称", width=28, in_table=True)
    dated_on: Mapped[date] = field("材料日期", in_table=True)
    valid_until: Mapped[date | None] = field("有效期至", in_table=True)
    remark: Mapped[str | None] = field("说明", width=24)
