"""档案件: one finished matter as it stands on the shelf."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.organizations.models.body import Organization
from qyclient.organizations.models.matters import Matter
from qyclient.organizations.rules.lists import OrgType
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT


class ArchivePiece(Base):
    """档案件: its number, its box, and what the catalogue says of it.

    `volume` counts the bodies of a class, `piece` the matters of a body; a name that was refused
    has no body, and its pieces stand in volume 0 of its class.
    """

    __tablename__ = "archive_piece"
    __table_args__ = (UniqueConstraint("category", "volume", "piece"),)
    __label__ = "档案件"
    __called_by__ = ("number",)
    __stays__ = "档案在本机关上架"
    __never_undone__ = "归档已经编号，撤销会断号；写错的在“档案”里修改"

    number: Mapped[str] = field("档号", unique=True, width=22, in_table=True, found="text")
    organization: Mapped[Organization | None] = link("社会组织", Organization, width=28)
    matter: Mapped[Matter] = link("办件", Matter, width=14, in_table=True)
    title: Mapped[str] = field("文件名", width=36, in_table=True, found="name")
    author: Mapped[str] = field("责任者", width=24, in_table=True)
    dated: Mapped[date] = field("成文日期", in_table=True)
    document_number: Mapped[str | None] = field("文号", width=24)
    category: Mapped[OrgType] = field("类别", in_table=True)
    volume: Mapped[int] = field("卷号")
    piece: Mapped[int] = field("件号", in_table=True)
    box: Mapped[str] = field("盒号", in_table=True, found="text")
    pages: Mapped[int | None] = field("页数", in_table=True, help="扫描件的页数之和，可以改")
    retention: Mapped[str] = field("保管期限", in_table=True)
    shelved_on: Mapped[date] = field("归档日期")
    shelved_by: Mapped[str] = field("立件人")
    checked_by: Mapped[str | None] = field("检查人")
    remark: Mapped[str | None] = field("备考", LONG_TEXT, width=28, help="缺页、破损、复制件等")
