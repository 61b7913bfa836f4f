"""佐证材料: photographs and papers that show what a round rests on."""

from datetime import date

from sqlalchemy.orm import Mapped

from qyclient.evaluations.models.round import EvaluationRound
from qyclient.evaluations.models.template import Indicator
from qyclient.organizations.rules.attachments import FILE_KIND
from qyclient.records.base import Base, field, link


class Evidence(Base):
    """佐证材料: a file of a round; its bytes lie beside the register by their sha256."""

    __tablename__ = "evidence"
    __label__ = "佐证材料"
    __called_by__ = ("caption",)

    round: Mapped[EvaluationRound] = link("轮次", EvaluationRound, width=14)
    indicator: Mapped[Indicator | None] = link(
        "证明的指标", Indicator, width=28, in_table=True, help="整轮的材料留空"
    )
    caption: Mapped[str] = field("说明", width=32, in_table=True, help="照片印在评价报告里的文字")
    taken_on: Mapped[date | None] = field("拍摄、形成日期", in_table=True)
    name: Mapped[str] = field("文件名", width=28, in_table=True)
    kind: Mapped[str] = field("文件类型", FILE_KIND, width=14)
    size: Mapped[int] = field("字节数")
    sha256: Mapped[str] = field("文件指纹", index=True)
    added_on: Mapped[date] = field("附入日期", in_table=True)
    added_by: Mapped[str] = field("附入人")
    voided_because: Mapped[str | None] = field("作废原因")
