"""Which office the open register belongs to."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from qyclient.office import services
from qyclient.office.models import Office
from qyclient.office.services import office_of
from qyclient.paper.report import Heading
from qyclient.records.dates import format_date
from qyclient.workspace import Workspace
from ui.kit import fonts
from ui.kit.jobs import Jobs
from ui.kit.keeping import Keeping
from ui.kit.status import StatusLine
from ui.office.counter import Counter, Staff, staff_of
from ui.office.law_dialog import LawDialog
from ui.office.office_dialog import OfficeDialog
from ui.office.safe import Safe
from ui.office.series_dialog import SeriesDialog

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
    find_everywhere=services.find_everywhere,
    found_by_personal=services.found_by_personal,
)


class Desk(QObject):
    """Finds out which office it is, and then lets the window begin."""

    known = Signal()

    def __init__(self, jobs: Jobs, begin: Callable[[], None]) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self._office: Office | None = None
        jobs.heading_of = _heading
        jobs.keeping = KEEPING
        fonts.add_lent()
        self.known.connect(begin, Qt.ConnectionType.QueuedConnection)  # never before it is made
        jobs.ask(_found, self._take)

    @property
    def is_sample(self) -> bool:
        """Say whether what is shown is made up."""
        return self._office is not None and self._office.is_sample

    def title(self) -> str:
        """Return the title bar: office, program, folder, and whether it is a sample."""
        sample = "【样例县】" if self.is_sample else ""
        workspace = self._jobs.workspace
        folder, day = workspace.folder.name, workspace.practised
        practised = f"【练习日期 {format_date(day)}】" if day else ""
        return f"{sample}{practised}{self._office} — 社会组织登记与购买服务 — {folder}"

    def sit(self, line: StatusLine, window: QMainWindow) -> Counter:
        """Return who sits at the window, after saying below whether what it shows is a sample."""
        line.say_sample("样例县（不是真实登记）" if self.is_sample else "")
        self.safe = Safe(self._jobs, line, window, sample=self.is_sample)
        return Counter(self._jobs, self._staff, line, window)

    def show_series(self, window: QWidget) -> None:
        """Show how papers are numbered, to be changed."""
        SeriesDialog(self._jobs, window).open()

    def show_law(self, window: QWidget) -> None:
        """Show the rules, the work days and who must be two, to be changed."""
        LawDialog(self._jobs, window).open()

    def show_office(self, window: QWidget) -> None:
        """Show what stands on the office's papers, to be changed."""
        self._jobs.read(office_of, then=partial(self._show_office, window))

    def _show_office(self, window: QWidget, office: Office) -> None:
        OfficeDialog(self._jobs, office, window).open()

    def _take(self, found: tuple[Office, Staff]) -> None:
        self._office, self._staff = found
        self.known.emit()


def _found(workspace: Workspace) -> tuple[Office, Staff]:
    return workspace.read(office_of), staff_of(workspace)


def _heading(workspace: Workspace) -> Heading:
    office = workspace.read(office_of)
    today = workspace.today
    return Heading(office.name, workspace.operator, today, today, office.is_sample)
