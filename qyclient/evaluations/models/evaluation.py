"""绩效评价 of a contract."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.contracts.models import Contract
from qyclient.contracts.rules import Stage
from qyclient.records.base import Base, field, link
from qyclient.records.columns import Points
from qyclient.records.kinds import SCORE


class Evaluation(Base):
    """绩效评价: the score of one stage of a contract."""

    __tablename__ = "evaluation"
    __table_args__ = (UniqueConstraint("contract_id", "stage"),)
    __label__ = "绩效评价"
    __called_by__ = ("stage",)

    contract: Mapped[Contract] = link("合同", Contract, width=32, in_table=True, found="text")
    stage: Mapped[Stage] = field("评价阶段", in_table=True)
    score: Mapped[Points] = field("得分", SCORE, in_table=True)
    evaluated_on: Mapped[date] = field("评价日期", in_table=True)
    evaluator: Mapped[str | None] = field("评价组织", width=24, in_table=True)
    conclusion: Mapped[str | None] = field("评价意见", width=40)
