"""The 服务记录 room: typed line by line or taken from a sheet, drawn, recognised or rejected."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from qyclient.contracts.models import ServiceRecord
from qyclient.contracts.rules import RecordStatus
from qyclient.contracts.services.record_sheets import read_records, take_in_records
from qyclient.contracts.services.sampling import judge
from qyclient.contracts.services.serving import enter_records
from qyclient.organizations.services.held import held_rows
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.kinds import TEXT
from qyclient.records.view import Filter
from ui.contracts.verb_dialog import Form, VerbDialog
from ui.kit.actions import Action
from ui.kit.filters import Preset
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog
from ui.kit.record_tab import RecordTab
from ui.kit.rows_editor import RowsEditor

_TONES = {RecordStatus.RECOGNISED: "good", RecordStatus.REJECTED: "bad"}
_ABOVE = ("contract", "station", "type", "item", "worker", "way")
_LINE = ("served_on", "quantity", "beneficiaries", "volunteers", "volunteer_hours", "satisfaction")
_LINES = 6


class GridDialog(RecordDialog):
    """What is the same stands above; the lines below are figures, for the numeric keypad."""

    def __init__(self, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(jobs, [field_of(ServiceRecord, key) for key in _ABOVE], parent)
        self.setWindowTitle("录入服务记录")
        self.done_word = "已录入服务记录"
        fields = [field_of(ServiceRecord, key) for key in _LINE]
        self.grid = RowsEditor(fields, self.around, lines=_LINES)
        self.add_section("逐行录入（日期写 3.2，回车到下一格）", self.grid)
        self.begin()
        self.form.go_to("contract")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Enter them all."""
        return enter_records, ([{**texts, **row} for row in self.grid.texts()],)

    def lines_problem(self) -> str:
        """Check each line."""
        return self.grid.problem()

    def extra(self) -> object:
        """Return the lines typed so far."""
        return self.grid.texts()

    def called(self, record: Any) -> str:
        """Return how many there are."""
        return f"{len(record)} 条"


def _enter(tab: "RecordsTab") -> None:
    dialog = GridDialog(tab.jobs, tab)
    dialog.saved.connect(lambda records: tab.show_saved(records[0]))
    dialog.open()


def _bring(tab: "RecordsTab") -> None:
    dialog = QFileDialog(tab, "选择服务记录表")
    dialog.setNameFilter("表格 (*.xlsx *.xls *.csv)")
    dialog.fileSelected.connect(lambda name: tab.bring(Path(name)))
    dialog.open()


def _judge(tab: "RecordsTab", *, recognised: bool) -> None:
    keys = [record.id for record in tab.table.selected()]
    word = "认可" if recognised else "剔除"
    how = Field("checked_how", "核查方式", TEXT, required=False, help="电话、实地、照片")
    why = Field("checked_because", "说明", TEXT, required=not recognised, width=36)
    form = Form(
        f"{word} {len(keys)} 条服务记录",
        [how, why],
        lambda texts: (_judged, (keys, recognised, texts["checked_how"], texts["checked_because"])),
        f"已{word}",
        named=f"{len(keys)} 条",
    )
    VerbDialog(tab.jobs, tab, form).open()


def _judged(session: Any, keys: Sequence[Any], recognised: bool, how: str, why: str) -> int:
    return judge(session, keys, recognised=recognised, how=how, why=why)


class RecordsTab(RecordTab):
    """服务记录: enter, take in, recognise, reject."""

    model = ServiceRecord
    offers = (
        Action("enter", "录入…", "add", "Ctrl+N", _enter, tip="逐行录入，适合数字小键盘"),
        Action("bring", "导入表格…", "import", "Ctrl+I", _bring, tip="读承接主体报来的服务记录表"),
        Action("recognise", "认可…", "tick", "F2", partial(_judge, recognised=True), "some",
               "核查属实"),
        Action("reject", "剔除…", "", "F3", partial(_judge, recognised=False), "some",
               "核查不实，写明理由；剔除的不计数、不计酬"),
    )  # fmt: skip
    search_hint = "记录编号、合同、站点"
    nothing_yet = ("还没有服务记录", "逐行录入，或导入承接主体报来的表格；认可后才计数。")
    grouped_by = "status"

    def presets(self) -> Sequence[Preset]:
        """Offer what waits to be checked, and the errands of the network."""
        return [
            *(Preset(s.label, (Filter("status", among=(s.value,)),)) for s in RecordStatus),
            Preset("网络代办", (Filter("type", among=("ERRAND",)),)),
        ]

    def tone(self, record: Any, key: str) -> str:
        """Colour the status."""
        return _TONES.get(record.status, "") if key == "status" else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return number and sort, and the status."""
        title = f"{record.number}　{record.type.label}"
        return title, record.status.label, _TONES.get(record.status, "plain")

    def bring(self, path: Path) -> None:
        """Read a sheet, keep what can be kept, and write the rest beside it with the reasons."""
        watch = self.jobs.watch(f"正在读 {path.name}")
        self.jobs.do(
            lambda: read_records([path], watch),
            lambda sheets: self._take(path, sheets),
            watch=watch,
        )

    def _take(self, path: Path, sheets: Sequence[Any]) -> None:
        watch = self.jobs.watch(f"正在导入 {path.name}")
        self.jobs.write(
            take_in_records, sheets, then=partial(self._told, path, sheets), watch=watch
        )

    def _told(self, path: Path, sheets: Sequence[Any], outcome: Any) -> None:
        counts = outcome.counts
        told = f"新增 {counts['new']} 条，待处理 {counts['held']} 条"
        if counts["held"]:
            beside = path.with_name(f"{path.stem}_待处理.xlsx")
            held_rows(beside, sheets, outcome)
            told += f"；待处理的行和原因写在 {beside.name}"
        self.jobs.said.emit(f"服务记录：{told}")
