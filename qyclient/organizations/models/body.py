"""社会组织: a body of the register."""

from datetime import date
from decimal import Decimal

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped

from qyclient.organizations.rules import lists
from qyclient.records.base import Base, field
from qyclient.records.dates import PartialDate
from qyclient.records.kinds import (
    AREA,
    LONG_TEXT,
    ORG_CODE,
    PAPER_NUMBER,
    PERSON_NAME,
    PHONE,
    POSTCODE,
    USCC,
)

_STANDING = text("voided_because IS NULL")
_SORTED = ("name", "uscc", "legal_rep", "status", "established_on", "certificate_valid_to")
"""What lists are put in order by: their pages are found in an index, also far down the list."""


class Organization(Base):
    """社会组织: a body of the register, as its registration says today (条例250 art 12)."""

    __tablename__ = "organization"
    __table_args__ = (
        Index(
            "uq_organization_uscc",
            "uscc",
            unique=True,
            sqlite_where=_STANDING,
            postgresql_where=_STANDING,
        ),
        *(
            Index(
                f"ix_organization_by_{key}",
                *dict.fromkeys((key, "id")),
                sqlite_where=_STANDING,
                postgresql_where=_STANDING,
            )
            for key in ("id", *_SORTED)
        ),
    )
    __label__ = "社会组织"
    __called_by__ = ("name", "uscc", "legacy_cert_no", "org_code")

    name: Mapped[str] = field(
        "名称",
        section="登记事项",
        width=32,
        in_table=True,
        found="name",
        compared=True,
        aliases=("社会组织名称", "单位名称", "组织名称", "机构名称", "中文名", "团体名称"),
    )
    org_type: Mapped[lists.OrgType] = field(
        "种类",
        width=14,
        in_table=True,
        aliases=("社会组织种类", "组织类别", "社会组织类别", "社会组织类型", "组织类型"),
    )
    unit_kind: Mapped[lists.UnitKind | None] = field(
        "民非性质", aliases=("性质",), help="仅民办非企业单位填写"
    )
    uscc: Mapped[str | None] = field(
        "统一社会信用代码",
        USCC,
        unique="standing",
        width=22,
        in_table=True,
        found="text",
        aliases=("信用代码", "统一代码", "社会信用代码", "统一社会信用代码（18位）"),
        help="由省平台赋码，本程序只校验、不编造",
    )
    legacy_cert_no: Mapped[str | None] = field(
        "登记证号",
        width=22,
        found="text",
        index=True,
        aliases=("登记证书号", "证书编号", "证号", "部门登记证号", "原登记证号"),
        help="2016年以前的旧证号，如 粤清新社证字第12号",
    )
    org_code: Mapped[str | None] = field("组织机构代码", ORG_CODE, found="text")
    status: Mapped[lists.OrgStatus] = field(
        "状态", width=10, in_table=True, aliases=("登记状态", "单位状态", "组织状态")
    )
    established_on: Mapped[PartialDate | None] = field(
        "成立登记日期",
        width=14,
        in_table=True,
        aliases=("登记日期", "登记时间", "成立日期", "成立时间", "发证日期（首次）", "批准日期"),
        help="只知道年或月时写 1998年、2003年5月；查不到写 不详",
    )
    legal_rep: Mapped[str | None] = field(
        "法定代表人",
        PERSON_NAME,
        in_table=True,
        found="name",
        aliases=("法人代表", "法定代表人（负责人）", "负责人", "法人", "法定代表人姓名"),
    )
    legal_rep_id_type: Mapped[lists.PaperType | None] = field(
        "法定代表人证件类型", aliases=("证件类型",)
    )
    legal_rep_id_no: Mapped[str | None] = field(
        "法定代表人身份证号",
        PAPER_NUMBER,
        width=20,
        aliases=("法定代表人证件号码", "法人身份证号", "身份证号", "身份证号码", "公民身份号码"),
    )
    residence: Mapped[str | None] = field(
        "住所", width=36, in_table=True, found="text", aliases=("地址", "单位地址", "办公地址")
    )
    business_supervisor: Mapped[str | None] = field(
        "业务主管单位",
        width=24,
        in_table=True,
        aliases=("主管单位", "业务主管部门", "业务主管（指导）单位", "主管部门"),
        help="直接登记的写 直接登记",
    )
    fund_amount: Mapped[Decimal | None] = field(
        "注册资金",
        width=16,
        in_table=True,
        aliases=("活动资金", "开办资金", "原始基金", "原始基金数额", "注册资本", "资金数额"),
        help="单位元；也可写 3万元、叁万元",
    )
    activity_area: Mapped[str | None] = field("活动地域", aliases=("活动范围",))
    purpose: Mapped[str | None] = field("宗旨", LONG_TEXT, width=36)
    business_scope: Mapped[str | None] = field(
        "业务范围", LONG_TEXT, width=40, aliases=("业务（活动）范围", "经营范围")
    )
    business_scope_print: Mapped[str | None] = field(
        "打印用业务范围", LONG_TEXT, width=40, help="证书上印不下全文时，在此填写较短的文字"
    )

    phone: Mapped[str | None] = field(
        "联系电话",
        PHONE,
        section="联系方式",
        width=16,
        in_table=True,
        found="text",
        aliases=("电话", "联系方式", "单位电话", "电话号码"),
    )
    contact: Mapped[str | None] = field("联系人", PERSON_NAME)
    postcode: Mapped[str | None] = field("邮政编码", POSTCODE, aliases=("邮编",))
    mailing_address: Mapped[str | None] = field("通信地址", width=32, aliases=("通讯地址",))
    email: Mapped[str | None] = field("电子邮箱", aliases=("邮箱", "电子邮件"))
    fax: Mapped[str | None] = field("传真")
    website: Mapped[str | None] = field("网址")
    town: Mapped[str | None] = field("所在镇街", aliases=("乡镇", "镇（街）", "所属镇街", "镇街"))

    supervision_mode: Mapped[lists.SupervisionMode | None] = field("管理体制", section="管理关系")
    guidance_unit: Mapped[str | None] = field("业务指导单位", width=24)
    industry_department: Mapped[str | None] = field("行业管理部门", width=24)
    party_leading_organ: Mapped[str | None] = field("党建领导机关", width=24)
    has_party_organization: Mapped[bool | None] = field(
        "是否建立党组织", aliases=("党组织", "是否建党", "建立党组织", "有无党组织")
    )
    registration_authority: Mapped[str | None] = field(
        "登记管理机关", width=24, aliases=("登记部门", "登记机关", "发证机关")
    )
    area_code: Mapped[str | None] = field("登记区划", AREA, help="六位行政区划代码")
    industry: Mapped[lists.Industry | None] = field(
        "行业分类", aliases=("所属行（事）业", "所属行业", "行（事）业", "行业")
    )
    is_charity: Mapped[bool | None] = field("慈善组织", aliases=("是否慈善组织",))
    is_hub: Mapped[bool | None] = field(
        "枢纽型社会组织", aliases=("是否枢纽型", "枢纽型", "是否枢纽型社会组织")
    )
    org_grade: Mapped[lists.OrgGrade | None] = field(
        "评估等级", in_table=True, blanks=("无", "未评估", "未评"), aliases=("等级", "社会组织等级")
    )
    grade_from: Mapped[date | None] = field("等级有效期起")
    grade_to: Mapped[date | None] = field("等级有效期止")

    certificate_valid_from: Mapped[date | None] = field(
        "证书有效期起",
        section="证书",
        aliases=("证书有效期 起", "有效期起", "有效期限自", "有效期自", "有效期限 自"),
    )
    certificate_valid_to: Mapped[date | None] = field(
        "证书有效期止",
        in_table=True,
        aliases=("证书有效期 止", "有效期止", "有效期至", "有效期限至", "证书有效期至"),
    )

    unit_members: Mapped[int | None] = field(
        "单位会员数",
        section="规模",
        aliases=("单位会员", "团体会员", "团体会员数", "会员数 单位会员"),
    )
    individual_members: Mapped[int | None] = field(
        "个人会员数", aliases=("个人会员", "会员数 个人会员")
    )
    directors: Mapped[int | None] = field("理事数", aliases=("理事人数",))
    standing_directors: Mapped[int | None] = field("常务理事数", aliases=("常务理事人数",))
    staff: Mapped[int | None] = field(
        "年末从业人数", aliases=("从业人员", "从业人数", "从业人员数", "年末从业人数 合计")
    )
    women: Mapped[int | None] = field(
        "从业人数中女性",
        aliases=("其中：女", "其中女", "其中女性", "女性从业人数", "年末从业人数 其中：女"),
    )

    counted_year: Mapped[int | None] = field(
        "人数年度", aliases=("数据年度", "统计年度"), help="从业人数、会员数是哪一年年末的"
    )

    english_name: Mapped[str | None] = field(
        "英文名", section="申请表其他事项", aliases=("英文名称",)
    )
    abbreviation: Mapped[str | None] = field("简称", found="text", aliases=("缩写",))
    former_names: Mapped[str | None] = field(
        "曾用名", width=28, found="name", compared=True, aliases=("原名称", "原名", "曾用名称")
    )
    premises_source: Mapped[lists.PremisesSource | None] = field("住所来源")
    premises_owner: Mapped[str | None] = field("住所产权单位")
    premises_square_metres: Mapped[int | None] = field("用房面积（平方米）", aliases=("用房面积",))
    lease_until: Mapped[date | None] = field("租（借）期限至")
    contributors: Mapped[str | None] = field("出资人", aliases=("举办者", "举办单位"))
    verified_by: Mapped[str | None] = field("验资单位")
    fund_source: Mapped[str | None] = field("经费来源", aliases=("资金来源",))
    supervisor_contact: Mapped[str | None] = field("主管单位联系人及电话")
    code_exception: Mapped[str | None] = field(
        "代码例外说明", help="代码不合校验而仍予采用时的书面理由"
    )
    remark: Mapped[str | None] = field("备注", width=28, aliases=("说明", "附注"))

    paper_file: Mapped[str | None] = field(
        "纸质档案位置", section="补录与更正", help="补录时写明盒号、件号，如 12盒3件"
    )
    entered_by: Mapped[str | None] = field("补录录入人")
    checked_by: Mapped[str | None] = field("补录核对人", help="与录入人不是同一人")
    checked_alone: Mapped[bool | None] = field("一人办理", help="只有一名经办人，自录自核")
    open_items: Mapped[int | None] = field(
        "待补项数", derived=True, help="从档案补录而尚未查到的事项和材料"
    )
    voided_because: Mapped[str | None] = field(
        "作废原因", help="误录的记录写明原因后作废，不删除；作废后不再列出"
    )
