"""发证: one set of certificates made for a body for one reason, under one number of our own."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from qyclient.certificates import rules
from qyclient.organizations.models import Matter, Organization
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT, PERSON_NAME, PHONE


class Issue(Base):
    """发证: what is printed and handed over together (正本 1, 副本 n), why, and to whom.

    `number` is the office's own and has no gaps: it is never printed as a code of the body. A set
    that is given up keeps its number.
    """

    __tablename__ = "issue"
    __label__ = "发证"
    __called_by__ = ("number",)

    number: Mapped[str] = field("发证编号", unique=True, width=12, in_table=True, found="text")
    organization: Mapped[Organization] = link("持证单位", Organization, width=30, in_table=True)
    matter: Mapped[Matter | None] = link("办件", Matter, width=14, in_table=True)
    reason: Mapped[rules.IssueReason] = field("发证事由", in_table=True)
    state: Mapped[rules.IssueState] = field("进度", in_table=True, index=True)
    duplicates: Mapped[int] = field("副本份数", in_table=True)
    issued_on: Mapped[date] = field("发证日期", in_table=True)
    valid_from: Mapped[date] = field("有效期起")
    valid_to: Mapped[date] = field("有效期止", in_table=True)
    signatory: Mapped[str | None] = field("签发人", PERSON_NAME, help="按发证日期取任职的签发人")
    stock_number: Mapped[str | None] = field(
        "证字第…号", width=22, help="只用于旧版证书；留空时印名册里的登记证号"
    )
    because: Mapped[str | None] = field("说明", LONG_TEXT, width=28)
    notice: Mapped[str | None] = field(
        "遗失声明刊登", width=28, help="报刊名称、日期和版面，如 清远日报 2026-02-20 第4版"
    )
    receiver: Mapped[str | None] = field("领取人", PERSON_NAME, section="领取", in_table=True)
    identity_checked: Mapped[bool | None] = field("已核对身份证件")
    receiver_phone: Mapped[str | None] = field("领取人电话", PHONE, width=16)
    received_on: Mapped[date | None] = field("领取日期", in_table=True)
    handed_by: Mapped[str | None] = field("发证人", PERSON_NAME)


class OldCopy(Base):
    """旧证: one copy that a new set replaces, and whether it came back, was lost or is void."""

    __tablename__ = "old_copy"
    __label__ = "旧证"
    __called_by__ = ("what",)

    issue: Mapped[Issue] = link("发证", Issue, width=12, in_table=True)
    what: Mapped[str] = field("旧证", width=32, in_table=True)
    copy: Mapped[rules.Copy] = field("正副本", in_table=True)
    outcome: Mapped[rules.OldOutcome] = field("处理", in_table=True)
    on: Mapped[date | None] = field("处理日期", in_table=True)
    note: Mapped[str | None] = field("说明", width=28, in_table=True)
    certificate_id: Mapped[UUID | None] = mapped_column()
    paper_id: Mapped[UUID | None] = mapped_column()
