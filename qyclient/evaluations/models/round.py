"""评价轮次: one evaluation of a contract or a body, from the plan to the confirmed result."""

from datetime import date

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.contracts.models import Contract
from qyclient.contracts.rules.payable import Grade
from qyclient.evaluations.models.template import IndicatorTemplate
from qyclient.evaluations.rules.lists import Occasion
from qyclient.evaluations.rules.states import MOVE, STATE
from qyclient.organizations.models import Organization
from qyclient.records.base import Base, field, link
from qyclient.records.columns import Points
from qyclient.records.kinds import LONG_TEXT, NUMBER, PERSON_NAME


class EvaluationRound(Base):
    """评价轮次: who evaluates what by which template, and what came out.

    Scores are empty until scoring is closed; then they are what the rows add up to, cut (not
    rounded) after four decimals, so that keeping them moves nobody over a boundary.
    """

    __tablename__ = "evaluation_round"
    __label__ = "评价轮次"
    __called_by__ = ("number",)

    number: Mapped[str] = field(
        "轮次编号", section="轮次", unique=True, width=14, in_table=True, found="text"
    )
    subject: Mapped[str] = field("评价对象", width=30, in_table=True, found="name")
    contract: Mapped[Contract | None] = link("合同", Contract, width=24, found="text")
    body: Mapped[Organization | None] = link("被评单位", Organization, width=28, found="text")
    occasion: Mapped[Occasion] = field("评价类别", width=12, in_table=True)
    template: Mapped[IndicatorTemplate] = link("指标体系", IndicatorTemplate, width=14)
    state: Mapped[str] = field("环节", STATE, width=10, in_table=True, index=True)
    organizer: Mapped[str] = field("评价组织", width=24, help="组织评价的科室或第三方机构")
    agency: Mapped[Organization | None] = link(
        "第三方机构", Organization, width=28, help="须有有效的评价服务合同，不能评它服务的单位"
    )
    due_on: Mapped[date | None] = field("评分截止", in_table=True, index=True)
    previous: Mapped[str | None] = field("重评的轮次", width=14)

    purchaser_weight: Mapped[int] = field("购买方权重", section="权重", help="三方权重合计 100")
    third_weight: Mapped[int] = field("第三方权重")
    beneficiary_weight: Mapped[int] = field("服务对象权重")
    missing_because: Mapped[str | None] = field(
        "缺一方的理由", width=32, help="缺少一方评分时，由负责人写明理由，权重按其余各方折算"
    )

    score: Mapped[Points | None] = field("总分", NUMBER, section="结果", in_table=True)
    grade: Mapped[Grade | None] = field("等级", in_table=True)
    purchaser_score: Mapped[Points | None] = field("购买方评分", NUMBER)
    third_score: Mapped[Points | None] = field("第三方评分", NUMBER)
    beneficiary_score: Mapped[Points | None] = field("服务对象评分", NUMBER)
    self_score: Mapped[Points | None] = field("自评分", NUMBER)
    veto: Mapped[str | None] = field("一票否决事项", width=28)
    scored_on: Mapped[date | None] = field("评分完毕日期")
    displayed_until: Mapped[date | None] = field("公示截止")
    confirmed_by: Mapped[str | None] = field("确认人", PERSON_NAME)
    confirmed_on: Mapped[date | None] = field("确认日期", in_table=True)
    alone: Mapped[bool | None] = field("一人办理")
    conclusion: Mapped[str | None] = field("结论和建议", LONG_TEXT, width=40)


class RoundStep(Base):
    """评价步骤: what was done to a round, when, by whom, with which words."""

    __tablename__ = "round_step"
    __label__ = "评价步骤"
    __called_by__ = ("move",)

    round: Mapped[EvaluationRound] = link("轮次", EvaluationRound, width=14, in_table=True)
    move: Mapped[str] = field("步骤", MOVE, in_table=True)
    source: Mapped[str] = field("原环节", STATE)
    target: Mapped[str] = field("到环节", STATE, in_table=True)
    done_on: Mapped[date] = field("办理日期", in_table=True)
    operator: Mapped[str] = field("操作人", PERSON_NAME, in_table=True)
    opinion: Mapped[str | None] = field("意见", LONG_TEXT, width=36)
    answers: Mapped[dict[str, str]] = mapped_column(JSON)
