"""编辑指标: the tree on the left, the chosen indicator on the right, the sums below."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.evaluations.services.template_rows import FIELDS, checked
from qyclient.evaluations.services.templates import put_tree
from ui.evaluations.tree_view import ROW, TreeView
from ui.kit import notices
from ui.kit.banner import Banner
from ui.kit.editor import Surroundings
from ui.kit.form import Form
from ui.kit.jobs import Jobs
from ui.kit.looks import give_role
from ui.kit.save_buttons import SaveButtons

_SHOWN = tuple(field for field in FIELDS if field.key != "number")
_SAID = 3
_PARTS = (480, 720)


class TreeDialog(QDialog):
    """What is wrong with the weights is told while one types; a draft may be saved unfinished."""

    saved = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        parent: QWidget | None,
        template: Any,
        rows: Sequence[Mapping[str, str]],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"编辑指标：{template.number} {template.name}")
        self._jobs, self._template = jobs, template
        self.banner = Banner(self)
        self.view = TreeView()
        self.form = Form(_SHOWN, Surroundings(jobs.today, jobs))
        self.sums = QLabel()
        self.sums.setWordWrap(True)
        self.sums.setMinimumHeight(40)
        self._filling = False
        self._buttons = SaveButtons()
        self._build()
        self.view.currentItemChanged.connect(self._show)
        self.form.edited.connect(self._typed)
        self.view.put(rows)
        self._opened = self.view.rows()
        self._check()
        self.resize(1240, 720)

    def save(self) -> None:
        """Keep the tree as it stands."""
        self.banner.say("")
        self._buttons.wait(True)
        args = (self._template.id, self._template.version, self.view.rows())
        self._jobs.write(put_tree, *args, then=self._saved, refused=self._refused)

    def reject(self) -> None:
        """Leave; ask only if something would be lost."""
        if self.view.rows() == self._opened:
            super().reject()
            return
        asked = notices.question(
            self, "指标的改动还没有保存，确定离开吗？", "不保存，离开", "继续编辑"
        )
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.accepted.connect(partial(QDialog.reject, self))
        asked.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take closing the window as leaving."""
        event.ignore()
        self.reject()

    def add(self, *, under: bool) -> None:
        """Add an indicator and go to its name."""
        if self.view.add(under=under) is None:
            self.banner.say("指标最多四级，不能再往下加。")
            return
        self._check()
        self.form.go_to("name")

    def _build(self) -> None:
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 8, 0, 0)
        column.addLayout(self._tools())
        column.addWidget(self.view, 1)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self.form)
        split.setSizes(list(_PARTS))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.banner)
        whole.addWidget(split, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 12)
        foot.addWidget(self.sums, 1)
        foot.addWidget(self._buttons)
        whole.addLayout(foot)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, go in (
            ("加同级", partial(self.add, under=False)),
            ("加下级", partial(self.add, under=True)),
            ("上移", partial(self._rearrange, partial(self.view.shift, -1))),
            ("下移", partial(self._rearrange, partial(self.view.shift, 1))),
            ("去掉", partial(self._rearrange, self.view.take_away)),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, do=go: do())
            row.addWidget(button)
        row.addStretch()
        return row

    def _rearrange(self, how: Any) -> None:
        how()
        self._check()

    def _show(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        self._filling = True
        row = item.data(0, ROW) if item is not None else {}
        self.form.setEnabled(item is not None)
        self.form.put({field.key: row.get(field.key, "") for field in _SHOWN})
        self._filling = False

    def _typed(self, key: str) -> None:
        item: QTreeWidgetItem | None = self.view.currentItem()
        if item is not None and not self._filling:
            self.view.change(item, {key: self.form.editor(key).text()})
            self._check()

    def _check(self) -> None:
        problems = checked(self.view.rows(), Decimal(self._template.total))
        self.view.mark(problems)
        said = [*problems.values()]
        more = f"（共 {len(said)} 处）" if len(said) > _SAID else ""
        good = f"✓ 各级分值相符，总分 {self._template.total.normalize():f} 分，可以发布。"
        self.sums.setText("；".join(said[:_SAID]) + more if said else good)
        give_role(self.sums, "problem" if said else "said")

    def _saved(self, template: Any) -> None:
        self._jobs.said.emit(f"已保存指标：{template.number} {template.name}")
        self.saved.emit(template)
        self.accept()

    def _refused(self, no: Refused) -> None:
        self._buttons.wait(False)
        self.banner.say(str(no))
