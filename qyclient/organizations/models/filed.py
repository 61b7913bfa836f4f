"""What bodies filed with the registrar: seals, accounts, fees, offices, meetings, supports."""

from datetime import date

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.organizations.models.body import Organization
from qyclient.organizations.models.matters import Matter
from qyclient.organizations.rules.matter_kinds import KIND
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT


class FiledFact(Base):
    """备案记录: what was filed of a body, from a day on, until something took its place.

    `facts` are the texts by the keys of the sort of matter; `content` is what lists show of them,
    personal data masked.
    """

    __tablename__ = "filed_fact"
    __label__ = "备案记录"
    __called_by__ = ("content",)

    organization: Mapped[Organization] = link("社会组织", Organization, width=28, in_table=True)
    kind: Mapped[str] = field("事项", KIND, width=16, in_table=True)
    content: Mapped[str] = field("内容", LONG_TEXT, width=40, in_table=True, found="text")
    since: Mapped[date] = field("自", in_table=True)
    until: Mapped[date | None] = field("至", in_table=True)
    matter: Mapped[Matter | None] = link("办件", Matter, width=14, in_table=True)
    facts: Mapped[dict[str, str]] = mapped_column(JSON)

    @property
    def is_past(self) -> bool:
        """Say whether something took its place, or it was given up."""
        return self.until is not None
