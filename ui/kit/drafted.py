"""A form whose texts survive a crash."""

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from ui.kit.banner import Banner
from ui.kit.drafts import Drafts
from ui.kit.record_dialog import RecordDialog

_EXTRA = ""
"""Where a draft keeps what stands beside the form's own fields."""


class DraftedDialog(RecordDialog):
    """Keeps a draft under the noun and the record's key; drops it on save and on leaving."""

    noun: ClassVar[str]
    drafts: Drafts | None = None

    def put_extra(self, extra: Any) -> None:
        """Show what `extra` returned when it was kept."""

    def begin(self) -> None:
        """Remember what was opened, and look for what was left the last time."""
        super().begin()
        if self.drafts is None:
            unfinished = Banner(self)
            self.strips.addWidget(unfinished)
            name = f"{self.noun}:{self.record.id if self.record else 'new'}"
            self.drafts = Drafts(self.jobs, name, self._draft, self._restore, unfinished)
            self.form.edited.connect(self._touch)
            self.drafts.begin()

    def accept(self) -> None:
        """Forget the draft of what is saved."""
        if self.drafts is not None:
            self.drafts.drop()
        super().accept()

    def _leave(self) -> None:
        if self.drafts is not None:
            self.drafts.drop()
        super()._leave()

    def _touch(self, _key: str) -> None:
        if self.drafts is not None:
            self.drafts.touch()

    def _draft(self) -> dict[str, str]:
        """Return what a crash would lose."""
        extra, changed = self.extra(), self.changed_texts()
        if not changed and extra == self._extra:
            return {}
        texts = self.form.texts() if self.record is None else changed
        return {**texts, _EXTRA: json.dumps(extra, ensure_ascii=False)}

    def _restore(self, texts: Mapping[str, str]) -> None:
        self.form.put({key: text for key, text in texts.items() if key != _EXTRA})
        if extra := json.loads(texts.get(_EXTRA, "null")):
            self.put_extra(extra)
