"""The first question a new register asks: whose it is."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.office.rules import areas
from qyclient.office.services import establish
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs

_CODE = Qt.ItemDataRole.UserRole
_LINE = 32


class FirstStart(QDialog):
    """Offers the offices of today's areas; what is chosen stands on every paper."""

    established = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("第一次使用")
        self.jobs = jobs
        self.banner = Banner()
        asked = QLabel("这个文件夹里还没有登记数据。请选择本机关，它会写在名册、报表和证书上：")
        asked.setWordWrap(True)
        self.offices = _offices()
        self.offices.itemDoubleClicked.connect(lambda _item: self.establish())
        begin, later = QPushButton("建立登记数据"), QPushButton("以后再说")
        begin.setProperty("role", "primary")
        buttons = QDialogButtonBox()
        buttons.addButton(begin, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(later, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.establish)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for part in (self.banner, asked, self.offices, buttons):
            column.addWidget(part)
        self.resize(520, 460)

    def establish(self) -> None:
        """Make the register this office's."""
        chosen = self.offices.currentItem()
        if chosen is not None:
            self.jobs.write(
                establish,
                str(chosen.data(_CODE)),
                then=self._made,
                refused=lambda no: self.banner.say(str(no)),
            )

    def _made(self, office: object) -> None:
        self.established.emit(office)
        self.accept()


def _offices() -> QListWidget:
    offices = QListWidget()
    offices.setAccessibleName("登记管理机关")
    for place in areas():
        if place.office and not place.successor:
            item = QListWidgetItem(f"{place.office}　（{place.code} {place.name}）")
            item.setSizeHint(QSize(0, _LINE))
            item.setData(_CODE, place.code)
            offices.addItem(item)
    offices.setCurrentRow(0)
    return offices
