"""The figures of a year: people, money by the accounting rules, donations (台帐 R1, DOMAIN 7.3)."""

from decimal import Decimal

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.organizations.models.body import Organization
from qyclient.organizations.rules import figures
from qyclient.records.base import Base, field, link


class YearFigures(Base):
    """年度数据: what a body's report of one year says in figures; amounts in yuan.

    People employed and members are counted of the body itself, with the year they are of.
    """

    __tablename__ = "year_figures"
    __table_args__ = (
        UniqueConstraint("organization_id", "year"),
        Index("ix_year_figures_by_year", "year", "organization_id"),
    )
    __label__ = "年度数据"
    __called_by__ = ("year",)

    organization: Mapped[Organization] = link("社会组织", Organization, width=28, in_table=True)
    year: Mapped[int] = field("年度", in_table=True)
    party_members: Mapped[int | None] = field("中共党员人数", section="人员构成", in_table=True)
    college: Mapped[int | None] = field("大学专科人数")
    bachelor: Mapped[int | None] = field("大学本科及以上人数")
    assistant_social_workers: Mapped[int | None] = field("助理社会工作师人数")
    social_workers: Mapped[int | None] = field("社会工作师人数")
    aged_35: Mapped[int | None] = field("35岁及以下")
    aged_45: Mapped[int | None] = field("36岁至45岁")
    aged_55: Mapped[int | None] = field("46岁至55岁")
    aged_56: Mapped[int | None] = field("56岁及以上")
    leaders: Mapped[int | None] = field("负责人数")
    women_leaders: Mapped[int | None] = field("负责人中女性")
    officials: Mapped[int | None] = field("党政机关领导干部兼任领导人数")
    volunteers: Mapped[int | None] = field("志愿者数")
    branches: Mapped[int | None] = field("分支机构数")
    publications: Mapped[int | None] = field("出版物数")
    accounting: Mapped[figures.Accounting | None] = field(
        "执行会计制度", section="财务（共同）", in_table=True
    )
    fixed_assets: Mapped[Decimal | None] = field("固定资产原价")
    carried_over: Mapped[Decimal | None] = field("上年结余")
    depreciation: Mapped[Decimal | None] = field("本年折旧", section="企业会计制度")
    operating_income: Mapped[Decimal | None] = field("营业收入")
    operating_cost: Mapped[Decimal | None] = field("营业成本")
    operating_taxes: Mapped[Decimal | None] = field("营业税金及附加")
    selling_costs: Mapped[Decimal | None] = field("销售费用")
    management_costs: Mapped[Decimal | None] = field("管理费用（企业）")
    taxes: Mapped[Decimal | None] = field("税金")
    travel: Mapped[Decimal | None] = field("差旅费（企业）")
    financial_costs: Mapped[Decimal | None] = field("财务费用")
    interest: Mapped[Decimal | None] = field("利息支出")
    fair_value_gains: Mapped[Decimal | None] = field("公允价值变动收益")
    investment_income: Mapped[Decimal | None] = field("投资收益")
    operating_profit: Mapped[Decimal | None] = field("营业利润")
    payroll: Mapped[Decimal | None] = field("应付职工薪酬")
    income: Mapped[Decimal | None] = field(
        "本年收入合计", section="事业单位会计制度", in_table=True
    )
    undertaking_income: Mapped[Decimal | None] = field("事业收入")
    business_income: Mapped[Decimal | None] = field("经营收入")
    donation_income: Mapped[Decimal | None] = field("捐赠收入")
    fee_income: Mapped[Decimal | None] = field("会费收入（事业）")
    expenditure: Mapped[Decimal | None] = field("本年支出合计")
    wages: Mapped[Decimal | None] = field("工资福利支出")
    goods_and_services: Mapped[Decimal | None] = field("商品和服务支出")
    welfare: Mapped[Decimal | None] = field("福利费")
    labour: Mapped[Decimal | None] = field("劳务费")
    heating: Mapped[Decimal | None] = field("取暖费")
    business_travel: Mapped[Decimal | None] = field("差旅费（事业）")
    subsidies: Mapped[Decimal | None] = field("对个人和家庭补助支出")
    grants_in_aid: Mapped[Decimal | None] = field("助学金")
    pensions: Mapped[Decimal | None] = field("抚恤金")
    living_allowances: Mapped[Decimal | None] = field("生活补助")
    balance: Mapped[Decimal | None] = field("收支结余")
    business_taxes: Mapped[Decimal | None] = field("经营税金")
    costs: Mapped[Decimal | None] = field(
        "本年费用合计", section="民间非营利组织会计制度", in_table=True
    )
    activity_costs: Mapped[Decimal | None] = field("业务活动成本")
    activity_staff: Mapped[Decimal | None] = field("业务活动成本：人员费用")
    activity_daily: Mapped[Decimal | None] = field("业务活动成本：日常费用")
    activity_depreciation: Mapped[Decimal | None] = field("业务活动成本：固定资产折旧")
    activity_taxes: Mapped[Decimal | None] = field("业务活动成本：税费")
    admin_costs: Mapped[Decimal | None] = field("管理费用")
    admin_staff: Mapped[Decimal | None] = field("管理费用：人员费用")
    admin_daily: Mapped[Decimal | None] = field("管理费用：日常费用")
    admin_depreciation: Mapped[Decimal | None] = field("管理费用：固定资产折旧")
    admin_taxes: Mapped[Decimal | None] = field("管理费用：税费")
    net_assets_change: Mapped[Decimal | None] = field("净资产变动额")
    cash_donations: Mapped[Decimal | None] = field("本年捐赠现金收入")
    goods_donations: Mapped[Decimal | None] = field("本年捐赠实物折价")
    membership_fees: Mapped[Decimal | None] = field("会费收入")
    raised: Mapped[Decimal | None] = field("本年度募集资金", section="基金会")
    projects: Mapped[int | None] = field("公益活动项目数")
