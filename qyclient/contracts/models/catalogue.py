"""指导性目录: what may be bought; versions with their days, items that are never deleted."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.contracts.rules import ServiceKind
from qyclient.records.base import Base, field, link


class Catalogue(Base):
    """指导性目录 of one version (102号 arts 11 to 14)."""

    __tablename__ = "catalogue"
    __label__ = "指导性目录"
    __called_by__ = ("name",)

    name: Mapped[str] = field("目录名称", unique=True, width=36, in_table=True, found="name")
    issuer: Mapped[str | None] = field("发布机关", width=20, in_table=True)
    document: Mapped[str | None] = field("文号", width=20, in_table=True)
    since: Mapped[date | None] = field("启用日期", in_table=True)
    until: Mapped[date | None] = field("停用日期", in_table=True)
    note: Mapped[str | None] = field("说明", width=32)


class CatalogueItem(Base):
    """目录事项, of one of three levels: the code of the one above begins its own."""

    __tablename__ = "catalogue_item"
    __table_args__ = (UniqueConstraint("catalogue_id", "code"),)
    __label__ = "目录事项"
    __called_by__ = ("name",)

    catalogue: Mapped[Catalogue] = link("目录", Catalogue, width=32, in_table=True)
    code: Mapped[str] = field("代码", width=10, in_table=True, found="text")
    name: Mapped[str] = field("事项", width=32, in_table=True, found="name")
    level: Mapped[int] = field("级次", in_table=True, help="1、2、3")
    upper: Mapped[str | None] = field("上级代码", width=10)
    service_kind: Mapped[ServiceKind] = field("服务类型", width=18, in_table=True)
    remark: Mapped[str | None] = field("备注", width=24)
