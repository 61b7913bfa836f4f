"""统计报表: one return of one period, from the draft to what the city has."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.records.base import Base, field, link
from qyclient.records.columns import Points
from qyclient.records.kinds import LONG_TEXT, NUMBER, PERSON_NAME
from qyclient.returns.rules.layouts import KIND
from qyclient.returns.rules.periods import PERIOD
from qyclient.returns.rules.states import MOVE, STATE


class Return(Base):
    """统计报表: figures of a period for the city (民政事业统计调查制度; 统计法 art 17).

    `kept` are its figures as they were when it was checked, with every record behind each; until
    then, and after the city sent it back, they are worked out of the register.
    """

    __tablename__ = "statistical_return"
    __table_args__ = (UniqueConstraint("kind", "period"),)
    __label__ = "统计报表"
    __called_by__ = ("title",)

    title: Mapped[str] = field("表名", width=40, in_table=True, found="name")
    kind: Mapped[str] = field("报表", KIND, width=26)
    period: Mapped[str] = field("报告期", PERIOD, width=14, in_table=True)
    state: Mapped[str] = field("环节", STATE, width=10, in_table=True, index=True)
    due_on: Mapped[date | None] = field(
        "报送期限", in_table=True, index=True, help="按表样的天数算出；市局另有通知的改成通知的日期"
    )
    made_by: Mapped[str] = field("制表人", PERSON_NAME, in_table=True)
    checked_by: Mapped[str | None] = field("审核人", PERSON_NAME)
    checked_on: Mapped[date | None] = field("审核日期")
    signed_by: Mapped[str | None] = field("单位负责人", PERSON_NAME)
    signed_on: Mapped[date | None] = field("签章日期")
    sent_on: Mapped[date | None] = field("报送日期", in_table=True)
    medium: Mapped[str | None] = field("报送方式", width=14, help="如 政务邮箱、U盘、纸质")
    returned_because: Mapped[str | None] = field("退回原因", LONG_TEXT, width=28)
    fingerprint: Mapped[str | None] = field(
        "快照指纹", width=20, help="审核时固定的数字的 SHA-256，文件属性里也有"
    )
    remark: Mapped[str | None] = field("备注", LONG_TEXT, width=28)
    kept: Mapped[dict[str, Any] | None] = mapped_column(JSON)


class TypedFigure(Base):
    """改填的数: what a clerk typed over what was counted, or where nothing could be, and why."""

    __tablename__ = "typed_figure"
    __label__ = "改填的数"
    __called_by__ = ("place",)

    statistical_return: Mapped[Return] = link("报表", Return, width=30)
    place: Mapped[str] = field("行和列", width=20, in_table=True)
    amount: Mapped[Points] = field("数", NUMBER, in_table=True)
    because: Mapped[str] = field("理由或来源", LONG_TEXT, width=28, in_table=True)
    voided_because: Mapped[str | None] = field("作废原因")


class Explanation(Base):
    """钩稽说明: why two cells that should agree do not; it counts while they are what they were."""

    __tablename__ = "check_explanation"
    __label__ = "钩稽说明"
    __called_by__ = ("finding",)

    statistical_return: Mapped[Return] = link("报表", Return, width=30)
    finding: Mapped[str] = field("校验项", width=20, in_table=True)
    figures: Mapped[str] = field("两边的数", width=16, in_table=True)
    said: Mapped[str] = field("说明", LONG_TEXT, width=36, in_table=True)
    voided_because: Mapped[str | None] = field("作废原因")


class ReturnStep(Base):
    """报表步骤: what was done to a return, when, by whom, with which words."""

    __tablename__ = "return_step"
    __label__ = "报表步骤"
    __called_by__ = ("move",)

    statistical_return: Mapped[Return] = link("报表", Return, width=30)
    move: Mapped[str] = field("步骤", MOVE, in_table=True)
    source: Mapped[str] = field("原环节", STATE)
    target: Mapped[str] = field("到环节", STATE, in_table=True)
    done_on: Mapped[date] = field("办理日期", in_table=True)
    operator: Mapped[str] = field("操作人", PERSON_NAME, in_table=True)
    alone: Mapped[bool | None] = field("一人办理")
    said: Mapped[str | None] = field("内容", LONG_TEXT, width=36)
