"""添加其他地区: an area that is not in the list, with the office that answers for it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from qyclient.errors import Invalid
from qyclient.office.models import AddedArea
from qyclient.office.services import area_of
from qyclient.records.base import fields_of
from ui.kit.editor import Surroundings
from ui.kit.form import Form
from ui.kit.save_buttons import SaveButtons

_SIZE = (720, 340)
_TOLD = "列表里只有清远市的机关。其他地方的机关在这里填写一次，随登记数据保存。"


class AreaDialog(QDialog):
    """`given` carries the area and what was typed; nothing is written until a register is made."""

    given = Signal(object, object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("添加其他地区")
        self._today = today
        told = QLabel(_TOLD)
        told.setWordWrap(True)
        told.setContentsMargins(20, 16, 20, 0)
        self.form = Form(fields_of(AddedArea), Surroundings(today), self)
        self.form.editor("name").edited.connect(self._guess_office)
        buttons = SaveButtons()
        buttons.save.setText("添加")
        buttons.accepted.connect(self.give)
        buttons.rejected.connect(self.reject)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (told, self.form):
            column.addWidget(part)
        column.addLayout(foot)
        self._guessed = ""
        self.resize(*_SIZE)
        self.form.go_to("code")

    def give(self) -> None:
        """Hand the area over, or say beside its fields what is wrong."""
        texts = self.form.texts()
        try:
            place = area_of(texts, self._today)
        except Invalid as no:
            self.form.show_problems(no.problems)
            return
        self.given.emit(place, texts)
        self.accept()

    def _guess_office(self) -> None:
        """Write what the office is usually called, until somebody wrote something else."""
        office, name = self.form.editor("office"), self.form.editor("name").text().strip()
        if office.text() == self._guessed:
            self._guessed = f"{name}民政局" if name else ""
            office.put(self._guessed)
