"""Closed lists of the register (条例 250, 251, 400 and the forms of the registrars)."""

from qyclient.records.choices import Choice


class OrgType(Choice):
    """社会组织种类: the three sorts that are registered, and the one that a town files."""

    SOCIAL_GROUP = "S", "社会团体", ("社团",)
    PRIVATE_NON_ENTERPRISE = (
        "M",
        "民办非企业单位",
        ("社会服务机构", "民非", "民办非企业", "民办非企业单位（社会服务机构）"),
    )
    FOUNDATION = "J", "基金会", ()
    COMMUNITY_FILED = "C", "社区社会组织（备案）", ("备案", "社区社会组织", "街镇备案")


class UnitKind(Choice):
    """民办非企业单位性质: what stands in the brackets of its certificate (令18号)."""

    LEGAL_PERSON = "LEGAL_PERSON", "法人", ()
    PARTNERSHIP = "PARTNERSHIP", "合伙", ()
    INDIVIDUAL = "INDIVIDUAL", "个体", ()


class OrgStatus(Choice):
    """登记状态."""

    ACTIVE = "ACTIVE", "正常", ("正常开展活动", "在业", "存续", "已登记", "登记", "有效")
    REGISTERING = "REGISTERING", "成立登记中", ("成立申请中",)
    SUSPENDED = "SUSPENDED", "限期停止活动", ("停止活动", "停业整顿")
    LIQUIDATING = "LIQUIDATING", "清算中", ("清算",)
    DEREGISTERED = "DEREGISTERED", "注销", ("已注销", "注销登记")
    REVOKED = "REVOKED", "撤销登记", ("撤销", "已撤销")
    LICENSE_CANCELLED = "LICENSE_CANCELLED", "吊销登记证书", ("吊销", "已吊销")
    BANNED = "BANNED", "取缔", ("已取缔",)


ENDED = frozenset(
    {
        OrgStatus.DEREGISTERED,
        OrgStatus.REVOKED,
        OrgStatus.LICENSE_CANCELLED,
        OrgStatus.BANNED,
    }
)
"""A body in one of these no longer exists in law."""


class PauseReason(Choice):
    """不计入许可期限的事由 (行政许可法第四十五条)."""

    HEARING = "HEARING", "听证", ()
    INSPECTION = "INSPECTION", "检验、检测", ("现场勘查",)
    APPRAISAL = "APPRAISAL", "鉴定", ()
    EXPERTS = "EXPERTS", "专家评审", ()


class CreditList(Choice):
    """信用名单 (社会组织信用信息管理办法, 民政部令第60号)."""

    ABNORMAL = "ABNORMAL", "活动异常名录", ("异常名录",)
    SERIOUS = "SERIOUS", "严重违法失信名单", ("失信名单",)


class SupervisionMode(Choice):
    """管理体制 (粤发〔2012〕7号 and after)."""

    DUAL = "DUAL", "双重管理", ()
    DIRECT = "DIRECT", "直接登记", ()
    DECOUPLED = "DECOUPLED", "已脱钩", ("脱钩",)


class Industry(Choice):
    """行（事）业分类: the fourteen classes of the ministry's statistics."""

    COMMERCE = "1", "工商业服务", ()
    AGRICULTURE = "2", "农业及农村发展", ()
    SCIENCE = "3", "科学研究", ("科技服务",)
    EDUCATION = "4", "教育", ()
    HEALTH = "5", "卫生", ()
    CULTURE = "6", "文化", ()
    SPORT = "7", "体育", ()
    ENVIRONMENT = "8", "生态环境", ()
    SOCIAL = "9", "社会服务", ()
    LAW = "10", "法律", ()
    RELIGION = "11", "宗教", ()
    PROFESSION = "12", "职业及从业组织", ()
    FOREIGN = "13", "国际及涉外组织", ()
    OTHER = "14", "其他", ()


class PremisesSource(Choice):
    """住所来源."""

    OWNED = "OWNED", "自有", ()
    LEASED = "LEASED", "租赁", ("租", "租用")
    BORROWED = "BORROWED", "借用", ("借",)
    FREE = "FREE", "无偿使用", ("无偿",)


class OrgGrade(Choice):
    """社会组织评估等级 (令39号)."""

    A5 = "5A", "5A", ("AAAAA",)
    A4 = "4A", "4A", ("AAAA",)
    A3 = "3A", "3A", ("AAA",)
    A2 = "2A", "2A", ("AA",)
    A1 = "1A", "1A", ("A",)


class PaperType(Choice):
    """证件类型: which identity paper a number belongs to."""

    ID_CARD = "ID_CARD", "居民身份证", ("身份证", "二代身份证")
    HK_MACAU_PERMIT = "HK_MACAU_PERMIT", "港澳居民来往内地通行证", ("回乡证",)
    TAIWAN_PERMIT = "TAIWAN_PERMIT", "台湾居民来往大陆通行证", ("台胞证",)
    PASSPORT = "PASSPORT", "护照", ()
    FOREIGN_PERMANENT = "FOREIGN_PERMANENT", "外国人永久居留身份证", ("永久居留证",)
    OFFICER = "OFFICER", "军官证", ()


class Post(Choice):
    """职务 in a body."""

    CHAIR = "CHAIR", "会长（理事长）", ("会长", "理事长", "主任", "院长", "校长", "园长")
    VICE_CHAIR = "VICE_CHAIR", "副会长（副理事长）", ("副会长", "副理事长")
    SECRETARY_GENERAL = "SECRETARY_GENERAL", "秘书长", ()
    STANDING_DIRECTOR = "STANDING_DIRECTOR", "常务理事", ()
    DIRECTOR = "DIRECTOR", "理事", ()
    CHIEF_SUPERVISOR = "CHIEF_SUPERVISOR", "监事长", ()
    SUPERVISOR_MEMBER = "SUPERVISOR_MEMBER", "监事", ()
    FOUNDER = "FOUNDER", "举办者（发起人）", ("举办者", "发起人", "出资人")


class Gender(Choice):
    """性别."""

    FEMALE = "F", "女", ()
    MALE = "M", "男", ()


class PoliticalStatus(Choice):
    """政治面貌."""

    PARTY_MEMBER = "PARTY_MEMBER", "中共党员", ("党员",)
    PROBATIONARY = "PROBATIONARY", "中共预备党员", ("预备党员",)
    LEAGUE_MEMBER = "LEAGUE_MEMBER", "共青团员", ("团员",)
    DEMOCRATIC_PARTY = "DEMOCRATIC_PARTY", "民主党派", ()
    MASSES = "MASSES", "群众", ()


class ContactWay(Choice):
    """来访来电的方式."""

    VISIT = "VISIT", "来访", ()
    CALL = "CALL", "来电", ("电话",)
    LETTER = "LETTER", "来信", ("信函",)
    ONLINE = "ONLINE", "网上", ("微信", "邮件")
