"""附件: scans and files of a matter, kept whole."""

from datetime import date

from sqlalchemy.orm import Mapped

from qyclient.organizations.models.documents import Document
from qyclient.organizations.models.matters import Matter, MatterPaper
from qyclient.organizations.rules.attachments import FILE_KIND, Use
from qyclient.records.base import Base, field, link


class Attachment(Base):
    """附件: a file that belongs to a matter; its bytes lie beside the register by their sha256.

    `piece` is what was handed in, `document` the paper whose signed copy it is.
    """

    __tablename__ = "attachment"
    __label__ = "附件"
    __called_by__ = ("name",)

    matter: Mapped[Matter] = link("办件", Matter, width=14, in_table=True)
    use: Mapped[Use] = field("用途", in_table=True)
    piece: Mapped[MatterPaper | None] = link("收件材料", MatterPaper, width=24, in_table=True)
    document: Mapped[Document | None] = link("文书", Document, width=24, in_table=True)
    name: Mapped[str] = field("文件名", width=30, in_table=True, found="text")
    kind: Mapped[str] = field("文件类型", FILE_KIND, width=14)
    size: Mapped[int] = field("字节数")
    pages: Mapped[int | None] = field("页数", in_table=True)
    sha256: Mapped[str] = field("文件指纹", index=True)
    added_on: Mapped[date] = field("附入日期", in_table=True)
    added_by: Mapped[str] = field("附入人", in_table=True)
    voided_because: Mapped[str | None] = field("作废原因")
