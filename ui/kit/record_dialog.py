"""A dialog that fills in or amends one record."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Cancelled, Invalid, Overtaken, Refused
from qyclient.records.field import Field
from ui.kit import notices
from ui.kit.banner import Banner
from ui.kit.contents import Contents
from ui.kit.editor import Surroundings
from ui.kit.form import Form
from ui.kit.jobs import Jobs
from ui.kit.overtaken import fresh
from ui.kit.save_buttons import SaveButtons

Call = tuple[Callable[..., Any], tuple[Any, ...]]
"""A verb and what it is given."""

_SIZE = (1040, 700)


class RecordDialog(QDialog):
    """Stays open until the verb accepts what was typed. Subclasses say which verb.

    With a record it amends that record: only what was changed is sent, with the version that
    was opened, so that nobody's work is overwritten.
    """

    saved = Signal(object)
    done_word = "已保存"
    because, long = "", ""
    """Why, for the history; and what is being done, where the verb takes `progress` last."""

    def __init__(
        self, jobs: Jobs, fields: Sequence[Field], parent: QWidget | None, record: Any = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.jobs = jobs
        self.record = record
        self.around = Surroundings(jobs.today, jobs)
        self.form = Form(fields, self.around, self)
        self._fields = tuple(fields)
        self.banner = Banner(self)
        self.strips = QVBoxLayout()
        self.contents: Contents | None = None
        self._saving = False
        self._extra: object = None
        self._opened: dict[str, str] = {}
        self._build()
        if record is not None:
            self.form.put({field.key: field.show(record) for field in fields})
        self.resize(*_SIZE)

    def call(self, texts: Mapping[str, str]) -> Call:
        """Return the verb for these texts: all of a new record, or what changed of an old one."""
        raise NotImplementedError

    def lines_problem(self) -> str:
        """Return what is wrong beside the form's own fields, or nothing."""
        return ""

    def extra(self) -> object:
        """Return what was typed beside the form's own fields, to know whether any would be lost."""
        return None

    def called(self, record: Any) -> str:
        """Return what the status line calls the record."""
        return str(record)

    def begin(self) -> None:
        """Remember what the dialog was opened with; called when everything is in its place."""
        self._opened = self.form.texts()
        self._extra = self.extra()

    def add_section(self, heading: str, widget: QWidget) -> None:
        """Put something of the dialog's own at the end of the form."""
        self.form.add_below(heading, widget)
        if self.contents is not None:
            self.contents.add(heading)

    def changed_texts(self) -> dict[str, str]:
        """Return the texts that differ from what was opened."""
        texts = self.form.texts()
        return {key: text for key, text in texts.items() if text != self._opened.get(key, "")}

    def save(self) -> None:
        """Try; close on success."""
        if self._saving:
            return
        self.banner.say("")
        self.form.show_problems({})
        if problem := self.lines_problem():
            self.banner.say(problem)
            return
        texts = self.form.texts() if self.record is None else self.changed_texts()
        if self.record is not None and not texts and self.extra() == self._extra:
            self.banner.say("没有改动，不需要保存。", tone="plain")
            return
        verb, args = self.call(texts)
        self._wait(True)
        watch = self.jobs.watch(self.long) if self.long else None
        self.jobs.write(
            verb, *args, then=self._accepted, refused=self._refused, because=self.because,
            watch=watch,
        )  # fmt: skip

    def reject(self) -> None:
        """Leave; ask only if something would be lost."""
        if self._saving:
            return
        if not self.changed_texts() and self.extra() == self._extra:
            self._leave()
            return
        said = "填写的内容还没有保存，确定离开吗？"
        asked = notices.question(self, said, "不保存，离开", "继续填写")
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.accepted.connect(self._leave)
        asked.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take closing the window as leaving."""
        event.ignore()
        self.reject()

    def _leave(self) -> None:
        super().reject()

    def _build(self) -> None:
        self._buttons = SaveButtons()
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        sections = self.form.sections
        if len(sections) > 1:
            self.contents = Contents(sections)
            self.contents.wanted.connect(self.form.show_section)
            middle.addWidget(self.contents)
        middle.addWidget(self.form, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(self.strips)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _wait(self, saving: bool) -> None:
        self._saving = saving
        self._buttons.wait(saving)

    def _accepted(self, record: Any) -> None:
        self._wait(False)
        self.jobs.said.emit(f"{self.done_word}：{self.called(record)}")
        self.saved.emit(record)
        self.accept()

    def _refused(self, no: Refused) -> None:
        self._wait(False)
        if isinstance(no, Invalid):
            others = self.form.show_problems(no.problems)
            self.banner.say("；".join(others) or "有内容需要修改，见各栏旁边的红字。")
        elif isinstance(no, Overtaken):
            self.banner.say(str(no), "读取最新内容，保留我的修改", self._read_again)
        elif not isinstance(no, Cancelled):
            self.banner.say(str(no))

    def _read_again(self) -> None:
        self.jobs.ask(partial(fresh, self.record), self._merge)

    def _merge(self, now: Any) -> None:
        if now is None:
            self.banner.say("这条记录的名称已改或已不存在，请关闭后重新查找。")
            return
        mine = self.changed_texts()
        self.form.put({field.key: field.show(now) for field in self._fields})
        self.record, extra = now, self._extra
        self.begin()
        self._extra = extra
        self.form.put(mine)
        labels = "、".join(field.label for field in self._fields if field.key in mine)
        self.banner.say(
            f"已读取最新内容；您改过的 {labels} 保留在表中，请核对后再保存。", tone="plain"
        )
