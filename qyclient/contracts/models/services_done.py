"""服务记录 and who does the work: stations of the network, social workers, training classes."""

from datetime import date
from decimal import Decimal

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.contracts.models.contract import Contract
from qyclient.contracts.rules import (
    RecordStatus,
    ServiceType,
    ServiceWay,
    StationLevel,
    WorkerLevel,
)
from qyclient.organizations.models import Organization
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT, PERSON_NAME, PHONE


class Station(Base):
    """服务站点 of the 县镇村 three-level network; the one above is named."""

    __tablename__ = "station"
    __label__ = "服务站点"
    __called_by__ = ("name",)

    name: Mapped[str] = field("站点名称", unique=True, width=28, in_table=True, found="name")
    level: Mapped[StationLevel] = field("层级", in_table=True)
    upper: Mapped[str | None] = field("上级站点", width=24, in_table=True)
    town: Mapped[str | None] = field("镇街", in_table=True)
    head: Mapped[str | None] = field("负责人", PERSON_NAME)
    phone: Mapped[str | None] = field("电话", PHONE, width=16)
    address: Mapped[str | None] = field("地址", width=32)
    opened_on: Mapped[date | None] = field("启用日期", in_table=True)


class ServiceRecord(Base):
    """服务记录: proof of work, in counts; who was served is no ledger of persons.

    What a supplier sends is 申报; only what is recognised counts for deliverables and pay.
    """

    __tablename__ = "service_record"
    __table_args__ = (
        UniqueConstraint("number"),
        Index("ix_service_record_counted", "contract_id", "status", "type"),
        Index("ix_service_record_network", "station_id", "served_on", "item"),
    )
    __label__ = "服务记录"
    __called_by__ = ("number",)

    number: Mapped[str] = field(
        "记录编号", width=16, in_table=True, found="text", aliases=("编号", "序号")
    )
    contract: Mapped[Contract | None] = link(
        "合同", Contract, width=18, in_table=True, aliases=("合同编号",)
    )
    station: Mapped[Station | None] = link("站点", Station, width=20, in_table=True)
    type: Mapped[ServiceType] = field("种类", in_table=True, aliases=("服务种类", "类型"))
    served_on: Mapped[date] = field(
        "服务日期", in_table=True, aliases=("日期", "受理日期", "服务时间")
    )
    item: Mapped[str | None] = field(
        "事项", width=20, in_table=True, aliases=("服务事项", "服务内容")
    )
    place: Mapped[str | None] = field("地点", width=18, aliases=("镇村", "服务地点"))
    quantity: Mapped[int] = field(
        "数量", in_table=True, help="个、节、场、件", aliases=("次数", "件数")
    )
    beneficiaries: Mapped[int | None] = field(
        "受益人次", in_table=True, aliases=("服务人次", "人次")
    )
    worker: Mapped[str | None] = field("社工", PERSON_NAME, aliases=("服务人员", "经办人"))
    volunteers: Mapped[int | None] = field("志愿者人数", aliases=("志愿者",))
    volunteer_hours: Mapped[Decimal | None] = field("志愿服务小时", aliases=("志愿时数",))
    way: Mapped[ServiceWay | None] = field("方式", aliases=("办理方式",))
    due_on: Mapped[date | None] = field("时限", aliases=("办结期限",))
    finished_on: Mapped[date | None] = field("办结日期")
    result: Mapped[str | None] = field("结果", width=20)
    satisfaction: Mapped[int | None] = field("满意度", help="1 至 5", aliases=("满意度（1-5）",))
    status: Mapped[RecordStatus] = field("状态", in_table=True)
    checked_how: Mapped[str | None] = field("核查方式", width=14, help="电话、实地、照片")
    checked_by: Mapped[str | None] = field("核查人", PERSON_NAME)
    checked_because: Mapped[str | None] = field("核查说明", LONG_TEXT, width=24)


class SampleCheck(Base):
    """抽查: which records were drawn, by which seed, so that anybody can draw them again."""

    __tablename__ = "sample_check"
    __label__ = "抽查"
    __called_by__ = ("drawn_on",)

    contract: Mapped[Contract] = link("合同", Contract, width=20, in_table=True)
    drawn_on: Mapped[date] = field("抽取日期", in_table=True)
    seed: Mapped[int] = field("随机种子", in_table=True)
    population: Mapped[int] = field("申报数", in_table=True)
    size: Mapped[int] = field("抽取数", in_table=True)
    numbers: Mapped[str] = field("抽中的记录", LONG_TEXT, width=36)
    operator: Mapped[str] = field("抽取人", PERSON_NAME)


class SocialWorker(Base):
    """社会工作者, with level and certificate; paired volunteers and their hours (社工+志愿者)."""

    __tablename__ = "social_worker"
    __label__ = "社会工作者"
    __called_by__ = ("name",)

    name: Mapped[str] = field("姓名", PERSON_NAME, in_table=True, found="name")
    level: Mapped[WorkerLevel] = field("职业水平", width=16, in_table=True)
    certificate_no: Mapped[str | None] = field("证书编号", width=20)
    organization: Mapped[Organization | None] = link(
        "所在单位", Organization, width=28, in_table=True, found="text"
    )
    training_hours: Mapped[int | None] = field("继续教育学时", in_table=True)
    place: Mapped[str | None] = field("服务镇村", width=18, in_table=True)
    volunteers: Mapped[int | None] = field("结对志愿者人数", in_table=True)
    volunteer_hours: Mapped[int | None] = field("志愿服务小时", in_table=True)
    paired_since: Mapped[date | None] = field("结对起")
    remark: Mapped[str | None] = field("备注", width=20)


class TrainingClass(Base):
    """培训班 for social workers: hours, trainer, attendance, examination."""

    __tablename__ = "training_class"
    __label__ = "培训班"
    __called_by__ = ("name",)

    name: Mapped[str] = field("班名", unique=True, width=30, in_table=True, found="name")
    organiser: Mapped[str] = field("主办单位", width=24, in_table=True)
    place: Mapped[str | None] = field("地点", width=20)
    start_on: Mapped[date] = field("开班日期", in_table=True)
    end_on: Mapped[date | None] = field("结业日期")
    hours: Mapped[int] = field("学时", in_table=True)
    trainer: Mapped[str | None] = field("授课人", width=16)
    enrolled: Mapped[int] = field("报名人数", in_table=True)
    attended: Mapped[int | None] = field("到课人数", in_table=True)
    passed: Mapped[int | None] = field("考核合格", in_table=True)
    budget: Mapped[Decimal | None] = field("经费", width=14)
    remark: Mapped[str | None] = field("备注", width=20)
