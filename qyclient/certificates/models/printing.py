"""What went to a printer, on which sheet, and what somebody said of it; how each printer prints."""

from datetime import date

from sqlalchemy.orm import Mapped

from qyclient.certificates import rules
from qyclient.certificates.models.papers import Certificate
from qyclient.certificates.models.stock import Blank
from qyclient.records.base import Base, field, link
from qyclient.records.columns import Points
from qyclient.records.kinds import NUMBER, PERSON_NAME


class PrintLog(Base):
    """打印记录: one try to print one certificate on one sheet.

    It stands at 待确认 from before the paper moves until somebody has looked at the sheet: that
    the spooler took it says nothing.
    """

    __tablename__ = "print_log"
    __label__ = "打印记录"
    __called_by__ = ("serial",)
    __stays__ = "打印在哪里，就在哪里查"

    certificate: Mapped[Certificate] = link("证书", Certificate, width=12)
    blank: Mapped[Blank] = link("空白证", Blank, width=16)
    serial: Mapped[str] = field("空白证流水号", width=16, in_table=True, found="text")
    what: Mapped[str] = field("内容", width=36, in_table=True, found="name")
    run: Mapped[str] = field("批次", width=16, in_table=True, index=True)
    printer: Mapped[str] = field("打印机", width=20, in_table=True)
    tray: Mapped[str | None] = field("纸盒", width=10)
    begun_at: Mapped[str] = field("开始", width=18, in_table=True)
    sent_at: Mapped[str | None] = field("送出", width=18, in_table=True)
    outcome: Mapped[rules.PrintOutcome] = field("结果", in_table=True, index=True)
    reason: Mapped[str | None] = field("原因", width=24, in_table=True)
    answered_at: Mapped[str | None] = field("确认时间", width=18)
    answered_by: Mapped[str | None] = field("确认人", PERSON_NAME, in_table=True)
    pdf_sha256: Mapped[str] = field("文件指纹")


class Calibration(Base):
    """打印机校准: what one tray of one printer does wrong, solved from what was read on paper.

    A point of the template at (x, y) mm is sent to (dx + scale_x·x + lean_x·y,
    dy + lean_y·x + scale_y·y). The newest that stands for a printer, tray and paper counts.
    """

    __tablename__ = "calibration"
    __label__ = "打印机校准"
    __called_by__ = ("printer",)
    __stays__ = "每台打印机各有自己的"

    printer: Mapped[str] = field("打印机", width=24, in_table=True)
    tray: Mapped[str] = field("纸盒", width=12, in_table=True)
    paper: Mapped[rules.PaperSize] = field("纸张", in_table=True)
    made_on: Mapped[date] = field("校准日期", in_table=True)
    check_by: Mapped[date] = field("下次检查", in_table=True)
    dx: Mapped[Points] = field("向右（毫米）", NUMBER, in_table=True)
    dy: Mapped[Points] = field("向下（毫米）", NUMBER, in_table=True)
    scale_x: Mapped[Points] = field("横向缩放", NUMBER, in_table=True)
    scale_y: Mapped[Points] = field("纵向缩放", NUMBER, in_table=True)
    lean_x: Mapped[Points] = field("竖线倾斜", NUMBER, help="每毫米高度向右多少毫米")
    lean_y: Mapped[Points] = field("横线倾斜", NUMBER, help="每毫米宽度向下多少毫米")
    residual: Mapped[Points] = field("读数误差（毫米）", NUMBER, in_table=True)
    driver: Mapped[str | None] = field("驱动", width=24)
    made_by: Mapped[str] = field("校准人", PERSON_NAME, in_table=True)
    voided_because: Mapped[str | None] = field("作废原因")
