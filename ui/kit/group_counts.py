"""How the shown list divides: 正常 20，注销 10."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from qyclient.records.view import View
from ui.kit.jobs import Jobs
from ui.kit.table_model import RecordsModel

_MOST = 6
"""Groups that are named: the bottom line has no room for every state of a proceeding."""


class GroupCounts(QObject):
    """`told` carries the words for the list as it stands."""

    told = Signal(str)

    def __init__(self, jobs: Jobs, records: RecordsModel, key: str) -> None:
        super().__init__(records)
        self._jobs, self._records, self._key = jobs, records, key

    def ask(self) -> None:
        """Count the list by the field."""
        view, model, key = self._records.view, self._records.model, self._key
        self._jobs.ask(
            lambda workspace: workspace.counts_by(model, view, key), partial(self._tell, view)
        )

    def _tell(self, view: View, counts: Mapping[Any, int]) -> None:
        if view == self._records.view:
            [field] = [c.field for c in self._records.columns if c.key == self._key]
            named = [(field.kind.format(v) if v else "未填", n) for v, n in counts.items()]
            rest = sum(many for _name, many in named[_MOST:])
            shown = [f"{name} {many}" for name, many in named[:_MOST]]
            self.told.emit("，".join([*shown, f"其余 {rest}"] if rest else shown))
