"""Closed lists of evaluations."""

from qyclient.records.choices import Choice


class Purpose(Choice):
    """用途: what an indicator template is for."""

    CONTRACT = "CONTRACT", "合同绩效评价", ("绩效评价",)
    GRADE = "GRADE", "社会组织等级评估", ("等级评估",)
    SELF = "SELF", "单位绩效自评", ("自评",)


class TemplateStatus(Choice):
    """指标体系状态."""

    DRAFT = "DRAFT", "拟订", ()
    PUBLISHED = "PUBLISHED", "已发布", ()
    RETIRED = "RETIRED", "已停用", ()


class IndicatorKind(Choice):
    """指标类型; what has none is a heading whose score is that of what stands under it."""

    QUANT = "QUANT", "定量", ()
    QUAL = "QUAL", "定性", ()
    SATISFACTION = "SATISFACTION", "满意度", ()
    YESNO = "YESNO", "是否", ("是/否",)
    DEDUCT = "DEDUCT", "扣分", ()
    BONUS = "BONUS", "加分", ("附加分",)


class Style(Choice):
    """评分方式: how a rater comes to the points of an indicator."""

    FREE = "FREE", "直接打分", ()
    COMBO = "COMBO", "组合分", ()
    DEGREE = "DEGREE", "程度分", ()


class Method(Choice):
    """计分方法 of a quantity against its target (财预〔2020〕10号)."""

    PROPORTIONAL = "PROPORTIONAL", "按比例", ()
    STEPPED = "STEPPED", "分档", ()


class Direction(Choice):
    """指标方向: which way is better."""

    UP = "UP", "越高越好", ("正向", "≥")
    DOWN = "DOWN", "越低越好", ("反向", "≤")


class Party(Choice):
    """评价方 (民政部、财政部关于政府购买社会工作服务的指导意见, 2012)."""

    PURCHASER = "PURCHASER", "购买方", ("采购人",)
    THIRD = "THIRD", "第三方", ("专家", "第三方机构")
    BENEFICIARY = "BENEFICIARY", "服务对象", ()
    SELF = "SELF", "自评", ("承接方",)


class Occasion(Choice):
    """评价类别: at which point of a contract a round is held, or that it grades a body."""

    MID = "MID", "中期评价", ("中期",)
    FINAL = "FINAL", "末期评价", ("末期", "期末评价", "结项评价")
    ANNUAL = "ANNUAL", "年度评价", ("年度",)
    SPOT = "SPOT", "抽查评价", ("抽查",)
    GRADE = "GRADE", "等级评估", ()
