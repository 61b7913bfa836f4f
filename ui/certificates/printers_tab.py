"""打印机: what each tray does wrong, since when, and when to look again."""

from collections.abc import Sequence
from typing import Any

from qyclient.certificates.models import Calibration
from qyclient.records.view import Filter
from ui.certificates.calibrate_dialog import CalibrateDialog
from ui.kit.actions import Action
from ui.kit.filters import Preset
from ui.kit.record_tab import RecordTab


def _calibrate(tab: "PrintersTab") -> None:
    dialog = CalibrateDialog(tab.jobs, tab)
    dialog.saved.connect(tab.show_saved)
    dialog.open()


class PrintersTab(RecordTab):
    """打印机: calibrate, and see what is due."""

    model = Calibration
    offers = (
        Action("calibrate", "校准…", "add", "Ctrl+N", _calibrate, tip="三分钟：印十字、对光、填数"),
    )
    search_hint = "打印机"
    nothing_yet = ("还没有校准过打印机", "第一次套打之前，点左边的“校准…”。")

    def presets(self) -> Sequence[Preset]:
        """Offer what is due."""
        today = self.jobs.today.isoformat()
        return [Preset("该检查了", (Filter("check_by", most=today),))]

    def tone(self, record: Any, key: str) -> str:
        """Colour the day by which it should be looked at again."""
        return "warn" if key == "check_by" and record.check_by <= self.jobs.today else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return the printer and its tray."""
        title = f"{record.printer}　{record.tray}　{record.paper.label}"
        due = record.check_by <= self.jobs.today
        return title, "该检查了" if due else "有效", "warn" if due else "good"
