"""What a list asks the register, in a worker."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qyclient.records.view import View
from ui.kit.columns import Row, Work
from ui.kit.table_pages import PAGE

if TYPE_CHECKING:
    from qyclient.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Reading:
    """One state of a list: the noun, the view, and what is worked out for its rows."""

    model: type[Any]
    view: View
    work: Work | None

    def rows(self, workspace: "Workspace", start: int, size: int) -> list[Row]:
        """Return rows with what is worked out for them."""
        records = workspace.page(self.model, self.view, start, size)
        worked = workspace.read(self.work, records) if self.work and records else {}
        return [Row(record, worked.get(record.id, {})) for record in records]

    def page(self, number: int, workspace: "Workspace") -> list[Row]:
        """Return the rows of a page."""
        return self.rows(workspace, number * PAGE, PAGE)

    def page_near(self, number: int, workspace: "Workspace") -> tuple[int, list[Row]]:
        """Return a page and its number; the last one if the list has become shorter."""
        rows = self.page(number, workspace)
        if number and not rows:
            number = max(0, workspace.count(self.model, self.view) - 1) // PAGE
            rows = self.page(number, workspace)
        return number, rows

    def counts(
        self, found: int | None, total: int | None, workspace: "Workspace"
    ) -> tuple[int, int]:
        """Return how many are found, of how many; what is known already is not counted."""
        if found is None:
            found = workspace.count(self.model, self.view)
        if not (self.view.words.strip() or self.view.filters):
            return found, found
        return found, workspace.count(self.model, View()) if total is None else total
