"""批量打印: one sort of paper of many matters, numbered in one go and printed in one run."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qyclient.errors import Refused
from qyclient.organizations.rules.papers import papers
from qyclient.organizations.services.batches import Batch, common_papers, make_all
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.pdf_preview import PdfPreview

_SIZE = (1080, 800)


class BatchDialog(QDialog):
    """Papers that are out already are printed as they were; all of it is kept, or nothing."""

    def __init__(self, jobs: Jobs, matters: Sequence[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"批量打印文书：{len(matters)} 个办件")
        self.jobs, self._keys = jobs, [matter.id for matter in matters]
        self.banner = Banner()
        self.kinds = QComboBox()
        self.kinds.setAccessibleName("文书种类")
        self.told = QLabel()
        self.told.setProperty("role", "hint")
        self.told.setWordWrap(True)
        self.preview = PdfPreview(jobs)
        self.preview.settle = self._settle
        self._lay_out()
        self.resize(*_SIZE)
        self.kinds.activated.connect(lambda _row: self.draw())
        jobs.read(common_papers, self._keys, then=self._offer)

    def draw(self) -> None:
        """Show what would be printed."""
        if key := self.kinds.currentData():
            self.preview.clear("正在排版…")
            watch = self.jobs.watch("正在排版")
            self.jobs.try_out(
                make_all, self._keys, key, then=self._show, refused=self._refuse, watch=watch
            )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(QLabel("文书"))
        row.addWidget(self.kinds)
        row.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addLayout(row)
        column.addWidget(self.preview, 1)

    def _offer(self, found: Mapping[str, int]) -> None:
        for key, many in found.items():
            self.kinds.addItem(f"{papers()[key].label}（{many} 件）", key)
        if found:
            self.draw()
        else:
            self.preview.clear("选中的办件没有可以制作的文书。")

    def _show(self, batch: Batch) -> None:
        self.banner.say("")
        self.told.setText(batch.told)
        self.preview.name = f"{papers()[self.kinds.currentData()].label}（{batch.count} 份）.pdf"
        if batch.pdf:
            self.preview.show_pdf(batch.pdf)
        else:
            self.preview.clear("没有可以打印的，原因见上方。")

    def _refuse(self, no: Refused) -> None:
        self.banner.say(str(no))
        self.preview.clear("现在不能制作，原因见上方。")

    def _settle(self, hand: Callable[[bytes], None]) -> None:
        """Keep all of them under their numbers, then hand on what is printed."""
        watch = self.jobs.watch("正在编号存档")
        self.jobs.write(
            make_all,
            self._keys,
            self.kinds.currentData(),
            then=partial(self._issued, hand),
            refused=self._refuse,
            watch=watch,
        )

    def _issued(self, hand: Callable[[bytes], None], batch: Batch) -> None:
        hand(batch.pdf)
        self.jobs.said.emit(f"已编号存档 {batch.count} 份{self.kinds.currentText()}")
