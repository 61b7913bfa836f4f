"""购买服务项目和合同: from the plan to the archive, one record."""

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped

from qyclient.contracts import rules
from qyclient.contracts.models.outside import OutsideContractor
from qyclient.organizations.models import Organization
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import ACCOUNT, LONG_TEXT


class Contract(Base):
    """购买服务合同: a service that is planned, bought, done and paid (102号 art 23).

    Before it is signed the same record is the project (项目). `amount` is what the contract is
    worth today, supplements included; `supplier` is what the contractor was called when it signed.
    """

    __tablename__ = "contract"
    __label__ = "购买服务合同"
    __called_by__ = ("contract_no", "title")

    contract_no: Mapped[str] = field(
        "合同编号",
        section="项目",
        unique=True,
        width=20,
        in_table=True,
        found="text",
        aliases=("项目编号", "合同号"),
        help="立项时先写项目编号，签订时改为合同编号",
    )
    title: Mapped[str] = field("项目名称", width=28, in_table=True, found="name")
    purchaser: Mapped[str] = field(
        "购买主体", width=24, in_table=True, found="name", aliases=("采购人", "甲方")
    )
    service_kind: Mapped[rules.ServiceKind] = field("服务类型", width=18)
    status: Mapped[str] = field("状态", rules.CONTRACT_STATE, width=10, in_table=True, index=True)
    contractor: Mapped[Organization | None] = link(
        "承接主体",
        Organization,
        width=32,
        in_table=True,
        found="text",
        aliases=("供应商", "乙方"),
        help="名册中的社会组织，可输入名称、信用代码或登记证号",
    )
    outside: Mapped[OutsideContractor | None] = link(
        "外部承接主体",
        OutsideContractor,
        width=28,
        found="text",
        help="不在名册中的企业、事业单位、外地社会组织",
    )
    amount: Mapped[Decimal | None] = field("合同金额", width=14, in_table=True)
    signed_on: Mapped[date | None] = field("签订日期", in_table=True)
    end_on: Mapped[date | None] = field("服务期限止", in_table=True)

    budget_amount: Mapped[Decimal | None] = field(
        "预算金额", section="立项与采购", aliases=("采购预算",)
    )
    catalogue_item: Mapped[str | None] = field(
        "目录事项", width=28, help="指导性目录中的事项，签订时照抄，目录修订后不变"
    )
    procurement_item: Mapped[str | None] = field("政府采购品目", width=20)
    plan_no: Mapped[str | None] = field("采购计划编号", width=20)
    method: Mapped[rules.ProcurementMethod | None] = field("采购方式")
    method_reason: Mapped[str | None] = field("采购方式理由", width=28)
    beneficiary_area: Mapped[str | None] = field(
        "受益区域", width=20, help="如 太和镇；浸潭镇三坑村"
    )
    award_on: Mapped[date | None] = field("成交通知日期")
    award_notice: Mapped[str | None] = field("成交通知书编号", width=20)

    supplier: Mapped[str | None] = field(
        "签订时名称", section="签订", width=28, help="承接主体签订时的名称，改名后不变"
    )
    start_on: Mapped[date | None] = field("服务期限起")
    term_reason: Mapped[str | None] = field(
        "期限理由", width=28, help="超过一年的写明理由（102号第二十四条），超过三年的不得签订"
    )
    late_reason: Mapped[str | None] = field("逾期签订理由", width=28)
    place: Mapped[str | None] = field("服务地点", width=24)
    content: Mapped[str | None] = field("服务内容", LONG_TEXT, width=40)
    standard: Mapped[str | None] = field("质量要求", LONG_TEXT, width=32)
    breach: Mapped[str | None] = field("违约责任", LONG_TEXT, width=32)
    subcontracting: Mapped[str | None] = field(
        "分包约定", width=24, help="不得转包；分包须经购买主体书面同意"
    )
    deposit: Mapped[Decimal | None] = field("履约保证金", width=14)
    deposit_received_on: Mapped[date | None] = field("保证金收到日期")
    deposit_returned_on: Mapped[date | None] = field("保证金退还日期")

    payee: Mapped[str | None] = field("收款户名", section="收款账户", width=28)
    payee_bank: Mapped[str | None] = field("开户行", width=28)
    payee_account: Mapped[str | None] = field("收款账号", ACCOUNT, width=24)

    published_on: Mapped[date | None] = field("合同公告日期", section="公告备案与结束")
    filed_on: Mapped[date | None] = field("合同备案日期")
    filing_no: Mapped[str | None] = field("合同备案号", width=18)
    rectify_until: Mapped[date | None] = field("整改期限")
    delivered_on: Mapped[date | None] = field("服务期满日期")
    accepted_on: Mapped[date | None] = field("验收日期")
    terminated_on: Mapped[date | None] = field("解除日期")
    terminated_because: Mapped[str | None] = field("解除理由", LONG_TEXT, width=28)
    settled_on: Mapped[date | None] = field("结清日期")
    archive_box: Mapped[str | None] = field("档案盒号、件号", width=14)
    is_opening: Mapped[bool | None] = field(
        "期初", help="启用本程序以前签订的合同，按台账录入，不补做资格核查和预算核对"
    )
    remark: Mapped[str | None] = field("备注", width=28)

    @property
    def party(self) -> str:
        """Return who undertakes it, as it is called today; empty before the award."""
        return str(self.contractor or self.outside or "")
