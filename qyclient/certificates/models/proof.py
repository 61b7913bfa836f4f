"""Who signs for the office: people by their term, and the key of the codes on certificates."""

from datetime import date

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.records.base import Base, field
from qyclient.records.kinds import PERSON_NAME


class SignatureTerm(Base):
    """机关名称和签发人: what the office was called and who signed, from one day to another.

    Where no row names the office, its name of the day comes from the history of areas.
    """

    __tablename__ = "signature_term"
    __label__ = "机关名称和签发人"
    __called_by__ = ("signatory",)
    __stays__ = "每个机关各有自己的签发人"

    signatory: Mapped[str | None] = field("签发人", PERSON_NAME, in_table=True)
    office_name: Mapped[str | None] = field(
        "机关名称", width=28, in_table=True, help="这段时间证书上印的全称；按区划沿革取的留空"
    )
    since: Mapped[date] = field("从", in_table=True)
    until: Mapped[date | None] = field("到", in_table=True, help="含当天；仍在任的留空")
    source: Mapped[str | None] = field("依据", width=24, in_table=True, help="任职或更名的文件")
    voided_because: Mapped[str | None] = field("作废原因")


class SigningKey(Base):
    """验证密钥: made by the office; the private part is kept only locked with a password.

    Beside the key of the codes stands the one that signs copies for the file, with the certificate
    by which the office says itself that it is its own.
    """

    __tablename__ = "signing_key"
    __label__ = "验证密钥"
    __called_by__ = ("name",)
    __stays__ = "私钥不离开本机关"

    name: Mapped[str] = field("名称", width=16, in_table=True)
    public: Mapped[str] = field("公钥", width=44, in_table=True)
    made_on: Mapped[date] = field("生成日期", in_table=True)
    made_by: Mapped[str] = field("生成人", PERSON_NAME, in_table=True)
    on_stock: Mapped[bool] = field("印在证书上", in_table=True)
    retired_on: Mapped[date | None] = field("停用日期", in_table=True)
    locked: Mapped[bytes] = mapped_column(LargeBinary)
    file_certificate: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    file_locked: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
