"""经办人…: who works here, what each may do, and who stands in for whom."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qyclient.errors import Refused
from qyclient.office.models import Operator, Substitution
from qyclient.office.services.sign_in import set_password
from qyclient.office.services.staff import amend_operator, end_stand_in, stand_ins
from qyclient.records.base import fields_of
from qyclient.records.view import View
from qyclient.workspace import Workspace
from ui.kit.banner import Banner
from ui.kit.icons import icon
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.office.operator_dialog import OperatorDialog, StandInDialog
from ui.office.password_dialog import PasswordDialog

_SIZE = (900, 600)
_PEOPLE, _STAND_INS = fields_of(Operator), fields_of(Substitution)
_WIDTHS = (100, 330, 120, 130, 60)
_DAYS = (140, 140, 150, 150)
_LITTLE = 150
_NOBODY = "还没有经办人：用登录名记录操作，人人都可以办理。添加以后，状态栏里可以换人。"
_NO_ROLES = "谁都没有岗位，人人都可以办理；给一个人写上岗位以后，就按岗位办理。"


class StaffDialog(QDialog):
    """The register keeps who left, because his name stands in the history."""

    kept = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("经办人")
        self._jobs = jobs
        self.banner = Banner()
        self.people = LinesTable([*(field.label for field in _PEOPLE), "密码"], _WIDTHS)
        self.days = LinesTable([field.label for field in _STAND_INS], _DAYS)
        self.people.setAccessibleName("经办人名单")
        self.days.setAccessibleName("代岗安排")
        self.days.setMaximumHeight(_LITTLE)
        self._operators: Sequence[Operator] = ()
        self._stand_ins: Sequence[Substitution] = ()
        self.made: dict[str, QPushButton] = {}
        self._lay_out()
        self.people.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.days.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        jobs.changed.connect(self._hear)
        self.resize(*_SIZE)
        self.read()

    def read(self) -> None:
        """Read both lists again."""
        self._jobs.ask(_staff, self._show)

    def add(self) -> None:
        """Take somebody in."""
        OperatorDialog(self._jobs, self).open()

    def amend(self) -> None:
        """Change what is known of the chosen one."""
        OperatorDialog(self._jobs, self, self._chosen).open()

    def turn(self) -> None:
        """Say that the chosen one works here no longer, or again."""
        one = self._chosen
        texts = {"is_active": "否" if one.is_active else "是"}
        self._do(amend_operator, one.id, one.version, texts)

    def give_password(self) -> None:
        """Give the chosen one a password."""
        dialog = PasswordDialog(self._jobs, self._chosen, self)
        dialog.kept.connect(self._kept)
        dialog.open()

    def take_password(self) -> None:
        """Let the chosen one sit down without a password."""
        self._do(set_password, self._chosen.id, "")

    def arrange(self) -> None:
        """Say who stands in for the chosen one."""
        rows = self._row(self.people)
        StandInDialog(self._jobs, self, self._operators[rows[0]].name if rows else "").open()

    def end(self) -> None:
        """Take the chosen arrangement back."""
        self._do(end_stand_in, self._stand_ins[self._row(self.days)[0]].id)

    @property
    def _chosen(self) -> Operator:
        return self._operators[self._row(self.people)[0]]

    def _row(self, table: LinesTable) -> list[int]:
        return [index.row() for index in table.selectionModel().selectedRows()][:1]

    def _do(self, verb: Callable[..., Any], *given: Any) -> None:
        self.banner.say("")
        self._jobs.write(verb, *given, then=lambda _made: self._kept(), refused=self._refuse)

    def _kept(self) -> None:
        self.kept.emit()
        self.read()

    def _refuse(self, no: Refused) -> None:
        self.banner.say(str(no))

    def _hear(self, changed: frozenset[str]) -> None:
        if {Operator.__tablename__, Substitution.__tablename__} & changed:
            self.read()

    def _show(self, found: tuple[Sequence[Operator], Sequence[Substitution]]) -> None:
        at = self._row(self.people)
        self._operators, self._stand_ins = found
        self.people.lines.show(
            [
                [*(field.show(one) for field in _PEOPLE), "有" if one.has_password else "无"]
                for one in self._operators
            ]
        )
        self.days.lines.show([[f.show(one) for f in _STAND_INS] for one in self._stand_ins])
        if self._operators:
            self.people.selectRow(min(at[0] if at else 0, len(self._operators) - 1))
        self._allow()
        if not self._operators:
            self.banner.say(_NOBODY, tone="plain")
        elif not any(one.roles for one in self._operators if one.is_active):
            self.banner.say(_NO_ROLES, tone="plain")
        else:
            self.banner.say("")

    def _allow(self) -> None:
        chosen = self._operators[rows[0]] if (rows := self._row(self.people)) else None
        for key in ("amend", "turn", "give_password", "take_password"):
            self.made[key].setEnabled(chosen is not None)
        active = chosen is None or chosen.is_active
        self.made["turn"].setText("离岗" if active else "恢复在岗")
        self.made["take_password"].setEnabled(chosen is not None and chosen.has_password)
        self.made["arrange"].setEnabled(len(self._operators) > 1)
        self.made["end"].setEnabled(bool(self._row(self.days)))

    def _go(self, key: str, _checked: bool = False) -> None:
        getattr(self, key)()

    def _buttons(self, *told: tuple[str, str, str]) -> QHBoxLayout:
        row = QHBoxLayout()
        for key, text, picture in told:
            button = self.made[key] = QPushButton(icon(picture), text)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._go, key))
            row.addWidget(button)
        row.addStretch()
        return row

    def _lay_out(self) -> None:
        people = self._buttons(
            ("add", "添加…", "add"),
            ("amend", "修改…", "amend"),
            ("turn", "离岗", ""),
            ("give_password", "设置密码…", ""),
            ("take_password", "清除密码", ""),
        )
        days = self._buttons(("arrange", "安排代岗…", "add"), ("end", "取消代岗", "remove"))
        leave = QPushButton("关闭")
        leave.setAutoDefault(False)
        leave.clicked.connect(lambda _checked: self.reject())
        heading = QLabel("代岗（A/B 岗）")
        heading.setProperty("role", "heading")
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 12, 20, 12)
        inner.setSpacing(8)
        inner.addLayout(people)
        inner.addWidget(self.people, 1)
        inner.addWidget(heading)
        inner.addLayout(days)
        inner.addWidget(self.days)
        inner.addWidget(leave, alignment=Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addLayout(inner)


def _staff(workspace: Workspace) -> tuple[Sequence[Any], Sequence[Substitution]]:
    """Return who works or worked here, by the order in which they came, and who stands in."""
    return list(reversed(workspace.page(Operator, View()))), workspace.read(stand_ins)
