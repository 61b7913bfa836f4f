"""What the office laid down itself: rules beside the shipped ones, and the days it works."""

from datetime import date

from sqlalchemy.orm import Mapped

from qyclient.office.rules.limits import RULE, UNIT
from qyclient.office.rules.own_rules import Evidence, Severity, Subject
from qyclient.records.base import Base, field


class OwnRule(Base):
    """本局规则: a rule with its value, its days and where it stands; goes before a shipped one.

    An amendment of the law is entered as rows: from its first day on they hold, and what was
    decided before is still judged by what held then.
    """

    __tablename__ = "own_rule"
    __label__ = "本局规则"
    __called_by__ = ("rule",)

    rule: Mapped[str] = field("规则", RULE, width=24, in_table=True)
    org_type: Mapped[Subject] = field("适用", in_table=True)
    value: Mapped[str | None] = field("数值", in_table=True, help="依据类的规则没有数值，留空")
    unit: Mapped[str | None] = field("单位", UNIT, in_table=True)
    severity: Mapped[Severity] = field("轻重", in_table=True)
    citation: Mapped[str] = field(
        "依据条款", width=40, in_table=True, help="印在文书上，如 社会团体登记管理条例第十二条"
    )
    valid_from: Mapped[date] = field("施行日期", in_table=True)
    valid_to: Mapped[date | None] = field("失效日期", in_table=True, help="含当天；仍有效的留空")
    source: Mapped[str] = field("出处", width=28, in_table=True, help="文件名称和文号")
    evidence: Mapped[Evidence] = field("核实", in_table=True)
    voided_because: Mapped[str | None] = field("作废原因", width=24)


class OwnDay(Base):
    """放假安排: a holiday, or a day of a weekend on which the office works (国务院办公厅通知)."""

    __tablename__ = "own_day"
    __label__ = "放假安排"
    __called_by__ = ("on",)

    on: Mapped[date] = field("日期", unique=True, in_table=True)
    works: Mapped[bool] = field("上班", in_table=True)
    name: Mapped[str] = field("节日", in_table=True)
    source: Mapped[str] = field("出处", width=28, in_table=True, help="通知的名称和文号")
