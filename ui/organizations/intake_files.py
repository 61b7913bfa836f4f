"""Step 1 of an import: which files and sheets, of what kind, and where their headings stand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qyclient.organizations.rules.lists import OrgType
from ui.kit.empty import Empty
from ui.kit.icons import icon
from ui.kit.options import Options
from ui.organizations.intake_headings import FirstRows
from ui.organizations.intake_sheets import BY_CODE, SheetsTable
from ui.organizations.intake_work import Chosen, Work

_SORTS = {sort.value: sort for sort in OrgType}
_KINDS = (("", BY_CODE), *((code, sort.label) for code, sort in _SORTS.items()))
_DEEPEST, _TALLEST = 40, 5
_TITLE = "选择要导入的台账"
_HINT = "可以一次选几个文件，也可以把文件拖到这里。支持 .xlsx、.xls 和 .csv。"


class FilesPage(QWidget):
    """`asked` wants files; `changed` tells that the choice of sheets or their reading changed."""

    asked = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = Work()
        self.choose = QPushButton(icon("folder"), "另选文件…")
        self.sheets = SheetsTable()
        self.kind = Options("种类", _KINDS)
        self.top, self.bottom = Options("表头第一行"), Options("表头最后一行")
        self.first = FirstRows()
        self.said = QLabel()
        self.empty = Empty(_TITLE)
        self._tune()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._found())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.addWidget(self._stack)

    def show_work(self, work: Work) -> None:
        """Show the sheets of the files that were read."""
        self.work = work
        self._stack.setCurrentIndex(1 if work.sheets else 0)
        self.sheets.show_work(work)
        self._show()

    def settle_focus(self) -> None:
        """Put the cursor where the next step is."""
        (self.sheets if self.work.sheets else self.empty.button).setFocus()

    def current(self) -> Chosen | None:
        """Return the sheet whose reading is shown below."""
        row = self.sheets.currentRow()
        return self.work.sheets[row] if 0 <= row < len(self.work.sheets) else None

    def _tune(self) -> None:
        self.empty.say(_TITLE, _HINT, "选择文件…", self.asked.emit)
        for button in (self.empty.button, self.choose):
            button.setAutoDefault(False)
        self.choose.clicked.connect(lambda _checked: self.asked.emit())
        self.said.setProperty("role", "hint")
        self.sheets.currentCellChanged.connect(lambda *_at: self._show())
        self.sheets.ticked.connect(self.changed)
        self.kind.activated.connect(lambda _at: self._take_kind())
        for rows in (self.top, self.bottom):
            rows.activated.connect(lambda _at: self._head())

    def _found(self) -> QWidget:
        found = QWidget()
        row = QHBoxLayout()
        row.setSpacing(8)
        words = (QLabel("种类"), QLabel("表头从第"), QLabel("行到第"), QLabel("行"))
        for part in (words[0], self.kind, words[1], self.top, words[2], self.bottom, words[3]):
            row.addWidget(part)
        row.addWidget(self.said)
        row.addStretch()
        row.addWidget(self.choose)
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sheets)
        column.addLayout(row)
        column.addWidget(self.first, 1)
        return found

    def _show(self) -> None:
        sheet = self.current()
        if sheet is None:
            return
        ledger, layout = sheet.ledger, sheet.ledger.layout
        last = min(_DEEPEST, len(ledger.sheet.rows))
        self.kind.choose(ledger.org_type.value if ledger.org_type else "")
        _offer(self.top, range(last), layout.top)
        _offer(self.bottom, range(layout.top, min(last, layout.top + _TALLEST)), layout.bottom)
        self.first.rows.show(ledger)
        known = sum(column.key is not None for column in layout.columns)
        said = f"认出 {known} 列" if known else "这里没有认出列名，请移到表头所在的行"
        self.said.setText(said)

    def _take_kind(self) -> None:
        if (sheet := self.current()) is not None:
            sheet.be(_SORTS.get(self.kind.chosen))
            self._again()

    def _head(self) -> None:
        sheet = self.current()
        if sheet is None:
            return
        layout = sheet.ledger.layout
        top, bottom = int(self.top.chosen), int(self.bottom.chosen)
        if top != layout.top:
            bottom = top + layout.bottom - layout.top
        sheet.head(top, max(top, min(bottom, len(sheet.ledger.sheet.rows) - 1)))
        self._again()

    def _again(self) -> None:
        self.sheets.show_sheet(self.sheets.currentRow())
        self._show()
        self.changed.emit()


def _offer(box: Options, rows: range, chosen: int) -> None:
    """Offer rows by the number Excel gives them."""
    box.offer([(f"{row}", f"{row + 1}") for row in rows])
    box.choose(f"{chosen}")
