"""满意度问卷: whom to ask, where, and what they answered."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.evaluations.models.round import EvaluationRound
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT


class Survey(Base):
    """抽样: how the persons asked in a round were drawn; the seed draws the same ones again."""

    __tablename__ = "survey"
    __table_args__ = (UniqueConstraint("round_id"),)
    __label__ = "满意度抽样"
    __called_by__ = ("seed",)

    round: Mapped[EvaluationRound] = link("轮次", EvaluationRound, width=14)
    seed: Mapped[int] = field("随机种子", in_table=True)
    drawn_on: Mapped[date] = field("抽样日期", in_table=True)
    served: Mapped[int] = field("服务人数", in_table=True)
    size: Mapped[int] = field("应抽人数", in_table=True)
    witnesses: Mapped[str] = field("抽样在场人", width=24, in_table=True)
    rule: Mapped[str] = field("抽样规则", LONG_TEXT, width=32)


class Tally(Base):
    """问卷汇总: one village or community: who was drawn there, and what they answered."""

    __tablename__ = "tally"
    __table_args__ = (UniqueConstraint("survey_id", "place"),)
    __label__ = "问卷汇总"
    __called_by__ = ("place",)

    survey: Mapped[Survey] = link("抽样", Survey, width=12)
    place: Mapped[str] = field("村（社区）", width=18, in_table=True)
    served: Mapped[int] = field("服务人数", in_table=True)
    drawn: Mapped[int] = field("抽取人数", in_table=True)
    numbers: Mapped[str] = field("抽中的名册序号", width=28, help="服务对象名册中的序号")
    reserves: Mapped[str | None] = field("替补的名册序号", width=20)
    replaced: Mapped[int | None] = field("替换人数", help="找不到人而用替补的")
    refused: Mapped[int | None] = field("拒访人数")
    very_satisfied: Mapped[int | None] = field("非常满意", in_table=True)
    satisfied: Mapped[int | None] = field("满意", in_table=True)
    fair: Mapped[int | None] = field("一般", in_table=True)
    dissatisfied: Mapped[int | None] = field("不满意", in_table=True)
    very_dissatisfied: Mapped[int | None] = field("很不满意", in_table=True)
    present: Mapped[str | None] = field("调查时在场人", width=24)
    tallied_on: Mapped[date | None] = field("调查日期", in_table=True)
