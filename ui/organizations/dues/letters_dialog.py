"""提醒函: the letters of a round exactly as they will be; numbered and kept when they go out."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from qyclient.errors import Invalid, Refused
from qyclient.organizations.rules.reminders import DueSort
from qyclient.organizations.services.reminding import Letters, send_letters
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.pdf_preview import PdfPreview

_SIZE = (1000, 800)


class LettersDialog(QDialog):
    """Shows them first; nothing is kept before they are printed or saved."""

    def __init__(
        self, jobs: Jobs, sort: DueSort, bodies: Sequence[Any], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{sort.label}提醒函：{len(bodies)} 个单位")
        self._jobs, self._sort, self._bodies = jobs, sort, bodies
        self.banner = Banner(self)
        self.told = QLabel("打印或另存时编号存档，并记录这一轮已经提醒。")
        self.told.setProperty("role", "hint")
        self.preview = PdfPreview(jobs)
        self.preview.settle = self._settle
        self.preview.name = f"{sort.label}提醒函（{len(bodies)} 份）.pdf"
        column = QVBoxLayout(self)
        for part in (self.banner, self.told):
            column.addWidget(part)
        column.addWidget(self.preview, 1)
        self.resize(*_SIZE)
        self.preview.clear("正在排版…")
        watch = jobs.watch("正在排版")
        jobs.try_out(send_letters, sort, bodies, then=self._show, refused=self._refuse, watch=watch)

    def _show(self, letters: Letters) -> None:
        self.preview.show_pdf(letters.pdf)

    def _refuse(self, no: Refused) -> None:
        if isinstance(no, Invalid):
            self.banner.say(f"{'；'.join(no.problems.values())}：在登记簿的机关设置里填写。")
        else:
            self.banner.say(str(no))
        self.preview.clear("现在不能写函，原因见上方。")

    def _settle(self, hand: Callable[[bytes], None]) -> None:
        watch = self._jobs.watch("正在编号存档")
        self._jobs.write(
            send_letters, self._sort, self._bodies, then=partial(self._sent, hand),
            refused=self._refuse, watch=watch, because=f"{self._sort.label}提醒函",
        )  # fmt: skip

    def _sent(self, hand: Callable[[bytes], None], letters: Letters) -> None:
        hand(letters.pdf)
        self._jobs.said.emit(f"已编号存档 {letters.count} 份{self._sort.label}提醒函。")
        self.preview.settle = lambda again: again(letters.pdf)
