"""整改: what a grade obliges a contractor to, until when, and how it was checked again."""

from datetime import date

from sqlalchemy.orm import Mapped

from qyclient.evaluations.models.round import EvaluationRound
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT, PERSON_NAME


class Rectification(Base):
    """限期整改: opened by a confirmed grade; payments wait until it was checked and passed."""

    __tablename__ = "rectification"
    __label__ = "限期整改"
    __called_by__ = ("problems",)

    round: Mapped[EvaluationRound] = link("轮次", EvaluationRound, width=14, in_table=True)
    problems: Mapped[str] = field("问题清单", LONG_TEXT, width=36, in_table=True)
    due_on: Mapped[date] = field("整改期限", in_table=True, index=True)
    reported_on: Mapped[date | None] = field("整改报告日期", in_table=True)
    report: Mapped[str | None] = field("整改情况", LONG_TEXT, width=36)
    checked_on: Mapped[date | None] = field("复查日期", in_table=True)
    checked_by: Mapped[str | None] = field("复查人", PERSON_NAME)
    passed: Mapped[bool | None] = field("复查合格", in_table=True)
    finding: Mapped[str | None] = field("复查意见", LONG_TEXT, width=32)
