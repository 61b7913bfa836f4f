"""放假安排: which years' holidays are known and by whom; taking a year in."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QInputDialog

from qyclient.office.models import OwnDay
from qyclient.office.services.holidays import (
    Arrangement,
    own_days,
    read_arrangement,
    take_arrangement,
    understand_notice,
    years_told,
)
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.text_dialog import TextDialog
from ui.office.panel import Panel

_HEADS, _WIDTHS = ("日期", "安排", "节日", "出处"), (130, 90, 180, 420)
_HINT = (
    "工作日按国务院办公厅每年的放假安排计算。{years}。"
    "每年通知发布后，导入表格（日期、放假或上班、节日三列），或把通知全文粘贴进来；"
    "没有安排的年份只按周末计算，期限旁边会写明。"
)


class HolidaysPanel(Panel):
    """What the office took in is listed; what the program brings is told in the hint."""

    def __init__(self, jobs: Jobs, banner: Banner) -> None:
        super().__init__(jobs, banner, "放假安排", _HEADS, _WIDTHS)
        self.offer(("file", "导入表格…", self.ask_file), ("notice", "粘贴通知…", self.ask_notice))
        jobs.changed.connect(self._hear)
        self.read()

    def read(self) -> None:
        """Read which days the office took in, and which years are told."""
        self.jobs.ask(lambda w: (w.read(years_told), w.read(own_days)), self._show)

    def ask_file(self) -> None:
        """Choose a sheet with a year's arrangement."""
        chooser = QFileDialog(self, "选择放假安排表")
        chooser.setNameFilter("表格 (*.xlsx *.xls *.csv)")
        chooser.fileSelected.connect(lambda name: self.read_file(Path(name)))
        chooser.open()

    def read_file(self, path: Path) -> None:
        """Read a sheet, then ask where it is from."""
        self.banner.say("")
        watch = self.jobs.watch("正在读取放假安排")
        self.jobs.do(
            lambda: self.jobs.workspace.read(read_arrangement, path, watch),
            self._confirm, refused=self.refuse, watch=watch,
        )  # fmt: skip

    def ask_notice(self) -> None:
        """Take the words of the notice."""
        box = QInputDialog(self)
        box.setWindowTitle("粘贴通知")
        box.setLabelText("把“国务院办公厅关于某年部分节假日安排的通知”全文粘贴在这里：")
        box.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        box.setOkButtonText("读取")
        box.setCancelButtonText("取消")
        box.resize(640, 420)
        box.textValueSelected.connect(self.read_words)
        box.open()

    def read_words(self, text: str) -> None:
        """Read a notice, then ask where it is from."""
        self.banner.say("")
        self.jobs.read(understand_notice, text, then=self._confirm, refused=self.refuse)

    def _confirm(self, found: Arrangement) -> None:
        rests = sum(not day.works for day in found.days)
        told = f"{found.year}年：放假 {rests} 天，调休上班 {len(found.days) - rests} 天。"
        told += "".join(f"\n请核对：{doubt}。" for doubt in found.doubts)
        dialog = TextDialog("导入放假安排", told, "出处（通知的名称和文号）", "导入", self)
        dialog.given.connect(partial(self._take, found, dialog))
        dialog.open()

    def _take(self, found: Arrangement, dialog: TextDialog, source: str) -> None:
        self.jobs.write(
            take_arrangement, found.days, source,
            then=partial(self._taken, dialog), refused=dialog.refuse,
        )  # fmt: skip

    def _taken(self, dialog: TextDialog, year: int) -> None:
        dialog.accept()
        self.jobs.said.emit(f"已导入{year}年的放假安排；在办的期限已按它重算。")

    def _hear(self, changed: frozenset[str]) -> None:
        if OwnDay.__tablename__ in changed:
            self.read()

    def _show(self, found: tuple[Mapping[int, str], Sequence[Any]]) -> None:
        years, days = found
        told = "，".join(f"{year}年{by or '还没有'}" for year, by in years.items())
        self.hint.setText(_HINT.format(years=told))
        missing = [str(year) for year, by in years.items() if not by]
        if missing:
            self.hint.setText(f"缺 {'、'.join(missing)} 年的放假安排。{self.hint.text()}")
        self.lines.lines.show(
            [(str(day.on), "上班" if day.works else "放假", day.name, day.source) for day in days]
        )
