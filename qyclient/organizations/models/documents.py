"""文书: what was issued, under which number, in which words."""

from datetime import date

from sqlalchemy import Index, LargeBinary, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.office.rules.series import SERIES
from qyclient.organizations.models.body import Organization
from qyclient.organizations.models.matters import Matter
from qyclient.organizations.rules.papers import PAPER
from qyclient.records.base import Base, field, link

_STANDING = text("cancelled_because IS NULL")


class Document(Base):
    """文书: an official paper as it was issued; neither its words nor its page change any more.

    `sequence` counts within series and year and is given once: a cancelled paper keeps its
    number and stays in the list. What the general office numbers has none, and may have no number.
    `words` are the text with its marks filled, `pdf` the page that was printed.
    """

    __tablename__ = "document"
    __table_args__ = (
        Index("ix_document_sequence", "series", "year", "sequence"),
        Index(
            "uq_document_number",
            "number",
            unique=True,
            sqlite_where=_STANDING,
            postgresql_where=_STANDING,
        ),
    )
    __label__ = "文书"
    __called_by__ = ("number",)
    __never_undone__ = "发出的文书不能撤销，否则文号会断开；发错了请在“文书”里作废它"

    number: Mapped[str | None] = field("文号", width=24, in_table=True, found="text")
    paper: Mapped[str] = field("文书", PAPER, width=18, in_table=True)
    subject: Mapped[str] = field("办理对象", width=30, in_table=True, found="name")
    matter: Mapped[Matter | None] = link("办件", Matter, width=14, in_table=True)
    organization: Mapped[Organization | None] = link("社会组织", Organization, width=28)
    addressee: Mapped[str] = field("致送对象", width=28, found="name")
    dated: Mapped[date] = field("成文日期", in_table=True)
    issued_by: Mapped[str] = field("制作人", in_table=True)
    series: Mapped[str] = field("文号序列", SERIES, width=16)
    year: Mapped[int] = field("年度")
    sequence: Mapped[int | None] = field("序号")
    pdf_sha256: Mapped[str] = field("文件指纹")
    served_on: Mapped[date | None] = field(
        "送达日期", derived=True, in_table=True, help="法定期限从这一天起算"
    )
    cancelled_because: Mapped[str | None] = field("作废原因", width=20, in_table=True)
    words: Mapped[str] = mapped_column(Text)
    pdf: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)

    def __str__(self) -> str:
        """Return its number, or what it is."""
        return self.number or PAPER.format(self.paper)
