"""What is marked of a season from the keypad, until it is kept."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from qyclient.errors import Cancelled, Refused
from qyclient.organizations.models import AnnualReview
from qyclient.organizations.rules.review_lists import ReviewStep
from qyclient.organizations.rules.review_steps import NEEDS_WORDS, Note
from qyclient.organizations.services.reviewing import note_years
from qyclient.records.base import field_of
from ui.kit.editor import Surroundings
from ui.kit.editors import editor_for
from ui.kit.jobs import Jobs
from ui.kit.text_dialog import TextDialog
from ui.organizations.season.table import SeasonTable
from ui.organizations.season.words import KEYS

_DAY = field_of(AnnualReview, "received_on")


class Marking(QObject):
    """`changed` tells that something was marked or taken back; `problem` carries a sentence."""

    changed = Signal()
    problem = Signal(str)

    def __init__(self, jobs: Jobs, table: SeasonTable, year: Callable[[], int]) -> None:
        super().__init__(table)
        self._jobs, self._table, self._year = jobs, table, year
        self.marks: dict[Any, list[Note]] = {}
        self.day = editor_for(_DAY, Surroundings(jobs.today, jobs))
        self.day.put(jobs.today.isoformat())
        table.pressed_key.connect(self.mark)

    def mark(self, key: str) -> None:
        """Mark the selected rows with the step of a digit, or take their marks back."""
        chosen = self._table.selected()
        if not key:
            for line in chosen:
                self.marks.pop(line.key, None)
            self._tell()
        elif KEYS[key] in NEEDS_WORDS:
            step = KEYS[key]
            said = f"选中的 {len(chosen)} 个单位登记为“{step.label}”。"
            dialog = TextDialog(step.label, said, "原因", "登记", self._table.window())
            dialog.given.connect(partial(self._mark_because, dialog, step))
            dialog.open()
        else:
            self._mark(KEYS[key], "")

    def keep(self) -> None:
        """Keep what is marked, in one transaction."""
        if not self.marks:
            self._jobs.said.emit("没有标记任何单位：选中行后按数字键。")
            return
        self.problem.emit("")
        self._jobs.write(
            note_years,
            self._year(),
            dict(self.marks),
            then=self._kept,
            refused=self._refused,
            watch=self._jobs.watch(f"正在登记 {len(self.marks)} 个单位"),
            because=f"{self._year()}年度年检（年报）登记",
        )

    def clear(self) -> None:
        """Forget what is marked."""
        self.marks.clear()
        self._tell()

    def _mark_because(self, dialog: TextDialog, step: ReviewStep, words: str) -> None:
        self._mark(step, words)
        dialog.accept()

    def _mark(self, step: ReviewStep, words: str) -> None:
        try:
            day = _DAY.kind.parse(self.day.text())
        except ValueError as problem:
            self.problem.emit(f"登记日期：{problem}。")
            return
        chosen = self._table.selected()
        for line in chosen:
            before = [note for note in self.marks.get(line.key, []) if note.step is not step]
            self.marks[line.key] = [*before, Note(step, day, words)]
        self._tell()
        if len(chosen) == 1:
            self._table.go_down()

    def _tell(self) -> None:
        self._table.season.marked()
        self.changed.emit()

    def _kept(self, many: int) -> None:
        self.clear()
        self._jobs.said.emit(f"已登记 {many} 个单位的{self._year()}年度年检（年报）。")

    def _refused(self, no: Refused) -> None:
        if not isinstance(no, Cancelled):
            self.problem.emit(str(no))
