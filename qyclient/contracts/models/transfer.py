"""职能转移: items, the meetings that coordinate them, and who is qualified to take them over."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.contracts.rules import DirectoryStatus, Opinion, TransferMode
from qyclient.contracts.rules.states import TRANSFER_STATE
from qyclient.organizations.models import Organization
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT, PERSON_NAME


class FunctionItem(Base):
    """职能事项: something a department does that a body may take over (DOMAIN 5.2)."""

    __tablename__ = "function_item"
    __label__ = "职能事项"
    __called_by__ = ("number",)

    number: Mapped[str] = field(
        "事项编号", section="事项", unique=True, width=14, in_table=True, found="text"
    )
    name: Mapped[str] = field("职能事项", width=32, in_table=True, found="name")
    department: Mapped[str] = field("部门", width=20, in_table=True, found="name")
    basis: Mapped[str | None] = field("依据", width=28, help="法律、法规或文件")
    kind: Mapped[str | None] = field("类别", width=14, help="如 行业统计、培训考核、资质初审")
    mode: Mapped[TransferMode] = field("处置方式", width=18, in_table=True)
    status: Mapped[str] = field("状态", TRANSFER_STATE, width=12, in_table=True)
    deadline: Mapped[date | None] = field(
        "转移期限", in_table=True, help="暂时保留、限时转移的必须填写"
    )
    recipient: Mapped[Organization | None] = link(
        "承接社会组织", Organization, section="承接", width=28, in_table=True, found="text"
    )
    proposed_by: Mapped[str | None] = field("提出方", width=20)
    selection: Mapped[str | None] = field("遴选方式", width=14, help="唯一或竞争")
    conditions: Mapped[str | None] = field("承接条件", LONG_TEXT, width=28)
    funding: Mapped[str | None] = field("经费", width=14, help="无偿、购买或收费")
    agreement: Mapped[str | None] = field("协议编号", width=18)
    agreed_on: Mapped[date | None] = field("协议日期")
    supervision: Mapped[str | None] = field("监管措施", LONG_TEXT, section="监管", width=32)
    risk: Mapped[str | None] = field("风险", width=24)
    withdrawn_because: Mapped[str | None] = field("收回理由", LONG_TEXT, width=28)
    remark: Mapped[str | None] = field("备注", width=24)


class Meeting(Base):
    """协调会议: departments and bodies sit down over a list of functions."""

    __tablename__ = "meeting"
    __label__ = "协调会议"
    __called_by__ = ("title",)

    title: Mapped[str] = field("会议名称", unique=True, width=36, in_table=True, found="name")
    held_on: Mapped[date] = field("日期", in_table=True)
    place: Mapped[str | None] = field("地点", width=24)
    convener: Mapped[str] = field("主持", width=20, in_table=True)
    attendees: Mapped[str] = field("参加", LONG_TEXT, width=36)
    follow_up: Mapped[str | None] = field("后续安排", LONG_TEXT, width=32)


class MeetingOpinion(Base):
    """会议意见: what a meeting agreed of one function, and what the department said."""

    __tablename__ = "meeting_opinion"
    __table_args__ = (UniqueConstraint("meeting_id", "item_id"),)
    __label__ = "会议意见"
    __called_by__ = ("opinion",)

    meeting: Mapped[Meeting] = link("会议", Meeting, width=28, in_table=True)
    item: Mapped[FunctionItem] = link("事项", FunctionItem, width=14, in_table=True)
    opinion: Mapped[Opinion] = field("议定", in_table=True)
    department_said: Mapped[str | None] = field("部门意见", LONG_TEXT, width=28)
    reason: Mapped[str | None] = field("理由", LONG_TEXT, width=28, in_table=True)
    due: Mapped[date | None] = field("时限", in_table=True)


class DirectoryEntry(Base):
    """资质目录: a body qualified to take over functions and services, and why it is or not."""

    __tablename__ = "directory_entry"
    __label__ = "资质目录"
    __called_by__ = ("number",)

    number: Mapped[str] = field("目录编号", unique=True, width=12, in_table=True, found="text")
    organization: Mapped[Organization] = link(
        "社会组织", Organization, width=32, in_table=True, found="text"
    )
    status: Mapped[DirectoryStatus] = field("状态", width=10, in_table=True)
    service_field: Mapped[str | None] = field("服务领域", width=20, in_table=True)
    applied_on: Mapped[date] = field("申请日期")
    full_time: Mapped[int | None] = field("专职人员数")
    has_finance: Mapped[bool | None] = field("独立财务制度", help="有独立的财务、会计制度")
    has_premises: Mapped[bool | None] = field("固定办公场所")
    publicity_from: Mapped[date | None] = field("公示起")
    listed_on: Mapped[date | None] = field("列入日期", in_table=True)
    valid_to: Mapped[date | None] = field("有效期至", in_table=True)
    contact: Mapped[str | None] = field("联系人", PERSON_NAME)
    reason: Mapped[str | None] = field("最近一次核查", LONG_TEXT, width=36, in_table=True)
    findings: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
