"""导入台账: choose files, match columns, see and mend every row, then let it happen."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QWidget

from qyclient.errors import Cancelled, Refused
from qyclient.organizations.services.held import held_rows
from qyclient.organizations.services.intake import Outcome, take_in
from ui.kit.jobs import Jobs
from ui.kit.watch import Watch
from ui.organizations import intake_asks as asks
from ui.organizations.intake_files import FilesPage
from ui.organizations.intake_frame import IntakeFrame
from ui.organizations.intake_log import IntakeLog
from ui.organizations.intake_match import MatchPage
from ui.organizations.intake_outcomes import told_of
from ui.organizations.intake_preview import PreviewPage
from ui.organizations.intake_result import ResultPage
from ui.organizations.intake_work import Work

_FILES, _MATCH, _PREVIEW, _RESULT = range(4)
_NO_LEDGER = "没有认出台账。如果工作表里有，请选取它，并把表头移到列名所在的行。"


class IntakeDialog(QDialog):
    """Nothing is written until 导入 is pressed; what was written can be taken back as a whole."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("导入台账")
        self.setAcceptDrops(True)
        self.jobs = jobs
        self.work = Work()
        self.files, self.match = FilesPage(), MatchPage(jobs)
        self.preview, self.ended = PreviewPage(), ResultPage()
        self.pages = self.files, self.match, self.preview, self.ended
        self.frame = IntakeFrame(self, self.pages)
        self.step = _FILES
        self.outcome: Outcome | None = None
        self._watch: Watch | None = None
        self._connect()
        self.resize(1120, 680)
        self._go(_FILES)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files and show the sheets in them."""
        watch = self._follow("正在读取台账")
        self.jobs.do(
            partial(asks.looked_into, paths, watch), self._take_sheets, self._refuse, watch
        )

    def forward(self) -> None:
        """Go on to the next step; from the preview, write what was shown."""
        if self.step == _FILES:
            self.match.show_work(self.work)
            self._go(_MATCH)
        elif self.step == _MATCH or self.outcome is None:
            self._try()
        elif self.preview.collect():
            self._try("已按修改重新核对，请看过再导入。")
        else:
            self._bring_in()

    def backward(self) -> None:
        """Go back one step; what was decided stays."""
        if self.step == _RESULT:
            self._try()
            return
        self.preview.collect()
        if self.step == _PREVIEW:
            self.match.show_work(self.work)
        self._go(self.step - 1)

    def save_held(self, path: Path) -> None:
        """Write the held rows to a file, each with its reason."""
        if self.outcome is not None:
            write = partial(held_rows, path, self.work.ledgers, self.outcome)
            self.jobs.do(write, partial(self._saved, path), self._refuse)

    def reject(self) -> None:
        """Leave, asking only if decisions would be lost; what is under way is cancelled."""
        asks.unless_lost(self, self.work, "关闭", self.close_now)

    def close_now(self) -> None:
        """Leave without asking."""
        if self._watch is not None:
            self._watch.cancel()
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that may be ledgers, in the first step."""
        if self.step == _FILES and self._watch is None and asks.files_of(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        event.acceptProposedAction()
        taken = partial(self.take_files, asks.files_of(event))
        asks.unless_lost(self, self.work, "另选文件", taken)

    def _connect(self) -> None:
        frame = self.frame
        frame.on.clicked.connect(lambda _checked: self.forward())
        frame.back.clicked.connect(lambda _checked: self.backward())
        frame.leave.clicked.connect(lambda _checked: self.reject())
        frame.past.clicked.connect(lambda _checked: IntakeLog(self.jobs, self).open())
        self.files.asked.connect(self._choose)
        self.files.changed.connect(self._allow)
        self.match.changed.connect(self._allow)
        self.preview.again.connect(self._try)
        self.ended.more.clicked.connect(lambda _checked: self._take_sheets(Work()))
        for button in (self.preview.held, self.ended.held):
            button.clicked.connect(lambda _checked: asks.ask_where(self, self.save_held))

    def _choose(self) -> None:
        ask = partial(asks.ask_for_files, self, self.take_files)
        asks.unless_lost(self, self.work, "另选文件", ask)

    def _go(self, step: int) -> None:
        self.step = step
        self.frame.banner.say("")
        self.frame.show_step(step)
        self._allow()
        self.pages[step].settle_focus()

    def _allow(self) -> None:
        """Let the way on be open, or say why it is not."""
        if self.step != _PREVIEW:
            why = "" if self.work.ticked else "先选文件，并选取要导入的工作表"
            self.frame.allow("" if self.step == _RESULT else "下一步", why)
        elif self.outcome is None:
            self.frame.allow("重新核对", "")
        else:
            writes = self.outcome.counts["new"] + self.outcome.counts["changed"]
            self.frame.allow(f"导入 {writes} 行", "" if writes else "没有新增和变更的行")

    def _follow(self, title: str) -> Watch:
        self._watch = self.jobs.watch(title)
        self.frame.waiting.follow(self._watch)
        self.frame.banner.say("")
        self.frame.lock(True)
        return self._watch

    def _settle(self) -> None:
        self._watch = None
        self.frame.lock(False)
        self._allow()

    def _take_sheets(self, work: Work) -> None:
        self.work, self.outcome = work, None
        self._settle()
        self.files.show_work(work)
        self._go(_FILES)
        if work.sheets and not work.ticked:
            self.frame.banner.say(_NO_LEDGER)

    def _try(self, said: str = "") -> None:
        if self._watch is not None:
            return
        self.outcome = None
        watch = self._follow("正在核对")
        ledgers, reason = self.work.ledgers, self.work.reason
        shown = partial(self._preview, said)
        self.jobs.try_out(take_in, ledgers, reason, then=shown, refused=self._refuse, watch=watch)

    def _preview(self, said: str, outcome: Outcome) -> None:
        self.outcome = outcome
        self._settle()
        self.preview.show_outcome(outcome, self.work)
        self._go(_PREVIEW)
        self.frame.banner.say(said, tone="plain")

    def _bring_in(self) -> None:
        asks.back_up_first(self.jobs, self._follow("导入前备份"), self._write, self._refuse)

    def _write(self) -> None:
        watch = self._follow("正在导入")
        given, no = (self.work.ledgers, self.work.reason), self._refuse
        self.jobs.write(take_in, *given, then=self._brought_in, refused=no, watch=watch)

    def _brought_in(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.work.settle()
        self._settle()
        self.ended.show_outcome(outcome)
        self._go(_RESULT)
        self.jobs.said.emit(f"已导入：{told_of(outcome.counts)}。")

    def _saved(self, path: Path, count: int) -> None:
        self.frame.banner.say(f"{count} 行已写入 {path}", tone="plain")

    def _refuse(self, no: Refused) -> None:
        self._settle()
        self.frame.banner.say(str(no), tone="plain" if isinstance(no, Cancelled) else "bad")
