"""What lies in a body's paper file, and what certainly does not."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from qyclient.office.rules.limits import dated
from qyclient.organizations.models.body import Organization
from qyclient.organizations.rules.archive import FilePaper
from qyclient.records.base import Base, field, field_of, link
from qyclient.records.characters import one_line
from qyclient.records.kinds import Kind


def _wanted() -> dict[str, str]:
    """Return what a file may be searched for: label to field key or code of paper."""
    rows = dated("archive")["required"]
    keys = dict.fromkeys(key for row in rows for sort in row["fields"].values() for key in sort)
    fields = {field_of(Organization, key).label: key for key in keys}
    return fields | {paper.label: paper.value for paper in FilePaper}


_WANTED = _wanted()
_LABELS = {item: label for label, item in _WANTED.items()}


def _sought(text: str) -> str:
    word = one_line(text)
    if word not in _WANTED and word not in _LABELS:
        raise ValueError(f"“{word}”不是档案应有的事项或材料")
    return _WANTED.get(word, word)


SOUGHT: Kind[str] = Kind(
    "choice", _sought, format=_LABELS.__getitem__, order=[*_LABELS].index, options=tuple(_WANTED)
)
"""待补事项: the key of a body's field or the code of a paper, shown as its label."""


class FiledPaper(Base):
    """档案材料: a paper that lies in a body's file."""

    __tablename__ = "filed_paper"
    __label__ = "档案材料"
    __called_by__ = ("piece",)

    organization: Mapped[Organization] = link("社会组织", Organization, width=28, in_table=True)
    paper: Mapped[FilePaper] = field("材料", width=18, in_table=True)
    piece: Mapped[str | None] = field("件号", in_table=True)
    remark: Mapped[str | None] = field("说明", width=24)
    voided_because: Mapped[str | None] = field("作废原因")

    def __str__(self) -> str:
        """Return which paper it is."""
        return self.paper.label


class Absent(Base):
    """档案中确无: what was looked for in a body's file and is not there, so that it may rest."""

    __tablename__ = "absent_item"
    __table_args__ = (UniqueConstraint("organization_id", "item"),)
    __label__ = "档案中确无"
    __called_by__ = ("item",)

    organization: Mapped[Organization] = link("社会组织", Organization, width=28, in_table=True)
    item: Mapped[str] = field("事项或材料", SOUGHT, width=18, in_table=True)
    reason: Mapped[str] = field("说明", width=28, in_table=True)
    by: Mapped[str] = field("核实人", in_table=True)
    on: Mapped[date] = field("核实日期", in_table=True)
