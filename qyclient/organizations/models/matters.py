"""办件: what an office handles for a body, step by step, and what was handed in for it."""

from datetime import date

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.office.rules.workflow import MOVES, STATES
from qyclient.organizations.models.body import Organization
from qyclient.organizations.rules import lists
from qyclient.organizations.rules.matter_kinds import KIND
from qyclient.records.base import Base, field, link
from qyclient.records.choices import listed
from qyclient.records.kinds import LONG_TEXT, PERSON_NAME, PHONE

STATE = listed(STATES)
"""环节: where a matter stands, kept as its key."""

MOVE = listed(MOVES)
"""步骤: what was done, kept as its key."""


class Matter(Base):
    """办件: one application or proceeding, from the counter to the archive.

    `application` is what was applied for: facts of a body that is not registered yet, or what
    each item was and is to be. `due_on` is until when the next step must be done, None while the
    office waits for somebody else.
    """

    __tablename__ = "matter"
    __label__ = "办件"
    __called_by__ = ("number",)
    __never_undone__ = "收下的办件已经编号，撤销会断号；可以用“申请人撤回”办结它"

    number: Mapped[str] = field("办件编号", unique=True, width=14, in_table=True, found="text")
    kind: Mapped[str] = field("事项", KIND, width=16, in_table=True)
    subject: Mapped[str] = field(
        "办理对象",
        width=32,
        in_table=True,
        found="name",
        compared=True,
        help="社会组织名称；新成立的写拟用名称",
    )
    organization: Mapped[Organization | None] = link("社会组织", Organization, width=28)
    state: Mapped[str] = field("环节", STATE, width=10, in_table=True, index=True)
    due_on: Mapped[date | None] = field("到期日", in_table=True, index=True)
    responsible: Mapped[str] = field("责任人", PERSON_NAME, in_table=True)
    filed_on: Mapped[date] = field("收件日期", in_table=True)
    accepted_on: Mapped[date | None] = field("受理日期")
    decided_on: Mapped[date | None] = field("决定日期", in_table=True)
    closed_on: Mapped[date | None] = field("办结日期")
    org_type: Mapped[lists.OrgType | None] = field("种类")
    applicant: Mapped[str | None] = field("申请人", PERSON_NAME, found="name")
    phone: Mapped[str | None] = field("申请人电话", PHONE, width=16, found="text")
    case_number: Mapped[str | None] = field("省平台办件号", width=18, found="text")
    entered_later: Mapped[bool | None] = field("后录", help="停电等情况下先办后录，日期是实际日期")
    extended_days: Mapped[int | None] = field("延长天数", help="经负责人批准延长的期限")
    in_time: Mapped[bool | None] = field("按期决定", derived=True)
    remark: Mapped[str | None] = field("备注", LONG_TEXT, width=28)
    application: Mapped[dict[str, list[str]]] = mapped_column(JSON)


class MatterStep(Base):
    """办理步骤: what was done to a matter, when, by whom, who signed, with which words."""

    __tablename__ = "matter_step"
    __label__ = "办理步骤"
    __called_by__ = ("move",)

    matter: Mapped[Matter] = link("办件", Matter, width=14, in_table=True)
    move: Mapped[str] = field("步骤", MOVE, in_table=True)
    source: Mapped[str] = field("原环节", STATE)
    target: Mapped[str] = field("到环节", STATE, in_table=True)
    done_on: Mapped[date] = field("办理日期", in_table=True)
    operator: Mapped[str] = field("操作人", PERSON_NAME, in_table=True)
    acting_for: Mapped[str | None] = field("代谁办理", PERSON_NAME)
    signer: Mapped[str | None] = field("签批人", PERSON_NAME, in_table=True)
    signed_on: Mapped[date | None] = field("签批日期")
    basis: Mapped[str | None] = field("签批依据", width=24, help="审批表，或会议纪要的名称和日期")
    alone: Mapped[bool | None] = field("一人办理")
    opinion: Mapped[str | None] = field("意见", LONG_TEXT, width=36)
    answers: Mapped[dict[str, str]] = mapped_column(JSON)

    @property
    def doer(self) -> str:
        """Return who answers for the step: who signed it, or who did it."""
        return self.signer or self.operator


class MatterPaper(Base):
    """收件材料: one piece that was handed in for a matter, or why it is not needed."""

    __tablename__ = "matter_paper"
    __label__ = "收件材料"
    __called_by__ = ("label",)

    matter: Mapped[Matter] = link("办件", Matter, width=14, in_table=True)
    document: Mapped[str] = field("材料代号")
    label: Mapped[str] = field("材料名称", width=28, in_table=True)
    originals: Mapped[int | None] = field("原件份数", in_table=True)
    copies: Mapped[int | None] = field("复印件份数", in_table=True)
    received_on: Mapped[date | None] = field("收到日期", in_table=True)
    waived_because: Mapped[str | None] = field("不需要的理由", width=20)

    @property
    def settled(self) -> bool:
        """Say whether it is here, or was found not to be needed."""
        return self.received_on is not None or bool(self.waived_because)


class MatterPause(Base):
    """不计入期限的时间: hearing, inspection, appraisal, expert review (行政许可法第四十五条)."""

    __tablename__ = "matter_pause"
    __label__ = "不计时"
    __called_by__ = ("reason",)

    matter: Mapped[Matter] = link("办件", Matter, width=14, in_table=True)
    reason: Mapped[lists.PauseReason] = field("事由", in_table=True)
    since: Mapped[date] = field("起", in_table=True)
    until: Mapped[date | None] = field("止", in_table=True)
    notice: Mapped[str | None] = field("告知文书", width=20)
