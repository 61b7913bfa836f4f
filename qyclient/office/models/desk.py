"""Which office this register belongs to, and the lists it keeps at hand."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.records.base import Base, field
from qyclient.records.dates import PartialDate
from qyclient.records.kinds import AREA, LONG_TEXT, PERSON_NAME, PHONE


class Office(Base):
    """民政局: the registration authority whose register this is; a register holds one."""

    __tablename__ = "office"
    __label__ = "登记管理机关"
    __called_by__ = ("name",)
    __stays__ = "每个机关各有自己的"

    name: Mapped[str] = field("机关名称", width=28, in_table=True)
    area_code: Mapped[str] = field("行政区划", AREA, in_table=True)
    province: Mapped[str] = field("省份简称", help="证书编号前的字，如 粤")
    scope_suffix: Mapped[str | None] = field(
        "业务范围附注", width=40, help="印在业务范围之后的句子，可以留空"
    )
    begun_on: Mapped[date | None] = field(
        "启用日期", help="本程序开始使用的日期；从档案补录的单位，期限和年检从这天起计算"
    )
    is_sample: Mapped[bool] = field("样例", help="样例县的数据不是真实登记")
    place: Mapped[str | None] = field("文号代字", help="文号开头的字，如 清新；留空用区划简称")
    address: Mapped[str | None] = field("办公地址", width=36, help="印在通知书上")
    phone: Mapped[str | None] = field("联系电话", PHONE, width=16, help="印在通知书上")
    contact: Mapped[str | None] = field(
        "联系人", PERSON_NAME, help="文书样式里用到“联系人”时印这个姓名"
    )
    government: Mapped[str | None] = field(
        "行政复议机关", width=28, help="如 某某县人民政府；印在决定书的救济途径里"
    )
    court: Mapped[str | None] = field(
        "受理诉讼的法院", width=28, help="按本地行政案件集中管辖的规定填写"
    )


class AddedArea(Base):
    """自填区划: an area that is not among those shipped, with the office that answers for it."""

    __tablename__ = "added_area"
    __label__ = "自填区划"
    __called_by__ = ("name", "code")
    __stays__ = "每个机关各有自己的"

    code: Mapped[str] = field("区划代码", AREA, unique=True, in_table=True, help="六位，如 110101")
    name: Mapped[str] = field("区划名称", width=20, in_table=True, help="写全称，如 某某县")
    office: Mapped[str] = field(
        "机关名称", width=28, in_table=True, help="印在证书和报表上，如 某某县民政局"
    )
    valid_from: Mapped[PartialDate | None] = field("启用时间", help="可以只写年份，也可以留空")
    valid_to: Mapped[PartialDate | None] = field("停用时间", help="仍在使用的留空")


class SavedView(Base):
    """常用筛选: a list's words, filters and order under a name, shown as a chip."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("noun", "name"),)
    __label__ = "常用筛选"
    __called_by__ = ("name",)
    __stays__ = "列表怎么看由各人自己定"

    noun: Mapped[str] = field("列表")
    name: Mapped[str] = field("名称", in_table=True)
    view: Mapped[str] = field("条件", LONG_TEXT)
