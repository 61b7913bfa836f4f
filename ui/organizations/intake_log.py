"""导入记录: what was imported when, and taking an import back as a whole."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qyclient.errors import Refused
from qyclient.organizations.services.intake import intakes, undo_intake, would_go
from ui.kit import notices
from ui.kit.banner import Banner
from ui.kit.icons import icon
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.kit.waiting import WaitBar
from ui.kit.watch import Watch

_HEADERS = ("导入日期", "文件", "新增", "变更", "无变化", "待处理", "略过", "状态")
_WIDTHS = (110, 300, 60, 60, 68, 68, 60)
_NAMED = 5


class IntakeLog(QDialog):
    """Asks before it undoes, naming what will go; says what stands in the way."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("导入记录")
        self.jobs = jobs
        self.banner = Banner()
        self.list = LinesTable(_HEADERS, _WIDTHS)
        self.undo = QPushButton(icon("undo"), "撤销这次导入…")
        self.waiting = WaitBar(self)
        self.leave = QPushButton("关闭")
        self.intakes: Sequence[Any] = ()
        self._tune()
        self._lay_out()
        self.resize(900, 440)
        self._allow()
        self.jobs.read(intakes, then=self._know)

    def current(self) -> Any | None:
        """Return the import the cursor stands on."""
        row = self.list.currentIndex().row()
        return self.intakes[row] if 0 <= row < len(self.intakes) else None

    def look(self) -> None:
        """See what undoing would take away, then ask."""
        intake = self.current()
        if intake is not None:
            self.undo.setEnabled(False)
            self.banner.say("正在查看会退回哪些内容…", tone="plain")
            ask = partial(self._ask, intake)
            watch = self._watched("正在查看会退回哪些内容")
            self.jobs.try_out(would_go, intake.id, then=ask, refused=self._refuse, watch=watch)

    def take_back(self, intake: Any) -> None:
        """Undo an import."""
        self.undo.setEnabled(False)
        self.banner.say("正在撤销…", tone="plain")
        done = partial(self._undone, intake)
        watch = self._watched("正在撤销导入")
        self.jobs.write(undo_intake, intake.id, then=done, refused=self._refuse, watch=watch)

    def _watched(self, title: str) -> Watch:
        """Return a watch that is followed here: the window behind cannot be reached."""
        watch = self.jobs.watch(title)
        self.waiting.follow(watch)
        return watch

    def _tune(self) -> None:
        self.list.setAccessibleName("导入记录")
        self.list.setSelectionMode(LinesTable.SelectionMode.SingleSelection)
        self.list.selectionModel().currentRowChanged.connect(lambda *_at: self._allow())
        self.undo.clicked.connect(lambda _checked: self.look())
        self.leave.clicked.connect(lambda _checked: self.reject())
        for button in (self.undo, self.leave):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.undo)
        foot.addWidget(self.waiting, 1)
        foot.addStretch()
        foot.addWidget(self.leave)
        table = QVBoxLayout()
        table.setContentsMargins(16, 8, 16, 0)
        table.setSpacing(12)
        table.addWidget(self.list)
        table.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(self.banner)
        column.addLayout(table)

    def _know(self, found: Sequence[Any]) -> None:
        self.intakes = found
        self.list.lines.show([_line(intake) for intake in found])
        if found:
            self.list.selectRow(0)
            self.list.setFocus()
        elif self.banner.isHidden():
            self.banner.say("还没有导入过台账。", tone="plain")
        self._allow()

    def _allow(self) -> None:
        intake = self.current()
        self.undo.setEnabled(intake is not None and not intake.undone)
        tips = {None: "先选一次导入", True: "这次导入已经撤销", False: ""}
        self.undo.setToolTip(tips[None if intake is None else intake.undone])

    def _ask(self, intake: Any, going: Mapping[str, Sequence[str]]) -> None:
        self.banner.say("")
        self._allow()
        title = f"撤销 {intake.imported_on:%Y-%m-%d} 导入的 {intake.files}？"
        asked = notices.question(self, title, "撤销导入", "不撤销", _said(going))
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.accepted.connect(partial(self.take_back, intake))
        asked.open()

    def _refuse(self, no: Refused) -> None:
        self._allow()
        self.banner.say(str(no))

    def _undone(self, intake: Any, touched: int) -> None:
        said = f"已撤销 {intake.files} 的导入，{touched} 条记录退回到导入以前。"
        self.banner.say(said, tone="plain")
        self.jobs.said.emit(said)
        self.jobs.read(intakes, then=self._know)


def _line(intake: Any) -> tuple[str, ...]:
    counts = (intake.new, intake.changed, intake.unchanged, intake.held, intake.skipped)
    state = "已撤销" if intake.undone else "有效"
    return (f"{intake.imported_on}", intake.files, *(f"{count}" for count in counts), state)


def _said(going: Mapping[str, Sequence[str]]) -> str:
    parts = []
    if going["created"]:
        parts.append(f"从名册中移除 {_some(going['created'])}。")
    if going["changed"]:
        parts.append(f"退回到导入以前：{_some(going['changed'])}。")
    return "\n".join(parts) or "这次导入的年检结论将退回到导入以前。"


def _some(names: Sequence[str]) -> str:
    rest = "等" if len(names) > _NAMED else ""
    return f"{len(names)} 个社会组织：{'、'.join(names[:_NAMED])}{rest}"
