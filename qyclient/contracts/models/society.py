"""What comes before and beside buying: needs, challenges, pilots, and 村民理事会 as partners."""

from datetime import date

from sqlalchemy.orm import Mapped

from qyclient.contracts.models.contract import Contract
from qyclient.organizations.models import Organization
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT, PERSON_NAME


class Need(Base):
    """服务需求, collected from villages, stations and bodies, before anything is bought."""

    __tablename__ = "need"
    __label__ = "服务需求"
    __called_by__ = ("title",)

    title: Mapped[str] = field("需求", width=32, in_table=True, found="name")
    source: Mapped[str] = field("提出方", width=24, in_table=True, help="村、站点或社会组织")
    raised_on: Mapped[date] = field("提出日期", in_table=True)
    people: Mapped[int | None] = field("涉及人数", in_table=True)
    consulted: Mapped[str | None] = field("征求意见", LONG_TEXT, width=28)
    rank: Mapped[int | None] = field("排序", in_table=True)
    project: Mapped[Contract | None] = link("列入项目", Contract, width=20, in_table=True)
    remark: Mapped[str | None] = field("备注", width=20)


class Challenge(Base):
    """质疑 of a supplier against a procurement, and the answer (采购法 arts 52 and 53)."""

    __tablename__ = "challenge"
    __label__ = "供应商质疑"
    __called_by__ = ("supplier",)

    project: Mapped[Contract] = link("项目", Contract, width=24, in_table=True)
    supplier: Mapped[str] = field("质疑供应商", width=24, in_table=True)
    knew_on: Mapped[date] = field("应知日期", help="知道或应当知道权益受损的日期")
    raised_on: Mapped[date] = field("提出日期", in_table=True)
    matter: Mapped[str] = field("质疑事项", LONG_TEXT, width=28, in_table=True)
    due_on: Mapped[date | None] = field("答复期限", in_table=True)
    answered_on: Mapped[date | None] = field("答复日期", in_table=True)
    answer: Mapped[str | None] = field("答复", LONG_TEXT, width=28)


class Pilot(Base):
    """试点: its goal, its time, its result, and whether it was promoted or ended."""

    __tablename__ = "pilot"
    __label__ = "试点"
    __called_by__ = ("name",)

    name: Mapped[str] = field("试点名称", unique=True, width=30, in_table=True, found="name")
    service_field: Mapped[str | None] = field("领域", width=16, in_table=True)
    organization: Mapped[Organization | None] = link(
        "试点单位", Organization, width=28, in_table=True
    )
    department: Mapped[str] = field("牵头部门", width=20, in_table=True)
    start_on: Mapped[date] = field("开始", in_table=True)
    end_on: Mapped[date | None] = field("结束", in_table=True)
    goal: Mapped[str] = field("目标", LONG_TEXT, width=32)
    result: Mapped[str | None] = field("结果", LONG_TEXT, width=32)
    promoted: Mapped[bool | None] = field("推广", in_table=True, help="进行中的留空")


class VillageCouncil(Base):
    """村民理事会, filed at the town."""

    __tablename__ = "village_council"
    __label__ = "村民理事会"
    __called_by__ = ("name",)

    name: Mapped[str] = field("名称", unique=True, width=30, in_table=True, found="name")
    town: Mapped[str] = field("镇街", in_table=True)
    village: Mapped[str] = field("行政村", in_table=True)
    natural_village: Mapped[str | None] = field("自然村", in_table=True)
    founded_on: Mapped[date | None] = field("成立日期", in_table=True)
    term_to: Mapped[date | None] = field("任期至", in_table=True)
    chair: Mapped[str | None] = field("理事长", PERSON_NAME, in_table=True)
    members: Mapped[int] = field("理事人数", in_table=True)
    filed_on: Mapped[date | None] = field("镇街备案日期")


class CouncilDecision(Base):
    """理事会决议, with its votes."""

    __tablename__ = "council_decision"
    __label__ = "理事会决议"
    __called_by__ = ("matter",)

    council: Mapped[VillageCouncil] = link("理事会", VillageCouncil, width=28, in_table=True)
    decided_on: Mapped[date] = field("日期", in_table=True)
    matter: Mapped[str] = field("议题", width=28, in_table=True)
    present: Mapped[int] = field("应到人数", in_table=True)
    attended: Mapped[int] = field("实到人数", in_table=True)
    ayes: Mapped[int] = field("赞成", in_table=True)
    noes: Mapped[int] = field("反对", in_table=True)
    abstained: Mapped[int] = field("弃权", in_table=True)
    result: Mapped[str | None] = field("结果", width=12, in_table=True)
    published_on: Mapped[date | None] = field("公布日期")
