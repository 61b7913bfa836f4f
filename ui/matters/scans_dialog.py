"""扫描页归件…: scanned forms go to their matters by the code printed on them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qyclient.errors import Refused
from qyclient.organizations.models import Attachment
from qyclient.organizations.services.sorting_scans import (
    Looked,
    Sorted,
    attach_sorted,
    look_at,
    sort,
)
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.matters.choosing_files import choose_files

_HEADS = ("文件", "条码上写的", "归到办件", "说明")
_WIDTHS, _SIZE = (240, 200, 260, 260), (1040, 560)
_HINT = "审批表等表格印有条码。签好的页扫描以后放在一起，这里读出条码，归到各自的办件。"


class ScansDialog(QDialog):
    """Nothing is kept until 附入 is pressed; what found no matter stays where it is."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("扫描页归件")
        self.jobs = jobs
        self.banner = Banner()
        self.lines = LinesTable(_HEADS, _WIDTHS)
        self.lines.setAccessibleName("扫描的文件")
        self.choose = QPushButton("选扫描文件…")
        self.go = QPushButton("附入")
        self.go.setProperty("role", "primary")
        self._found: Sequence[Sorted] = ()
        self._lay_out()
        self.resize(*_SIZE)
        self._show(())

    def look(self, paths: Sequence[Path]) -> None:
        """Read the codes of files."""
        watch = self.jobs.watch("正在读条码")
        self.jobs.do(partial(look_at, paths, watch), self._sort, self._refuse, watch)

    def keep(self) -> None:
        """Keep what found its matter."""
        self.jobs.write(attach_sorted, self._found, then=self._kept, refused=self._refuse)

    def _lay_out(self) -> None:
        hint = QLabel(_HINT)
        hint.setWordWrap(True)
        hint.setProperty("role", "hint")
        foot = QHBoxLayout()
        foot.addWidget(self.choose)
        foot.addStretch()
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        for part in (self.banner, hint, self.lines):
            column.addWidget(part)
        column.addLayout(foot)
        self.choose.clicked.connect(
            lambda _checked: choose_files(self.jobs, self, "选扫描文件", self.look)
        )
        self.go.clicked.connect(lambda _checked: self.keep())

    def _sort(self, looked: Sequence[Looked]) -> None:
        self.banner.say("")
        self.jobs.read(sort, looked, then=self._show, refused=self._refuse)

    def _show(self, found: Sequence[Sorted]) -> None:
        self._found = found
        self.lines.lines.show([_line(one) for one in found])
        many = sum(one.matter is not None for one in found)
        self.go.setEnabled(many > 0)
        self.go.setText(f"附入 {many} 个" if many else "附入")

    def _kept(self, attached: Sequence[Attachment]) -> None:
        self.jobs.said.emit(f"已附入 {len(attached)} 个扫描件")
        self.accept()

    def _refuse(self, no: Refused) -> None:
        self.banner.say(str(no))


def _line(one: Sorted) -> list[str]:
    matter = f"{one.matter.number} {one.matter.subject}" if one.matter else ""
    code = " ".join(filter(None, (one.looked.number, one.looked.form)))
    return [one.looked.name, code, matter, one.why_not or one.looked.use.label]
