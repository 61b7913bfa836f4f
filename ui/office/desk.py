"""Which office the open register belongs to; a register that belongs to none yet asks."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qyclient.errors import Refused
from qyclient.office import services
from qyclient.office.models import Office
from qyclient.office.services import office_of
from qyclient.paper.report import Heading
from qyclient.workspace import Workspace
from ui.kit.jobs import Jobs
from ui.kit.keeping import Keeping
from ui.office.first_start import FirstStart

KEEPING = Keeping(
    save_view=services.save_view,
    saved_views=services.saved_views,
    view_of=services.view_of,
    drop_view=services.drop_view,
    views_as_text=services.views_as_text,
    take_views=services.take_views,
    keep_draft=services.keep_draft,
    draft_of=services.draft_of,
    drop_draft=services.drop_draft,
    note_access=services.note_access,
)


class Desk(QObject):
    """`known` is told once the office is: at once, or after somebody chose it."""

    known = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self._office: Office | None = None
        jobs.heading_of = _heading
        jobs.keeping = KEEPING

    def title(self) -> str:
        """Return the title bar: office, program, folder, and whether it is a sample."""
        workspace = self._jobs.workspace
        sample = "【样例】" if self._office and self._office.is_sample else ""
        office = str(self._office) if self._office else "未设置登记管理机关"
        return f"{sample}{office} — 社会组织登记与购买服务 — {workspace.folder.name}"

    def look(self, window: QWidget) -> None:
        """Find out which office it is."""
        self._jobs.ask(_office, lambda office: self._found(office, window))

    def take(self, office: Office) -> None:
        """Begin, now that the office is known."""
        self._office = office
        self.known.emit()

    def _found(self, office: Office | None, window: QWidget) -> None:
        if office is not None:
            self.take(office)
            return
        first = FirstStart(self._jobs, window)
        first.established.connect(self.take)
        first.open()


def _office(workspace: Workspace) -> Office | None:
    try:
        return workspace.read(office_of)
    except Refused:
        return None


def _heading(workspace: Workspace) -> Heading:
    office = workspace.read(office_of)
    today = workspace.today
    return Heading(office.name, workspace.operator, today, today, office.is_sample)
