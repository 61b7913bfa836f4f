"""A column copied out of Excel - names, codes or numbers - as a filter of a list."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qyclient.records.base import Base, field_of
from qyclient.records.view import Filter, View
from ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from qyclient.workspace import Workspace

MOST = 5000
_NAMED = 5


class Pasted(QObject):
    """`found` carries the filter that keeps the records a pasted column names."""

    found = Signal(object)

    def __init__(self, jobs: Jobs, model: type[Base], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._model = jobs, model

    def look(self, text: str) -> None:
        """Look for what was pasted."""
        texts = column_of(text)[:MOST]
        if texts:
            self._jobs.ask(partial(meant, self._model, texts), partial(self._tell, len(texts)))

    def _tell(self, many: int, answer: tuple[Filter | None, list[str]]) -> None:
        wanted, missed = answer
        self._jobs.said.emit(told(many, missed))
        if wanted is not None:
            self.found.emit(wanted)


def column_of(text: str) -> list[str]:
    """Return the first column of what is on the clipboard, without empty and repeated lines."""
    cells = (line.split("\t")[0].strip() for line in text.splitlines())
    return [*dict.fromkeys(cell for cell in cells if cell)]


def meant(
    model: type[Base], texts: Sequence[str], workspace: "Workspace"
) -> tuple[Filter | None, list[str]]:
    """Return the filter that keeps the records so called, and the texts that mean none of them.

    The column taken is the one by which most are found: they are codes, or names, not both.
    """
    best: tuple[Filter | None, list[str]] = (None, list(texts))
    for key in model.__called_by__:
        values = _plain(model, key, texts)
        if not values:
            continue
        wanted = Filter(key, among=tuple(values))
        field = field_of(model, key)
        records = workspace.page(model, View(filters=(wanted,)), 0, 2 * MOST)
        there = {str(field.plain(getattr(record, key))) for record in records}
        missed = [t for t in texts if t not in {values[v] for v in there if v in values}]
        if len(missed) < len(best[1]):
            best = (Filter(key, among=tuple(v for v in values if v in there)), missed)
    return best


def told(many: int, missed: Sequence[str]) -> str:
    """Return what became of what was pasted."""
    if not missed:
        return f"粘贴的 {many} 个都找到了。"
    named = "、".join(missed[:_NAMED]) + ("…" if len(missed) > _NAMED else "")
    return f"粘贴 {many} 个，找到 {many - len(missed)} 个；没有找到：{named}"


def _plain(model: type[Base], key: str, texts: Sequence[str]) -> dict[str, str]:
    field, found = field_of(model, key), {}
    for text in texts:
        try:
            found[str(field.plain(field.kind.parse(text)))] = text
        except ValueError:
            continue
    return found
