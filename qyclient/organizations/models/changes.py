"""What of a registration was changed in law, and from which day."""

from sqlalchemy.orm import Mapped

from qyclient.organizations.models.body import Organization
from qyclient.organizations.rules.legal_changes import REGISTERED, Origin
from qyclient.records.base import Base, field, field_of, link
from qyclient.records.characters import one_line
from qyclient.records.dates import PartialDate
from qyclient.records.kinds import LONG_TEXT, Kind


def _item(text: str) -> str:
    word = one_line(text)
    for key in REGISTERED:
        shown = field_of(Organization, key)
        if word in {key, shown.label, *shown.aliases}:
            return key
    raise ValueError(f"“{word}”不是登记事项")


ITEM: Kind[str] = Kind(
    "choice",
    _item,
    format=lambda key: field_of(Organization, key).label,
    order=[*REGISTERED].index,
    options=tuple(field_of(Organization, key).label for key in REGISTERED),
)
"""登记事项: kept as the key of the body's field, shown as its label."""


class LegalChange(Base):
    """变更记录: one item of a body's registration became another from a day on (条例250 art 18).

    `before` and `after` are kept as the history keeps values: read them by the item's field.
    """

    __tablename__ = "legal_change"
    __label__ = "变更记录"
    __called_by__ = ("item",)

    organization: Mapped[Organization] = link("社会组织", Organization, width=28, in_table=True)
    item: Mapped[str] = field("变更事项", ITEM, width=16, in_table=True)
    before: Mapped[str | None] = field("变更前", LONG_TEXT, width=20, in_table=True)
    after: Mapped[str | None] = field("变更后", LONG_TEXT, width=20, in_table=True)
    effective_on: Mapped[PartialDate] = field("生效日期", in_table=True)
    decided_on: Mapped[PartialDate | None] = field("决定日期")
    document_number: Mapped[str | None] = field("文号", width=20)
    source: Mapped[str | None] = field("依据（盒件或办件）", width=16, help="如 12盒3件")
    origin: Mapped[Origin] = field("来历", in_table=True)
    voided_because: Mapped[str | None] = field("作废原因")

    def __str__(self) -> str:
        """Return what was changed when."""
        return f"{ITEM.format(self.item)} {self.effective_on}"
