"""评委 and their points; actual values; what was asked of a rater's independence."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.evaluations.models.round import EvaluationRound
from qyclient.evaluations.models.template import Indicator
from qyclient.evaluations.rules.lists import Party
from qyclient.records.base import Base, field, link
from qyclient.records.columns import Points
from qyclient.records.kinds import LONG_TEXT, NUMBER, PERSON_NAME


class Rater(Base):
    """评委: one who gives points in a round; nobody gives any before he declared his ties."""

    __tablename__ = "rater"
    __table_args__ = (UniqueConstraint("round_id", "name"), UniqueConstraint("code"))
    __label__ = "评委"
    __called_by__ = ("name",)

    round: Mapped[EvaluationRound] = link("轮次", EvaluationRound, width=14)
    name: Mapped[str] = field("姓名", PERSON_NAME, in_table=True)
    party: Mapped[Party] = field("评价方", in_table=True)
    unit: Mapped[str | None] = field("单位", width=24, in_table=True)
    code: Mapped[str] = field(
        "评分表编号", width=16, in_table=True, help="印在评分表上，回收时核对"
    )
    declared_on: Mapped[date | None] = field("回避声明日期", in_table=True)
    tie: Mapped[str | None] = field("利害关系", width=28, help="没有的留空；有的写明，不得评分")
    excluded_because: Mapped[str | None] = field("不计分的理由", width=28)
    handed_in_on: Mapped[date | None] = field("交表日期", in_table=True)
    keyed_by: Mapped[str | None] = field("录入人", PERSON_NAME)
    checked_by: Mapped[str | None] = field("复录人", PERSON_NAME)

    @property
    def counts(self) -> bool:
        """Say whether his points are part of the result."""
        return self.excluded_because is None and self.handed_in_on is not None


class Score(Base):
    """评分: one rater's points for one indicator, and why they are not all."""

    __tablename__ = "score"
    __table_args__ = (UniqueConstraint("rater_id", "indicator_id"),)
    __label__ = "评分"
    __called_by__ = ("points",)

    rater: Mapped[Rater] = link("评委", Rater)
    indicator: Mapped[Indicator] = link("指标", Indicator, width=30, in_table=True)
    points: Mapped[Points | None] = field("得分", NUMBER, in_table=True)
    reason: Mapped[str | None] = field("扣分理由", LONG_TEXT, width=36, in_table=True)
    by_rule: Mapped[bool | None] = field("按实际值计算")


class Actual(Base):
    """实际值: what was reached of a quantity in a round, from where it is known."""

    __tablename__ = "actual"
    __table_args__ = (UniqueConstraint("round_id", "indicator_id"),)
    __label__ = "实际值"
    __called_by__ = ("source",)

    round: Mapped[EvaluationRound] = link("轮次", EvaluationRound, width=14)
    indicator: Mapped[Indicator] = link("指标", Indicator, width=30, in_table=True)
    target: Mapped[Points] = field("目标值", NUMBER, in_table=True)
    actual: Mapped[Points] = field("实际值", NUMBER, in_table=True)
    source: Mapped[str] = field(
        "取数来源", width=32, in_table=True, help="如 服务记录已认定 42 个，或盖章报表名称"
    )
    override_because: Mapped[str | None] = field("不按记录取数的理由", width=32)
