"""抽取专家: how many, of which field, before whom; who can be drawn is seen before it is done."""

from collections.abc import Mapping
from secrets import randbelow
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from qyclient.evaluations.models import ExpertDraw
from qyclient.evaluations.services.experts import Pool, draw_experts, pool_for
from qyclient.records.base import field_of
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_SEEDS = 10**8
_PAUSE_MS = 200


class DrawDialog(RecordDialog):
    """Says who can be drawn and who cannot; a seed of one's own may be typed, a number of dice."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, found: Any) -> None:
        keys = ("specialty", "size", "witnesses", "seed")
        super().__init__(jobs, [field_of(ExpertDraw, key) for key in keys], parent)
        self.setWindowTitle(f"抽取专家：{found.number} {found.subject}")
        self.done_word = "已抽取专家"
        self._round = found
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(160)
        self.add_section("候选名单", self.told)
        self.form.put({"size": "2", "seed": str(randbelow(_SEEDS))})
        pause = QTimer(self)
        pause.setSingleShot(True)
        pause.setInterval(_PAUSE_MS)
        pause.timeout.connect(self._look)
        self.form.edited.connect(lambda _key: pause.start())
        self.resize(860, 600)
        self.begin()
        self.form.go_to("specialty")
        self._look()

    def call(self, texts: Mapping[str, str]) -> Call:
        """Draw."""
        seed = texts["seed"].strip()
        return draw_experts, (self._round.id, texts, int(seed) if seed.isdecimal() else 0)

    def called(self, record: Any) -> str:
        """Return who was drawn."""
        return str(record.drawn)

    def _look(self) -> None:
        specialty = self.form.texts()["specialty"]
        self.jobs.read(pool_for, self._round.id, specialty, then=self._show)

    def _show(self, pool: Pool) -> None:
        able = "、".join(f"{one.unit} {one.name}" for one in pool.able) or "没有"
        lines = [f"可以抽的 {len(pool.able)} 人：{able}"]
        lines += [f"不能抽：{one.unit} {one.name}——{why}" for one, why in pool.kept_away]
        self.told.setText("\n".join(lines))
