"""等级评估: a body applies, is checked, visited, judged, displayed, and holds a grade."""

from datetime import date

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.evaluations.models.round import EvaluationRound
from qyclient.evaluations.rules.grading import MOVE, STATE
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.lists import OrgGrade
from qyclient.records.base import Base, field, link
from qyclient.records.columns import Points
from qyclient.records.kinds import LONG_TEXT, NUMBER, PERSON_NAME


class Grading(Base):
    """等级评估: one application from the counter to the grade and its end (民政部令第39号)."""

    __tablename__ = "grading"
    __label__ = "等级评估"
    __called_by__ = ("number",)

    number: Mapped[str] = field("评估编号", unique=True, width=14, in_table=True, found="text")
    organization: Mapped[Organization] = link(
        "社会组织", Organization, width=32, in_table=True, found="text"
    )
    wanted: Mapped[OrgGrade] = field("申请等级", in_table=True)
    state: Mapped[str] = field("环节", STATE, width=12, in_table=True, index=True)
    applied_on: Mapped[date] = field("申请日期", in_table=True)
    findings: Mapped[str | None] = field("资格审查", LONG_TEXT, width=36)
    self_score: Mapped[Points | None] = field("自评分", NUMBER)
    round: Mapped[EvaluationRound | None] = link("考察评分轮次", EvaluationRound, width=14)
    score: Mapped[Points | None] = field("评估得分", NUMBER, in_table=True)
    proposed: Mapped[OrgGrade | None] = field("建议等级")
    members: Mapped[str | None] = field("到会委员", LONG_TEXT, width=28)
    displayed_until: Mapped[date | None] = field("公示截止")
    grade: Mapped[OrgGrade | None] = field("评定等级", in_table=True)
    valid_from: Mapped[date | None] = field("有效期起")
    valid_to: Mapped[date | None] = field("有效期止", in_table=True, index=True)
    certificate_no: Mapped[str | None] = field("证书编号", width=16)
    ended_because: Mapped[str | None] = field("降级、取消理由", LONG_TEXT, width=28)


class GradingStep(Base):
    """评估步骤: what was done to an application, when, by whom, with which words."""

    __tablename__ = "grading_step"
    __label__ = "评估步骤"
    __called_by__ = ("move",)

    grading: Mapped[Grading] = link("等级评估", Grading, width=14, in_table=True)
    move: Mapped[str] = field("步骤", MOVE, in_table=True)
    source: Mapped[str] = field("原环节", STATE)
    target: Mapped[str] = field("到环节", STATE, in_table=True)
    done_on: Mapped[date] = field("办理日期", in_table=True)
    operator: Mapped[str] = field("操作人", PERSON_NAME, in_table=True)
    opinion: Mapped[str | None] = field("意见", LONG_TEXT, width=36)
    answers: Mapped[dict[str, str]] = mapped_column(JSON)
