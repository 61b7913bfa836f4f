"""疑似重复: while a new body is typed, those it may already be stand in a quiet strip."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.organizations.models import Organization
from qyclient.organizations.services.likeness import likely_twins, say_distinct
from qyclient.records.base import fields_of
from qyclient.records.field import Field
from ui.kit.banner import Banner
from ui.kit.form import Form
from ui.kit.jobs import Jobs
from ui.kit.side_by_side import Pair, SideBySide

_TELLING = frozenset({"name", "uscc", "legacy_cert_no", "legal_rep_id_no"})
_PAUSE_MS = 400
_NAMED = 3
_SIZE = (860, 620)


class TwinWatch(QObject):
    """Looks while one types; `opening` carries a body that should be opened instead."""

    opening = Signal(object)

    def __init__(self, jobs: Jobs, form: Form, strip: Banner) -> None:
        super().__init__(form)
        self._jobs, self._form, self._strip = jobs, form, strip
        self.twins: list[Organization] = []
        self.apart: dict[Any, str] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        form.edited.connect(lambda key: self._pause.start() if key in _TELLING else None)

    def compare(self) -> None:
        """Show what is typed beside each of them."""
        dialog = TwinDialog(self._form.texts(), self.twins, self._form.window())
        dialog.distinct.connect(self._part)
        dialog.opening.connect(self.opening)
        dialog.open()

    def keep(self, body: Organization) -> None:
        """Keep what was found not to be a double, now that the new body has a record."""
        for key, reason in self.apart.items():
            self._jobs.write(say_distinct, body.id, key, reason)

    def _look(self) -> None:
        texts = {key: self._form.texts()[key] for key in _TELLING}
        self._jobs.read(likely_twins, texts, then=self._tell)

    def _tell(self, found: Sequence[Organization]) -> None:
        self.twins = [body for body in found if body.id not in self.apart]
        names = "、".join(body.name for body in self.twins[:_NAMED])
        more = f"等 {len(self.twins)} 个" if len(self.twins) > _NAMED else ""
        said = f"可能已经登记过：{names}{more}" if self.twins else ""
        self._strip.say(said, "并排对照…", self.compare, tone="plain")

    def _part(self, body: Organization, reason: str) -> None:
        self.apart[body.id] = reason
        self._tell(self.twins)


class TwinDialog(QDialog):
    """`distinct`: this body and the new one are two, and why; `opening`: it is the same one."""

    distinct = Signal(object, str)
    opening = Signal(object)

    def __init__(
        self, texts: Mapping[str, str], twins: Sequence[Organization], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("疑似重复：并排对照")
        self._texts, self._twins = texts, list(twins)
        self.which = QComboBox()
        self.which.setAccessibleName("已有记录")
        self.which.addItems([f"{body.name}（{body.status.label}）" for body in twins])
        self.which.currentIndexChanged.connect(lambda _number: self._show())
        self.sides = SideBySide(("正在填写", "已有记录"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName("不是重复的理由")
        self.reason.setPlaceholderText("不是重复的理由，如：同一出资人举办的两所园（可以不填）")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.which)
        column.addWidget(self.sides, 1)
        column.addWidget(QLabel("登记以后，这个判断和理由会保存，以后不再提示。"))
        column.addWidget(self.reason)
        column.addLayout(self._buttons())
        self.resize(*_SIZE)
        self._show()

    @property
    def body(self) -> Organization:
        """Return the existing body that is shown."""
        return self._twins[self.which.currentIndex()]

    def part(self) -> None:
        """Say that they are two."""
        self.distinct.emit(self.body, self.reason.text().strip())
        self.accept()

    def _show(self) -> None:
        pairs = (_pair(field, self._texts, self.body) for field in fields_of(Organization))
        self.sides.show_pairs([pair for pair in pairs if pair.left or pair.right])

    def _open(self) -> None:
        body = self.body
        self.accept()
        self.opening.emit(body)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        for text, do in (
            ("不是重复", self.part),
            ("打开已有记录", self._open),
            ("返回填写", self.reject),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(partial(_press, do))
            row.addWidget(button)
        return row


def _press(do: Any, _checked: bool = False) -> None:
    do()


def _pair(field: Field, texts: Mapping[str, str], body: Organization) -> Pair:
    typed = texts.get(field.key, "")
    try:
        left = "" if field.is_empty(typed) else field.kind.format(field.kind.parse(typed))
    except ValueError:
        left = typed
    right = field.show(body)
    mask = field.kind.mask if field.personal else None
    shown = [mask(text) if mask and text else text for text in (left, right)]
    return Pair(field.label, shown[0], shown[1], differs=bool(left) and left != right)
