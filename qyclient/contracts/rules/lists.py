"""Closed lists of purchased services."""

from qyclient.records.choices import Choice


class ServiceKind(Choice):
    """服务类型 (102号 art 9)."""

    PUBLIC = "PUBLIC", "公共服务", ("政府向社会公众提供的公共服务",)
    OWN_NEED = "OWN_NEED", "政府履职辅助性服务", ("履职辅助", "政府履职所需辅助性服务", "自身需要")


class ProcurementMethod(Choice):
    """采购方式 (采购法 art 26)."""

    OPEN_TENDER = "OPEN_TENDER", "公开招标", ()
    INVITED_TENDER = "INVITED_TENDER", "邀请招标", ()
    COMPETITIVE_NEGOTIATION = "COMPETITIVE_NEGOTIATION", "竞争性谈判", ()
    COMPETITIVE_CONSULTATION = "COMPETITIVE_CONSULTATION", "竞争性磋商", ()
    SINGLE_SOURCE = "SINGLE_SOURCE", "单一来源", ("单一来源采购",)
    INQUIRY = "INQUIRY", "询价", ()
    FRAMEWORK = "FRAMEWORK", "框架协议", ()
    SELF_PURCHASE = "SELF_PURCHASE", "自行采购", ()


class Stage(Choice):
    """评价阶段, which an instalment may wait for."""

    MID = "MID", "中期评价", ("中期",)
    FINAL = "FINAL", "末期评价", ("末期", "期末评价", "结项评价")


class BudgetMove(Choice):
    """指标变动: what changes the budget of a line."""

    INITIAL = "INITIAL", "年初预算", ("年初批复", "预算批复")
    ADD = "ADD", "追加", ("预算追加",)
    TRANSFER_IN = "TRANSFER_IN", "调剂转入", ("调入",)
    TRANSFER_OUT = "TRANSFER_OUT", "调剂转出", ("调出",)
    WITHDRAW = "WITHDRAW", "收回", ("财政收回",)
    CARRIED_OUT = "CARRIED_OUT", "结转下年", ()
    CARRIED_IN = "CARRIED_IN", "结转转入", ("上年结转",)


class ContractorKind(Choice):
    """外部承接主体的性质 (102号 arts 6 and 8)."""

    ENTERPRISE = "ENTERPRISE", "企业", ("公司",)
    INSTITUTION = "INSTITUTION", "公益二类或从事生产经营的事业单位", ("事业单位",)
    FIRST_CLASS_INSTITUTION = "FIRST_CLASS_INSTITUTION", "公益一类事业单位", ()
    FUNDED_MASS_BODY = "FUNDED_MASS_BODY", "使用事业编制且由财政保障的群团组织", ()
    REGISTERED_ELSEWHERE = "REGISTERED_ELSEWHERE", "外地登记的社会组织", ("异地社会组织",)
    COLLECTIVE = "COLLECTIVE", "农村集体经济组织或基层群众性自治组织", ()
    INDIVIDUAL = "INDIVIDUAL", "个人", ("自然人",)


class ProofKind(Choice):
    """证明材料: what an outside contractor shows on paper, where our register says nothing."""

    REGISTRATION = "REGISTRATION", "登记证书或营业执照", ("营业执照", "登记证书")
    CREDIT = "CREDIT", "信用查询记录", ("信用记录",)
    REPORT = "REPORT", "年度报告或年检证明", ("年报证明",)
    TAX = "TAX", "依法纳税和缴纳社会保险的证明", ("纳税证明",)
    OTHER = "OTHER", "其他证明", ()


class CheckOccasion(Choice):
    """资格核查的时点."""

    AWARD = "AWARD", "成交", ()
    SIGN = "SIGN", "签订", ()
    PAY = "PAY", "付款", ()
    LISTING = "LISTING", "列入资质目录", ()
    ASKED = "ASKED", "查询", ()


class Decision(Choice):
    """付款时资格有问题的处理: work that was accepted must be paid."""

    PAY = "PAY", "照付", ("支付",)
    PART = "PART", "部分支付", ()
    HOLD = "HOLD", "暂缓", ("暂缓支付",)


class VerdictSource(Choice):
    """评价结论的来源."""

    EVALUATION = "EVALUATION", "绩效评价", ()
    PAPER = "PAPER", "纸质评价报告", ("纸质报告",)


class InvoiceType(Choice):
    """发票种类."""

    ELECTRONIC = "ELECTRONIC", "电子发票（普通发票）", ("数电票", "电子普通发票")
    SPECIAL = "SPECIAL", "增值税专用发票", ("专票",)
    ORDINARY = "ORDINARY", "增值税普通发票", ("普票",)
    RECEIPT = "RECEIPT", "财政票据", ("收据",)


class AmendmentKind(Choice):
    """补充合同的种类."""

    AMOUNT = "AMOUNT", "增减金额", ("金额",)
    TERM = "TERM", "调整期限", ("期限",)
    CONTENT = "CONTENT", "调整内容或数量", ("内容",)
    PARTY = "PARTY", "当事人名称或收款账户变更", ("当事人",)
    OTHER = "OTHER", "其他", ()


class TransferMode(Choice):
    """职能处置方式 of an administrative function (DOMAIN 5.1)."""

    TRANSFER = "TRANSFER", "转移", ("转移承接",)
    DELEGATE = "DELEGATE", "委托", ()
    PURCHASE = "PURCHASE", "购买服务", ()
    RETAIN_TIMED = "RETAIN_TIMED", "暂时保留、限时转移", ("限时转移", "暂时保留")
    CANCEL = "CANCEL", "取消", ()
    DOWN = "DOWN", "下放", ()
    KEEP = "KEEP", "保留", ()


class Opinion(Choice):
    """协调会议对一项职能的意见."""

    AGREE = "AGREE", "同意", ()
    PARTLY = "PARTLY", "部分同意", ()
    DEFER = "DEFER", "暂缓", ()
    DISAGREE = "DISAGREE", "不同意", ()


class DirectoryStatus(Choice):
    """资质目录的状态."""

    APPLIED = "APPLIED", "已申请", ()
    PUBLICITY = "PUBLICITY", "公示中", ("公示",)
    LISTED = "LISTED", "在目录", ("已列入",)
    SUSPENDED = "SUSPENDED", "暂停", ()
    REMOVED = "REMOVED", "已移出", ("移出",)


class StationLevel(Choice):
    """县镇村三级社会综合服务网络的层级."""

    COUNTY = "COUNTY", "县级", ("县",)
    TOWN = "TOWN", "镇级", ("镇", "街道")
    VILLAGE = "VILLAGE", "村级", ("村", "社区")


class ServiceType(Choice):
    """服务记录的种类."""

    CASE = "CASE", "个案", ()
    GROUP = "GROUP", "小组", ()
    ACTIVITY = "ACTIVITY", "活动", ("社区活动",)
    VISIT = "VISIT", "走访", ("探访",)
    TRAINING = "TRAINING", "培训", ()
    ERRAND = "ERRAND", "代办", ("办件", "跑腿")
    MIGRANTS = "MIGRANTS", "流动人口和出租屋服务", ("流动人口服务", "出租屋服务")


class ServiceWay(Choice):
    """办理方式."""

    WINDOW = "WINDOW", "窗口", ()
    HOME = "HOME", "上门", ()
    PROXY = "PROXY", "代办", ()
    PHONE = "PHONE", "电话", ()


class RecordStatus(Choice):
    """服务记录的状态: what suppliers send is declared; only what is recognised counts."""

    DECLARED = "DECLARED", "申报", ()
    RECOGNISED = "RECOGNISED", "认可", ("已认可",)
    REJECTED = "REJECTED", "剔除", ("已剔除",)


class WorkerLevel(Choice):
    """社会工作者职业水平."""

    NONE = "NONE", "未持证", ()
    ASSISTANT = "ASSISTANT", "助理社会工作师", ("助理社工师", "初级")
    WORKER = "WORKER", "社会工作师", ("社工师", "中级")
    SENIOR = "SENIOR", "高级社会工作师", ("高级社工师", "高级")
