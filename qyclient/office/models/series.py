"""How an office numbers its papers, where it does so otherwise than the program comes."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.office.rules.series import SERIES, NumberedBy
from qyclient.records.base import Base, field


class NumberSeries(Base):
    """文号序列: the pattern of a series from a year on, and what paper had used of that year."""

    __tablename__ = "number_series"
    __table_args__ = (UniqueConstraint("series", "year"),)
    __label__ = "文号序列"
    __called_by__ = ("pattern",)
    __stays__ = "每个机关各编各的号"

    series: Mapped[str] = field("序列", SERIES, width=16, in_table=True)
    year: Mapped[int] = field("从哪一年起", in_table=True, help="四位年份；以后各年照此，直到另设")
    pattern: Mapped[str] = field(
        "文号样式", width=32, in_table=True, help="{place} 代字，{year} 年份，{number} 序号"
    )
    kind: Mapped[NumberedBy] = field("编号方式", in_table=True)
    used: Mapped[int | None] = field(
        "这一年已用到", in_table=True, help="启用前在纸上已编到几号；从下一号接着编"
    )
