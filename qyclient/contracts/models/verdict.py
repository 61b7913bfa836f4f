"""评价结论: what an instalment waits for; the payment rules read nothing else of evaluations."""

from datetime import date

from sqlalchemy.orm import Mapped

from qyclient.contracts.models.contract import Contract
from qyclient.contracts.rules import Stage, VerdictSource
from qyclient.contracts.rules.payable import Grade
from qyclient.records.base import Base, field, link
from qyclient.records.columns import Points
from qyclient.records.kinds import PERSON_NAME, SCORE


class Verdict(Base):
    """评价结论: score and grade of a stage, entered by one and confirmed by another."""

    __tablename__ = "verdict"
    __label__ = "评价结论"
    __called_by__ = ("stage",)

    contract: Mapped[Contract] = link("合同", Contract, width=24, in_table=True, found="text")
    stage: Mapped[Stage] = field("评价阶段", in_table=True)
    score: Mapped[Points] = field("得分", SCORE, in_table=True)
    grade: Mapped[Grade] = field("等级", in_table=True)
    given_on: Mapped[date] = field("评价日期", in_table=True)
    source: Mapped[VerdictSource] = field("来源", in_table=True)
    evaluator: Mapped[str | None] = field("评价组织", width=24)
    report: Mapped[str | None] = field("评价报告", width=24, help="纸质报告的名称、文号和签字日期")
    conclusion: Mapped[str | None] = field("评价意见", width=40)
    entered_by: Mapped[str] = field("录入人", PERSON_NAME)
    confirmed_by: Mapped[str | None] = field("确认人", PERSON_NAME, in_table=True)
    confirmed_on: Mapped[date | None] = field("确认日期")
    alone: Mapped[bool | None] = field("一人办理")
    rectify_until: Mapped[date | None] = field("整改期限")
    rectified_on: Mapped[date | None] = field("整改复查合格日期")
    voided_because: Mapped[str | None] = field("作废原因")

    @property
    def rectifying(self) -> bool:
        """Say whether a rectification is open (整改未完成)."""
        return self.rectify_until is not None and self.rectified_on is None
