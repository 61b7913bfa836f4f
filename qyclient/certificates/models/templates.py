"""证书版式: the office's own editions of a template; what we ship is never changed."""

from datetime import date

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.certificates import rules
from qyclient.records.base import Base, field
from qyclient.records.kinds import PERSON_NAME


class OfficeTemplate(Base):
    """本机关版式: one edition of one stock's template; the newest that stands is printed.

    An old edition stays, because certificates were printed with it. `backdrop` is the office's
    scan of its own blank sheet: it is shown on the screen and never printed.
    """

    __tablename__ = "office_template"
    __table_args__ = (UniqueConstraint("stock", "edition"),)
    __label__ = "证书版式"
    __called_by__ = ("stock",)
    __stays__ = "版式随本机关的空白证"

    stock: Mapped[str] = field("证书种类", rules.STOCK, width=28, in_table=True)
    edition: Mapped[int] = field("第几版", in_table=True)
    saved_on: Mapped[date] = field("保存日期", in_table=True)
    saved_by: Mapped[str] = field("保存人", PERSON_NAME, in_table=True)
    note: Mapped[str | None] = field("改动说明", width=32, in_table=True)
    voided_because: Mapped[str | None] = field("作废原因")
    text: Mapped[str] = mapped_column(deferred=True)
    backdrop: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
