"""备份和恢复: what backups there are, making one, trying one out, putting one back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.reopening import drill
from qyclient.safekeeping.backup import Backup
from qyclient.safekeeping.keeping import ASKED, Made, back_up, keep_second_place
from ui.kit import notices
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.office.backup_words import HEADERS, WIDTHS, Found, found_in, line_of, said_of


class BackupDialog(QDialog):
    """`made` is told when there is a new one; `restoring` carries the one to be put back."""

    made = Signal()
    restoring = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("备份和恢复")
        self._jobs = jobs
        self.banner = Banner()
        self.second = QLabel()
        self.second.setWordWrap(True)
        self.list = LinesTable(HEADERS, WIDTHS)
        self.list.setAccessibleName("备份列表")
        self.list.setSelectionMode(LinesTable.SelectionMode.SingleSelection)
        self.backups: Sequence[Backup] = ()
        self.go = self._button("现在备份", self.back_up)
        self.place = self._button("第二处…", self._ask_place)
        self.try_out = self._button("恢复演练", self.drill)
        self.put_back = self._button("恢复这一份…", self._ask)
        self._lay_out()
        self.resize(860, 460)
        self._look()

    def current(self) -> Backup | None:
        """Return the backup the cursor stands on."""
        row = self.list.currentIndex().row()
        return self.backups[row] if 0 <= row < len(self.backups) else None

    def back_up(self) -> None:
        """Make a backup now."""
        watch = self._jobs.watch("正在备份")
        workspace = self._jobs.workspace
        job = partial(back_up, workspace.database, workspace.now(), ASKED, watch)
        self._wait("正在备份…")
        self._jobs.do(job, self._made, self._refuse, watch)

    def drill(self) -> None:
        """Restore the chosen backup elsewhere, and say whether it is sound."""
        if (backup := self.current()) is not None:
            self._wait("正在另一个地方试着恢复…")
            job = partial(drill, backup, self._jobs.workspace.now)
            self._jobs.do(job, partial(self._drilled, backup), self._refuse)

    def use_place(self, folder: Path | None) -> None:
        """Bring each backup to another place too, from now on."""
        try:
            keep_second_place(self._jobs.workspace.database.path, folder)
        except Refused as no:
            self._refuse(no)
        else:
            self.back_up()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        leave = self._button("关闭", self.reject)
        for button in (self.go, self.place, self.try_out, self.put_back):
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(leave)
        told = QLabel(
            "每天、导入前、升级前和关闭程序时自动备份；两天内的都留，再留 7 天、8 周、24 个月的。"
        )
        told.setProperty("role", "hint")
        told.setWordWrap(True)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 12, 16, 0)
        inner.setSpacing(8)
        for part in (told, self.second, self.list):
            inner.addWidget(part)
        inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(self.banner)
        column.addLayout(inner)

    def _button(self, text: str, do: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _look(self) -> None:
        self._jobs.ask(found_in, self._know)

    def _know(self, found: Found) -> None:
        self.backups, age = found
        self.list.lines.show([line_of(backup, age) for backup in self.backups])
        if self.backups:
            self.list.selectRow(0)
        for button in (self.try_out, self.put_back):
            button.setEnabled(bool(self.backups))
            button.setToolTip("" if self.backups else "还没有备份")
        if age.second is None:
            self.second.setText("第二处：还没有。硬盘坏了，旁边的备份也没有了；请指一个 U 盘。")
        else:
            now = self._jobs.workspace.now().replace(tzinfo=None)
            self.second.setText(f"第二处：{age.second}，最近一次 {said_of(age.there, now)}")

    def _ask_place(self) -> None:
        dialog = QFileDialog(self, "每次备份也写到哪里（U 盘或另一个盘）")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.use_place(Path(folder)))
        dialog.open()

    def _ask(self) -> None:
        backup = self.current()
        if backup is None:
            return
        asked = notices.question(
            self,
            f"恢复到 {backup.made_at:%Y-%m-%d %H:%M} 的备份吗？",
            "恢复",
            "不恢复",
            "那以后登记的内容将不在登记簿里。现在的登记簿先备份，另存在备份文件夹，不删除。",
        )
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.accepted.connect(partial(self._restore, backup))
        asked.open()

    def _restore(self, backup: Backup) -> None:
        self.accept()
        self.restoring.emit(backup)

    def _wait(self, said: str) -> None:
        self.banner.say(said, tone="plain")
        self.go.setEnabled(False)

    def _made(self, made: Made) -> None:
        self.go.setEnabled(True)
        said = f"已备份，核对无误：{made.backup.path.name}。"
        self.banner.say(said + made.trouble, tone="bad" if made.trouble else "plain")
        self.made.emit()
        self._look()

    def _drilled(self, backup: Backup, faults: Sequence[str]) -> None:
        self.go.setEnabled(True)
        if faults:
            self.banner.say(f"这份备份不能用：{faults[0]}；请选另一份。")
        else:
            when, _why, many, *_rest = line_of(backup, None)
            self.banner.say(f"演练通过：{when} 的备份可以恢复，{many} 个社会组织。", tone="plain")

    def _refuse(self, no: Refused) -> None:
        self.go.setEnabled(True)
        self.banner.say(str(no))
