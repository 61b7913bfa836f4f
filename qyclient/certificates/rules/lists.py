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
