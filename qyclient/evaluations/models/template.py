"""指标体系: what is scored, how much it weighs, and who rates it."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.evaluations.rules import lists
from qyclient.records.base import Base, field, link
from qyclient.records.choices import several
from qyclient.records.columns import Points
from qyclient.records.kinds import LONG_TEXT, NUMBER


class IndicatorTemplate(Base):
    """指标体系: a tree of indicators; an edition that was used once never changes again."""

    __tablename__ = "indicator_template"
    __table_args__ = (UniqueConstraint("code", "edition"),)
    __label__ = "指标体系"
    __called_by__ = ("number", "name")

    number: Mapped[str] = field(
        "编号", section="指标体系", unique=True, width=12, in_table=True, found="text"
    )
    name: Mapped[str] = field("名称", width=30, in_table=True, found="name")
    purpose: Mapped[lists.Purpose] = field("用途", width=16, in_table=True)
    total: Mapped[Points] = field("总分", NUMBER, in_table=True)
    code: Mapped[str] = field("代号", width=10, help="同一体系的各版代号相同，如 C1")
    edition: Mapped[int] = field("版次", in_table=True)
    status: Mapped[lists.TemplateStatus] = field("状态", width=10, in_table=True)
    effective_on: Mapped[date | None] = field("启用日期", in_table=True)
    citation: Mapped[str | None] = field("依据", width=36)
    remark: Mapped[str | None] = field("说明", LONG_TEXT, width=36)


class Indicator(Base):
    """指标: one line of a template; one without a kind is the heading of what stands under it."""

    __tablename__ = "indicator"
    __label__ = "指标"
    __called_by__ = ("name",)

    template: Mapped[IndicatorTemplate] = link("指标体系", IndicatorTemplate, width=14)
    number: Mapped[str] = field("序号", section="指标", in_table=True, help="如 2.1.3，最多四级")
    name: Mapped[str] = field("指标名称", width=36, in_table=True, aliases=("指标", "名称"))
    kind: Mapped[lists.IndicatorKind | None] = field(
        "类型", in_table=True, help="留空是分组标题，下级分值之和等于本级"
    )
    weight: Mapped[Points] = field("分值", NUMBER, in_table=True, aliases=("权重",))
    raters: Mapped[str | None] = field(
        "由谁评", several(lists.Party), width=24, in_table=True, aliases=("评价方",)
    )
    is_veto: Mapped[bool | None] = field("一票否决", help="发生即定为最低等级，分值填 0")
    unit: Mapped[str | None] = field("计量单位", section="目标与计分")
    target: Mapped[Points | None] = field("目标值", NUMBER, in_table=True)
    direction: Mapped[lists.Direction | None] = field("方向")
    method: Mapped[lists.Method | None] = field(
        "计分方法", help="定量指标按实际值自动计分时填写；留空由评委打分"
    )
    style: Mapped[lists.Style | None] = field("评分方式")
    parts: Mapped[str | None] = field(
        "评分细项", LONG_TEXT, width=36, help="组合分、程度分每行一项：名称 分值"
    )
    step: Mapped[Points | None] = field("最小分", NUMBER, help="打分的最小单位，如 0.1、0.5、1")
    rule: Mapped[str | None] = field("评分标准", LONG_TEXT, width=40, aliases=("计分规则",))
    evidence: Mapped[str | None] = field("佐证材料", LONG_TEXT, width=36)
    source: Mapped[str | None] = field(
        "取数来源", width=20, help="服务记录中的计量项目名称，如 个案；自动取实际值"
    )
    voided_because: Mapped[str | None] = field("去掉的原因", width=20)
