"""生僻字的办法: fonts an office added, and private-use codes it knows the characters of."""

from datetime import date

from sqlalchemy import Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.records.base import Base, field
from qyclient.records.kinds import PERSON_NAME


class OfficeFont(Base):
    """补充字体: drawn with where the program's own fonts lack a character; backed up with all."""

    __tablename__ = "office_font"
    __label__ = "补充字体"
    __called_by__ = ("name",)

    name: Mapped[str] = field("字体文件", width=24, in_table=True)
    holds: Mapped[int] = field("字数", in_table=True)
    added_on: Mapped[date] = field("添加日期", in_table=True)
    added_by: Mapped[str] = field("添加人", PERSON_NAME, in_table=True)
    voided_because: Mapped[str | None] = field("停用原因")
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class CharacterMap(Base):
    """自造字对照: what a private-use code of an old system means."""

    __tablename__ = "character_map"
    __table_args__ = (
        Index(
            "uq_character_map_standing_code",
            "code",
            unique=True,
            sqlite_where=text("voided_because IS NULL"),
            postgresql_where=text("voided_because IS NULL"),
        ),
    )
    __label__ = "自造字对照"
    __called_by__ = ("code",)

    code: Mapped[str] = field(
        "私用区编码", unique="standing", width=12, in_table=True, help="如 U+E816，或直接粘贴那个字"
    )
    character: Mapped[str] = field(
        "正式的字", width=8, in_table=True, help="GB 18030 已给出正式编码的可以留空"
    )
    source: Mapped[str | None] = field("依据", width=28, in_table=True, help="如 身份证、户籍证明")
    mapped_on: Mapped[date] = field("登记日期", in_table=True)
    mapped_by: Mapped[str] = field("登记人", PERSON_NAME, in_table=True)
    voided_because: Mapped[str | None] = field("作废原因")
