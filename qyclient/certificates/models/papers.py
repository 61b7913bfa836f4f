"""登记证书."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.certificates import rules
from qyclient.certificates.models.issues import Issue
from qyclient.organizations.models import Organization
from qyclient.records.base import Base, field, link
from qyclient.records.dates import PartialDate


class Certificate(Base):
    """登记证书: what was certified and printed, kept as it was (a snapshot, not references).

    `statement` is the signed text of its QR code, where the office prints one.
    """

    __tablename__ = "certificate"
    __label__ = "登记证书"
    __called_by__ = ("number",)

    organization: Mapped[Organization] = link(
        "持证单位", Organization, width=32, in_table=True, found="text"
    )
    number: Mapped[str] = field(
        "证书编号",
        width=18,
        in_table=True,
        found="text",
        help="发证编号和正副本，如 2026-00012 副本1",
    )
    issue: Mapped[Issue | None] = link("发证", Issue, width=12)
    copy: Mapped[rules.Copy] = field("正副本", in_table=True)
    copy_number: Mapped[int | None] = field("第几份", in_table=True)
    blank_serial: Mapped[str | None] = field("空白证流水号", width=16, in_table=True, found="text")
    reason: Mapped[rules.IssueReason] = field("发证事由", in_table=True)
    issued_on: Mapped[date] = field("发证日期", in_table=True)
    valid_from: Mapped[date] = field("有效期起", in_table=True)
    valid_to: Mapped[date] = field("有效期止", in_table=True)
    status: Mapped[rules.CertificateStatus] = field("证书状态", in_table=True)
    status_on: Mapped[date | None] = field("状态日期")
    template: Mapped[str] = field("版式")
    values_sha256: Mapped[str] = field("数据指纹", index=True)
    pdf_sha256: Mapped[str] = field("文件指纹")
    values: Mapped[dict[str, Any]] = mapped_column(JSON)
    pdf: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    statement: Mapped[str | None] = mapped_column()


class PaperCertificate(Base):
    """历史证书: a certificate issued before this program, known from the paper file (补录)."""

    __tablename__ = "paper_certificate"
    __label__ = "历史证书"
    __called_by__ = ("number",)

    organization: Mapped[Organization] = link("持证单位", Organization, width=28, in_table=True)
    number: Mapped[str] = field("证书编号", width=22, in_table=True, help="如 粤清新社证字第12号")
    copy: Mapped[rules.Copy] = field("正副本", in_table=True)
    issued_on: Mapped[PartialDate | None] = field("发证日期", in_table=True)
    valid_to: Mapped[PartialDate | None] = field("有效期止", in_table=True)
    status: Mapped[rules.CertificateStatus] = field("证书状态", in_table=True)
    source: Mapped[str | None] = field("依据（盒件）", width=16, help="如 12盒3件")
    voided_because: Mapped[str | None] = field("作废原因")
