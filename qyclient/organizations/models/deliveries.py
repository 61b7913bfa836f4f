"""送达: how a paper reached its receiver, and when."""

from datetime import date

from sqlalchemy.orm import Mapped

from qyclient.organizations.models.documents import Document
from qyclient.organizations.rules.serving import Way
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import PERSON_NAME


class Delivery(Base):
    """送达: one try to hand a paper over; mail that came back is followed by another."""

    __tablename__ = "delivery"
    __label__ = "送达"
    __called_by__ = ("sent_on",)

    document: Mapped[Document] = link("文书", Document, width=24, in_table=True)
    way: Mapped[Way] = field("送达方式", in_table=True)
    sent_on: Mapped[date] = field("送出日期", in_table=True, help="公告送达的，是公告之日")
    place: Mapped[str | None] = field(
        "送达地点", width=28, help="邮寄的写收件地址；公告的写载体，如 本机关门户网站"
    )
    tracking: Mapped[str | None] = field("邮件号", width=18)
    received_on: Mapped[date | None] = field("签收日期", in_table=True, help="邮寄的以回执为准")
    receiver: Mapped[str | None] = field("签收人", PERSON_NAME, in_table=True)
    relation: Mapped[str | None] = field("签收人身份", width=18, help="如 法定代表人、收件人、代收")
    returned_on: Mapped[date | None] = field("退回日期", in_table=True)
    returned_because: Mapped[str | None] = field("退回原因", width=20)
    witness: Mapped[str | None] = field("见证人", width=20, help="留置送达：见证人，或拍照、录像")
    served_on: Mapped[date | None] = field(
        "送达日期", derived=True, in_table=True, help="法定期限从这一天起算"
    )
    handed_by: Mapped[str] = field("送达人", width=16)
