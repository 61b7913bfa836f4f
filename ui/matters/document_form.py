"""What a paper still asks for, as a form: first what is missing, then what is known already."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.organizations.models import Document
from qyclient.organizations.rules.papers import LONG_MARKS, MARKS
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.kinds import LONG_TEXT, TEXT
from ui.kit.editor import Surroundings
from ui.kit.form import Form

DATED, NUMBER = "dated", "number"
_MISSING, _KNOWN, _PAPER = "需要补填", "已有内容（可以改）", "成文"


class DocumentForm(Form):
    """`said` are the values that differ from what the matter knows."""

    def __init__(self, blank: Any, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__([*_fields(blank)], around, parent)
        self._known = dict(blank.facts)
        self.put({key: self._known.get(key, "") for key in blank.marks})
        self.put({DATED: around.today.isoformat()})
        self.editor(DATED).write_out()  # type: ignore[attr-defined]  # a date editor can

    @property
    def said(self) -> dict[str, str]:
        """Return what was typed otherwise than it is known."""
        texts = self.texts()
        return {
            key: text
            for key, text in texts.items()
            if key not in {DATED, NUMBER} and text.strip() != self._known.get(key, "").strip()
        }


def _fields(blank: Any) -> Iterator[Field]:
    yield Field(DATED, "成文日期", field_of(Document, DATED).kind, required=True, section=_PAPER)
    if blank.typed:
        yield Field(NUMBER, "文号", TEXT, required=False, section=_PAPER, width=26)
    for section, keys in _parted(blank):
        for key in keys:
            kind = LONG_TEXT if key in LONG_MARKS else TEXT
            needed = blank.marks[key]
            yield Field(key, MARKS.get(key, key), kind, needed, section=section, width=26)


def _parted(blank: Any) -> Iterator[tuple[str, list[str]]]:
    missing = [k for k, needed in blank.marks.items() if needed and not blank.facts.get(k)]
    yield _MISSING, missing
    yield _KNOWN, [key for key in blank.marks if key not in missing]
