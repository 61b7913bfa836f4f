"""核对: an entry from paper is held against its file by a colleague, field by field."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from qyclient.certificates.services import check_whole
from qyclient.organizations.services.archive import to_check
from qyclient.records.field import Field
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call
from ui.organizations.belonging import HEADINGS
from ui.organizations.form import OrganizationDialog

_TICK = "已核对"


class CheckDialog(OrganizationDialog):
    """A box to tick for each field and each list; what is wrong is mended where it stands."""

    noun = "check"

    def __init__(self, jobs: Jobs, parent: QWidget | None, record: Any) -> None:
        self.ticks: Mapping[str, QCheckBox] = {}
        super().__init__(jobs, parent, record)
        self.setWindowTitle(f"核对：{record}（{record.paper_file}，{record.entered_by} 录入）")
        self.done_word = "已核对"
        self.told = QLabel()
        self.told.setProperty("role", "hint")
        self.told.setWordWrap(True)
        self.told.setContentsMargins(20, 8, 20, 8)
        self.strips.addWidget(self.told)
        self.ticks = {**self.form.add_ticks(_TICK), **self._list_ticks()}
        for tick in self.ticks.values():
            tick.toggled.connect(lambda _on: self._count())
        self.finish = self._buttons.save
        self.finish.setText("核对完毕")
        self._count()
        self.begin()

    def asked(self, record: Any) -> list[Field]:
        """Return the fields that hold something."""
        held = to_check(record)
        return [field for field in super().asked(record) if field.key in held]

    def call(self, texts: Mapping[str, str]) -> Call:
        """Confirm what is ticked, with what was mended."""
        agreed = [key for key, tick in self.ticks.items() if tick.isChecked()]
        whole = (self.record.id, self.record.version, agreed, texts, self.changed_rows())
        return check_whole, whole

    def extra(self) -> object:
        """Return the lines, and what is ticked so far."""
        lines: Any = super().extra()
        return lines | {"": [key for key, tick in self.ticks.items() if tick.isChecked()]}

    def put_extra(self, extra: Any) -> None:
        """Show the lines and the ticks of a draft."""
        super().put_extra(extra)
        for key in extra[""]:
            self.ticks[key].setChecked(True)

    def _list_ticks(self) -> dict[str, QCheckBox]:
        """Put a box to tick under each list."""
        ticks = {}
        for name, editor in self.rows.editors.items():
            ticks[name] = tick = QCheckBox(f"{HEADINGS[name]}{_TICK}")
            editor.layout().addWidget(tick)
        return ticks

    def _count(self) -> None:
        left = sum(not tick.isChecked() for tick in self.ticks.values())
        rest = f"还有 {left} 项没有核对。" if left else "全部核对过了，可以按“核对完毕”。"
        said = "请对照纸质档案逐项核对：相符的打勾，不符的直接改正后打勾，改前改后都会留痕。"
        self.told.setText(f"{said}{rest}")
        self.finish.setEnabled(not left)
        self._touch("")
