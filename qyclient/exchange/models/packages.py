"""Whom packages go to and come from, and each package with what became of it."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.exchange.rules import lists
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import AREA, LONG_TEXT, PERSON_NAME


class Correspondent(Base):
    """往来机关: an office whose key was brought here once and read out to be sure."""

    __tablename__ = "correspondent"
    __label__ = "往来机关"
    __called_by__ = ("name", "area_code")
    __stays__ = "每个机关各有自己的往来机关"

    name: Mapped[str] = field("机关名称", width=28, in_table=True, found="name")
    area_code: Mapped[str] = field("行政区划", AREA, unique=True, in_table=True)
    phrase: Mapped[str] = field("口令词", width=48, in_table=True, help="当面或打电话核对")
    signs: Mapped[str] = field("签名公钥", width=52)
    receives: Mapped[str] = field("收件公钥", width=62)
    brought_on: Mapped[date] = field("导入日期", in_table=True)
    brought_by: Mapped[str] = field("导入人", PERSON_NAME, in_table=True)


class Package(Base):
    """数据包: one file from office to office, and how far it has come.

    `first` and `last` number the entries of the sender's history it holds; `tail` is the hash of
    the last, which the next package must begin behind.
    """

    __tablename__ = "package"
    __table_args__ = (UniqueConstraint("identity"),)
    __label__ = "数据包"
    __called_by__ = ("title",)
    __stays__ = "数据包本身不再装进数据包"
    __never_undone__ = "数据包已经编号；已并入的可以“整包撤销”"

    title: Mapped[str] = field("名称", width=34, in_table=True, found="text")
    office: Mapped[Correspondent] = link("往来机关", Correspondent, width=24, in_table=True)
    way: Mapped[lists.Way] = field("方向", in_table=True)
    sort: Mapped[lists.Sort] = field("种类", in_table=True)
    number: Mapped[int] = field("编号", in_table=True)
    state: Mapped[lists.State] = field("状态", in_table=True)
    made_on: Mapped[date] = field("日期", in_table=True, help="生成或收到的日期")
    made_by: Mapped[str] = field("经办人", PERSON_NAME)
    records: Mapped[int] = field("改动", in_table=True, help="包里有几条改动")
    files: Mapped[int] = field("附件", in_table=True)
    open_differences: Mapped[int] = field("待处理", in_table=True, help="两边改得不一样的项目")
    reason: Mapped[str | None] = field("说明", LONG_TEXT, width=40, in_table=True)
    answered_on: Mapped[date | None] = field("回执日期", in_table=True)
    phrase: Mapped[str] = field("核对词", width=40, help="与单子上的、对方念的一致才收")
    first: Mapped[int] = field("起于第几条记录")
    last: Mapped[int] = field("止于第几条记录")
    head: Mapped[str | None] = field("前一条的指纹")
    tail: Mapped[str | None] = field("最后一条的指纹")
    identity: Mapped[str] = field("包指纹", width=64)
    before: Mapped[str | None] = field("前一包的指纹")
    sha256: Mapped[str] = field("文件指纹", width=64)
    written_to: Mapped[str | None] = field("写到", width=30)
    merged_on: Mapped[date | None] = field("并入日期")
    merged_in: Mapped[str | None] = mapped_column(index=True)
    """The transaction it was merged in, by which it can be taken back."""
