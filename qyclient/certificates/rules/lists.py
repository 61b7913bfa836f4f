"""Closed lists of certificates (DOMAIN 3.5)."""

from qyclient.records.choices import Choice


class Copy(Choice):
    """正副本: one hangs on the wall, one travels."""

    ORIGINAL = "ORIGINAL", "正本", ()
    DUPLICATE = "DUPLICATE", "副本", ()


class IssueReason(Choice):
    """发证事由."""

    FIRST_ISSUE = "FIRST_ISSUE", "新发", ()
    CHANGE = "CHANGE", "变更换发", ()
    EXPIRY = "EXPIRY", "到期换发", ()
    LOSS = "LOSS", "遗失补发", ()
    DAMAGE = "DAMAGE", "损毁换发", ()
    CODE_CONVERSION = "CODE_CONVERSION", "统一代码换发", ()
    CORRECTION = "CORRECTION", "更正", ()


class CertificateStatus(Choice):
    """证书状态."""

    DRAFT = "DRAFT", "待打印", ()
    AWAITING = "AWAITING", "待确认打印", ()
    PRINTED = "PRINTED", "已打印", ()
    ISSUED = "ISSUED", "已发证", ()
    SUPERSEDED = "SUPERSEDED", "已换发收缴", ()
    LOST = "LOST", "遗失", ()
    VOID = "VOID", "作废", ()
    SEALED = "SEALED", "封存", ()
    COLLECTED = "COLLECTED", "收缴", ()
    EXPIRED = "EXPIRED", "过期", ()


class PrintMode(Choice):
    """打印方式."""

    OVERPRINT = "OVERPRINT", "套打", ("套打打印",)
    MARKED_COPY = "MARKED_COPY", "样张（存档件）", ("样张", "存档件")


class Epoch(Choice):
    """证书版式: the stock before and since one code replaced three numbers (三证合一)."""

    LEGACY = "LEGACY", "2016年以前旧版", ()
    ONE_CODE = "2016", "2016年起统一代码版", ()


class PaperSize(Choice):
    """纸张: the two sizes certificates come in, both lying across."""

    A3 = "A3", "A3 横放", ("A3",)
    A4 = "A4", "A4 横放", ("A4",)


class IssueState(Choice):
    """发证进度."""

    PREPARED = "PREPARED", "待打印", ()
    AWAITING = "AWAITING", "待确认打印", ()
    PRINTED = "PRINTED", "待领取", ()
    ISSUED = "ISSUED", "已发证", ()
    GIVEN_UP = "GIVEN_UP", "已取消", ()


class PrintOutcome(Choice):
    """打印结果: what somebody who looked at the sheet said of it."""

    AWAITING = "AWAITING", "待确认", ()
    GOOD = "GOOD", "打印好", ()
    SPOILED = "SPOILED", "打坏", ()
    NOT_PRINTED = "NOT_PRINTED", "没有打印", ()


class OldOutcome(Choice):
    """旧证处理."""

    OPEN = "OPEN", "待收回", ()
    COLLECTED = "COLLECTED", "已收回", ()
    LOST = "LOST", "遗失", ()
    VOID = "VOID", "公告作废", ()


class StockMove(Choice):
    """收发."""

    RECEIVED = "RECEIVED", "收入", ("收到", "领入")
    RETURNED = "RETURNED", "退回", ("退还", "上缴")


class BlankState(Choice):
    """空白证状态."""

    IN_STOCK = "IN_STOCK", "在库", ()
    AWAITING = "AWAITING", "待确认", ()
    USED = "USED", "已用", ()
    SPOILED = "SPOILED", "作废", ("打坏",)
    RETURNED = "RETURNED", "退回", ()
    MISSING = "MISSING", "短缺", ("遗失",)


class ErrorCause(Choice):
    """出错原因."""

    TYPED_WRONG = "TYPED_WRONG", "录入错误", ()
    APPLIED_WRONG = "APPLIED_WRONG", "申请材料有误", ()
    TEMPLATE = "TEMPLATE", "版式或打印错误", ()
    CODE = "CODE", "赋码错误", ()
    OTHER = "OTHER", "其他", ()


class Carrier(Choice):
    """更正清单类别: where a wrong value may also stand."""

    CERTIFICATE = "CERTIFICATE", "证书", ()
    REGISTER = "REGISTER", "名册", ()
    PAPER = "PAPER", "文书", ()
    CONTRACT = "CONTRACT", "合同", ()
    RETURN = "RETURN", "报表", ()
    PACKAGE = "PACKAGE", "交换包", ()
    PUBLIC = "PUBLIC", "公开页面", ()
    FILING = "FILING", "印章、账户、章程", ()
