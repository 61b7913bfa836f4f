"""实际值: what was reached of each quantity, against which target, and from where it is known."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qyclient.errors import Refused
from qyclient.evaluations.services.quantities import put_actual, quantities, take_recorded
from ui.evaluations.grid import Grid
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs

_HEADS = ("序号", "指标", "单位", "目标值", "实际值", "取数来源", "不按记录取数的理由")
_WIDTHS = (56, 220, 56, 76, 76, 320)
_TARGET, _ACTUAL, _SOURCE, _BECAUSE = 3, 4, 5, 6
_TYPED = {"target": _TARGET, "actual": _ACTUAL, "source": _SOURCE, "override_because": _BECAUSE}


class QuantitiesDialog(QDialog):
    """A line is kept as soon as its actual value and its source are both there."""

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, found: Any, known: Sequence[tuple[Any, Any]]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"实际值：{found.number} {found.subject}")
        self._jobs, self._round, self._nodes = jobs, found, [node for node, _ in known]
        self.banner = Banner(self)
        self.grid = Grid(_HEADS, _WIDTHS, frozenset(_TYPED.values()))
        self.grid.setAccessibleName("实际值")
        self.grid.fill([_texts(node, actual) for node, actual in known])
        self.grid.typed.connect(self._keep)
        self._build()
        self.resize(1180, 600)

    def _build(self) -> None:
        take = QPushButton("从服务记录取数")
        take.setAutoDefault(False)
        take.clicked.connect(lambda _checked: self.take())
        leave = QPushButton("关闭")
        leave.setAutoDefault(False)
        leave.clicked.connect(lambda _checked: self.reject())
        told = QLabel("目标值按合同填写。已认定的服务记录可以取数，改成别的数要写理由。")
        told.setProperty("role", "hint")
        foot = QHBoxLayout()
        foot.addWidget(take)
        foot.addStretch()
        foot.addWidget(leave)
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addWidget(told)
        column.addWidget(self.grid, 1)
        column.addLayout(foot)

    def take(self) -> None:
        """Fill in what recognised service records say."""
        self._jobs.write(take_recorded, self._round.id, then=self._taken, refused=self._refused)

    def _keep(self, row: int, column: int, _text: str) -> None:
        texts = {key: self.grid.text(row, at) for key, at in _TYPED.items()}
        if not (texts["actual"].strip() and (texts["source"].strip() or column == _BECAUSE)):
            return
        kept, no = partial(self._kept, row), partial(self._wrong, row, column)
        args = (self._round.id, self._nodes[row].id, texts)
        self._jobs.write(put_actual, *args, then=kept, refused=no)

    def _taken(self, _made: object) -> None:
        self._jobs.read(quantities, self._round.id, then=self._show)

    def _show(self, known: Sequence[tuple[Any, Any]]) -> None:
        self.banner.say("")
        self.grid.fill([_texts(node, actual) for node, actual in known])

    def _refused(self, no: Refused) -> None:
        self.banner.say(str(no))

    def _kept(self, row: int, _actual: object) -> None:
        self.banner.say("")
        for column in _TYPED.values():
            self.grid.mark(row, column, "")

    def _wrong(self, row: int, column: int, no: Refused) -> None:
        self.grid.mark(row, column, str(no))
        self.banner.say(f"没有保存：{no}")


def _texts(node: Any, actual: Any) -> list[str]:
    target = actual.target if actual is not None else node.target
    shown = "" if target is None else f"{target.normalize():f}"
    own = "" if actual is None else f"{actual.actual.normalize():f}"
    source = actual.source if actual is not None else ""
    because = (actual.override_because if actual is not None else "") or ""
    return [node.number, node.name, node.unit or "", shown, own, source, because]
