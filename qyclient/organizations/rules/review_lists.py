"""Closed lists of 年检（年报）: how a year is reviewed, how far it came, what is noted of it."""

from qyclient.records.choices import Choice


class ReviewConclusion(Choice):
    """年检结论, or in report mode (粤民规字〔2019〕3号) whether the report came."""

    QUALIFIED = "QUALIFIED", "合格", ("年检合格",)
    BASICALLY_QUALIFIED = "BASICALLY_QUALIFIED", "基本合格", ()
    UNQUALIFIED = "UNQUALIFIED", "不合格", ("年检不合格",)
    REPORTED = "REPORTED", "已报送", ("已年报", "已报", "按时报送")
    NOT_TAKEN_PART = "NOT_TAKEN_PART", "未参检", ("未年检", "未报送", "未年报", "未参加")
    EXEMPT = "EXEMPT", "免检", ("当年新成立", "不需年检")


class ReviewMode(Choice):
    """年检方式: inspected with a conclusion, or reported and published (粤民规字〔2019〕3号)."""

    INSPECTION = "INSPECTION", "年检", ("年度检查",)
    REPORT = "REPORT", "年报", ("年度报告",)


class ReviewState(Choice):
    """年检（年报）进度: how far one year of a body has come."""

    NOT_DUE = "NOT_DUE", "未到时间", ()
    DUE = "DUE", "待报送", ()
    SUBMITTED = "SUBMITTED", "在主管单位", ("已报主管单位",)
    SUPERVISOR_REVIEWED = "SUPERVISOR_REVIEWED", "主管单位已审", ("初审通过",)
    ACCEPTED = "ACCEPTED", "已收到", ("已受理", "待审核")
    RETURNED = "RETURNED", "退回补正", ("退回", "已退回", "需补正")
    CONCLUDED = "CONCLUDED", "已作结论", ()
    PUBLISHED = "PUBLISHED", "已公开", ("已报送", "已公示", "审核通过", "已审核")
    OVERDUE = "OVERDUE", "逾期", ()
    MISSED = "MISSED", "未报", ("未报送", "未参检")
    EXEMPT = "EXEMPT", "不参加", ("免报", "免检")


class ReviewStep(Choice):
    """年检（年报）登记: what is noted of a year when a report moves on."""

    SENT = "SENT", "报主管单位", ("已报主管单位", "在主管单位", "已提交", "待主管单位审核")
    REVIEWED = "REVIEWED", "主管单位已审", ("主管单位审核通过", "初审通过", "已初审")
    RECEIVED = "RECEIVED", "收到", ("已收到", "已受理", "待审核", "登记机关受理")
    RETURNED = "RETURNED", "退回", ("退回补正", "已退回", "需补正", "审核不通过")
    QUALIFIED = "QUALIFIED", "合格", ("年检合格",)
    BASICALLY_QUALIFIED = "BASICALLY_QUALIFIED", "基本合格", ("年检基本合格",)
    UNQUALIFIED = "UNQUALIFIED", "不合格", ("年检不合格",)
    PUBLISHED = "PUBLISHED", "公开", ("已公开", "已公示", "审核通过", "已报送", "已年报")
    MISSED = "MISSED", "未报", ("未报送", "未参检", "未年报", "未年检", "逾期未报")
    EXEMPT = "EXEMPT", "不参加", ("免检", "免报", "不需报送")
