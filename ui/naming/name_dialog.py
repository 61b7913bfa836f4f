"""名称查重: a page that is filled while a name is typed, and can be printed for the applicant."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
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

from qyclient.errors import Refused
from qyclient.organizations.reports import name_check_page
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.rules.naming import NameCheck
from qyclient.organizations.services.naming import check_name
from qyclient.organizations.services.reserving import kept_names
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.print_found import PrintDialog
from ui.naming.findings import FindingList

_PAUSE_MS = 300
_SIZE = (980, 620)
_ANY = "种类不限"
_HINT = "输入拟用名称，边输入边查：结构、用语、重名、同音、形近、繁体、保留期。"


class NameDialog(QDialog):
    """`opening` carries a body somebody wants to see."""

    opening = Signal(object)

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, name: str = "", org_type: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("名称查重")
        self._jobs = jobs
        self.check: NameCheck | None = None
        self.banner = Banner(self)
        self.name, self.sort = _typed(name, org_type)
        self.told = _label(_HINT, "title")
        self.parts, self.searched = _label("", "hint"), _label("", "hint")
        self.list = FindingList()
        self.list.opening.connect(self._open)
        self.paper = QPushButton("打印查重意见…")
        self.paper.setEnabled(False)
        self.paper.setToolTip("输入名称后可以打印，交给申请人")
        self.paper.clicked.connect(lambda _checked: self.print())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.name.textChanged.connect(lambda _text: self._pause.start())
        self.sort.currentIndexChanged.connect(lambda _at: self._pause.start())
        self._build()
        self.look()

    def look(self) -> None:
        """Check the name as it stands now."""
        name = self.name.text()
        if not name.strip():
            self._show(name, None)
            self._jobs.read(kept_names, then=self._show_kept)
            return
        sort = next((s for s in OrgType if s.label == self.sort.currentText()), None)
        self._jobs.read(
            check_name, name, sort, then=partial(self._show, name), refused=self._refused
        )

    def print(self) -> None:
        """Show the page the applicant gets."""
        if self.check is not None:
            self._jobs.ask(self._jobs.heading_of, self._draw)

    def _show(self, name: str, check: NameCheck | None) -> None:
        if name != self.name.text():
            return  # typed on meanwhile: the next answer is on its way
        self.check = check
        self.banner.say("")
        self.told.setText(check.told if check else _HINT)
        parts = [f"{label} {part or '—'}" for label, part in check.parts.told()] if check else []
        self.parts.setText("名称组成：" + "　".join(parts) if parts else "")
        self.searched.setText(f"查重范围：{check.searched}" if check else "")
        self.list.show_check(check)
        self.paper.setEnabled(check is not None)

    def _show_kept(self, kept: Sequence[Sequence[str]]) -> None:
        if not self.name.text().strip():
            self.list.show_kept(kept)

    def _refused(self, no: Refused) -> None:
        self._show(self.name.text(), None)
        self.told.setText(str(no))

    def _draw(self, heading: object) -> None:
        check = self.check
        draw = partial(name_check_page, check, heading)  # type: ignore[arg-type]  # asked for above
        self._jobs.do(draw, self._preview, refused=lambda no: self.banner.say(str(no)))

    def _preview(self, pdf: bytes) -> None:
        PrintDialog(self._jobs, f"名称查重意见 {self.name.text()}", pdf, self).open()

    def _open(self, record: object) -> None:
        self.accept()
        self.opening.emit(record)

    def _build(self) -> None:
        typed = QHBoxLayout()
        typed.addWidget(self.name, 1)
        typed.addWidget(self.sort)
        close = QPushButton("关闭")
        for button in (close, self.paper):
            button.setAutoDefault(False)
        close.clicked.connect(lambda _checked: self.reject())
        foot = QHBoxLayout()
        foot.addWidget(self.searched, 1)
        foot.addWidget(self.paper)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addLayout(typed)
        column.addWidget(self.told)
        column.addWidget(self.parts)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.resize(*_SIZE)


def _typed(name: str, org_type: str) -> tuple[QLineEdit, QComboBox]:
    line, sort = QLineEdit(name), QComboBox()
    line.setAccessibleName("拟用名称")
    line.setPlaceholderText("如 清新区晨光阅读促进会")
    sort.setAccessibleName("种类")
    sort.addItems([_ANY, *(one.label for one in OrgType)])
    sort.setCurrentText(org_type or _ANY)
    return line, sort


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
