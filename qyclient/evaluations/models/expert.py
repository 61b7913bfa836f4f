"""专家库: who may be asked to rate, whom each must keep away from, and how some were drawn."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.evaluations.models.round import EvaluationRound
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT, PERSON_NAME, PHONE


class Expert(Base):
    """专家: one of the pool from which the third party's raters are drawn."""

    __tablename__ = "expert"
    __table_args__ = (UniqueConstraint("name", "unit"),)
    __label__ = "专家"
    __called_by__ = ("name",)

    name: Mapped[str] = field("姓名", PERSON_NAME, in_table=True, found="name")
    unit: Mapped[str] = field("工作单位", width=28, in_table=True, found="text", aliases=("单位",))
    specialty: Mapped[str] = field(
        "专业领域", width=20, in_table=True, found="text", help="如 社会工作、财务、法律"
    )
    title: Mapped[str | None] = field("职称、职务", width=18, in_table=True)
    phone: Mapped[str | None] = field("电话", PHONE, width=16)
    joined_on: Mapped[date | None] = field("入库日期", in_table=True)
    avoids: Mapped[str | None] = field(
        "应回避的单位", LONG_TEXT, width=32, help="任职、投资、有亲属的单位，每行一个"
    )
    out_because: Mapped[str | None] = field("停用原因", width=24, in_table=True)
    remark: Mapped[str | None] = field("备注", width=24)


class ExpertDraw(Base):
    """专家抽取: out of whom, by which seed and before whom; the seed draws the same ones again."""

    __tablename__ = "expert_draw"
    __label__ = "专家抽取"
    __called_by__ = ("drawn_on",)

    round: Mapped[EvaluationRound] = link("轮次", EvaluationRound, width=14, in_table=True)
    drawn_on: Mapped[date] = field("抽取日期", in_table=True)
    specialty: Mapped[str | None] = field(
        "专业领域", width=20, in_table=True, help="只从这一领域抽；留空是全部"
    )
    size: Mapped[int] = field("抽取人数", in_table=True)
    seed: Mapped[int] = field("随机种子", in_table=True)
    witnesses: Mapped[str] = field("在场人", width=24, in_table=True)
    pool: Mapped[str] = field("候选名单", LONG_TEXT, width=36, help="抽取时的顺序和编号")
    avoided: Mapped[str | None] = field("回避和不能抽的", LONG_TEXT, width=36)
    drawn: Mapped[str] = field("抽中", LONG_TEXT, width=28, in_table=True)
    reserves: Mapped[str | None] = field("候补（按顺序）", LONG_TEXT, width=28)
    called_up: Mapped[str | None] = field("递补经过", LONG_TEXT, width=28)
    operator: Mapped[str] = field("抽取人", PERSON_NAME)
