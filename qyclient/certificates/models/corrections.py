"""证书更正: a wrong sheet, what else carries the wrong value, and when all of it is mended."""

from datetime import date

from sqlalchemy.orm import Mapped

from qyclient.certificates import rules
from qyclient.certificates.models.papers import Certificate
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT, PERSON_NAME


class Correction(Base):
    """更正: begins with the wrong certificate; open until the wrong sheets are back or void."""

    __tablename__ = "correction"
    __label__ = "证书更正"
    __called_by__ = ("item",)

    certificate: Mapped[Certificate] = link("有误的证书", Certificate, width=12)
    body: Mapped[str] = field("持证单位", width=32, in_table=True, found="name")
    item: Mapped[str] = field("有误的项目", width=14, in_table=True)
    wrong: Mapped[str] = field("证书上是", LONG_TEXT, width=24, in_table=True)
    right: Mapped[str] = field("应当是", LONG_TEXT, width=24, in_table=True)
    cause: Mapped[rules.ErrorCause] = field("原因", in_table=True)
    approver: Mapped[str] = field("批准人", PERSON_NAME, in_table=True)
    opened_on: Mapped[date] = field("立项日期", in_table=True)
    closed_on: Mapped[date | None] = field("办结日期", in_table=True)
    reissued: Mapped[str | None] = field("重新发证", width=12, in_table=True, found="text")
    note: Mapped[str | None] = field("说明", LONG_TEXT, width=28)


class CorrectionItem(Base):
    """更正清单: one thing that carries the wrong value, and what is done about it."""

    __tablename__ = "correction_item"
    __label__ = "更正清单"
    __called_by__ = ("what",)

    correction: Mapped[Correction] = link("更正", Correction, width=12)
    sort: Mapped[rules.Carrier] = field("类别", in_table=True)
    what: Mapped[str] = field("内容", width=36, in_table=True)
    offer: Mapped[str] = field("建议", width=36, in_table=True)
    done_on: Mapped[date | None] = field("处理日期", in_table=True)
    note: Mapped[str | None] = field("处理情况", width=28, in_table=True)
