"""表样: a form the city sends, and what goes into each of its places."""

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.records.base import Base, field
from qyclient.records.kinds import LONG_TEXT, PERSON_NAME


class OfficialForm(Base):
    """市局表样: an empty .xlsx as it came, and the answers for its places by the words around them.

    Next year's form under the same name takes its place; what was settled for the same words
    holds on, and only the rest is asked.
    """

    __tablename__ = "official_form"
    __label__ = "市局表样"
    __called_by__ = ("name",)

    name: Mapped[str] = field("表样名称", unique=True, width=32, in_table=True, found="name")
    file_name: Mapped[str] = field("文件名", width=32, in_table=True)
    places: Mapped[int] = field("填写处数", in_table=True)
    open_places: Mapped[int] = field("待定处数", in_table=True)
    due_on: Mapped[date | None] = field(
        "报送期限", in_table=True, index=True, help="市局通知要求的日期，到期前列在待办里"
    )
    filled_on: Mapped[date | None] = field("最近填写", in_table=True)
    learned_by: Mapped[str] = field("登记人", PERSON_NAME, in_table=True)
    remark: Mapped[str | None] = field("备注", LONG_TEXT, width=28)
    blank: Mapped[bytes] = mapped_column()
    answers: Mapped[dict[str, Any]] = mapped_column(JSON)
