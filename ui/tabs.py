"""The tabs of the window with their rooms, and the register behind them: a new one is a line here.

This is the one place of the window that imports late: the frame is painted before the database
libraries load.
"""

import gc
from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ui.kit.frame import Frame
from ui.kit.jobs import Jobs
from ui.kit.tab import Tab, Visit

if TYPE_CHECKING:
    from qyclient.workspace import Workspace

TABS = {
    "工作台": {"工作台": "ui.home.tab:HomeTab", "待办": "ui.home.todo_tab:TodoTab"},
    "社会组织": {
        "名册": "ui.organizations.tab:OrganizationsTab",
        "办件": "ui.matters.tab:MattersTab",
        "文书": "ui.matters.documents_tab:DocumentsTab",
        "档案": "ui.matters.shelf_tab:ShelfTab",
        "年报": "ui.organizations.season.tab:SeasonTab",
        "信用": "ui.organizations.credit.tab:CreditTab",
        "到期": "ui.organizations.dues.tab:DueTab",
    },
    "登记证书": {
        "发证": "ui.certificates.issues_tab:IssuesTab",
        "证书": "ui.certificates.papers_tab:PapersTab",
        "空白证": "ui.certificates.blanks_tab:BlanksTab",
        "证书更正": "ui.certificates.corrections_tab:CorrectionsTab",
        "打印机": "ui.certificates.printers_tab:PrintersTab",
        "版式": "ui.certificates.templates_tab:TemplatesTab",
    },
    "购买服务": {
        "项目合同": "ui.contracts.tab:ContractsTab",
        "支付": "ui.contracts.payments_tab:PaymentsTab",
        "分期": "ui.contracts.instalments_tab:InstalmentsTab",
        "评价结论": "ui.contracts.verdicts_tab:VerdictsTab",
        "预算": "ui.contracts.budget_tab:BudgetTab",
        "指导性目录": "ui.contracts.catalogue_tab:CatalogueTab",
        "外部主体": "ui.contracts.outside_tab:OutsideTab",
        "需求": "ui.contracts.noted_tab:NeedsTab",
        "质疑": "ui.contracts.noted_tab:ChallengesTab",
    },
    "职能与服务": {
        "职能转移": "ui.contracts.transfer_tab:TransferTab",
        "协调会议": "ui.contracts.transfer_tab:MeetingsTab",
        "资质目录": "ui.contracts.directory_tab:DirectoryTab",
        "服务记录": "ui.contracts.records_tab:RecordsTab",
        "抽查": "ui.contracts.samples_tab:SamplesTab",
        "站点": "ui.contracts.stations_tab:StationsTab",
        "社工": "ui.contracts.noted_tab:WorkersTab",
        "培训班": "ui.contracts.noted_tab:ClassesTab",
        "试点": "ui.contracts.noted_tab:PilotsTab",
        "村民理事会": "ui.contracts.noted_tab:CouncilsTab",
        "理事会决议": "ui.contracts.noted_tab:DecisionsTab",
    },
    "绩效评价": {
        "轮次": "ui.evaluations.rounds_tab:RoundsTab",
        "专家": "ui.evaluations.experts_tab:ExpertsTab",
        "指标": "ui.evaluations.templates_tab:TemplatesTab",
        "等级评估": "ui.evaluations.gradings_tab:GradingsTab",
    },
    "报送": {
        "报表": "ui.returns.tab:ReturnsTab",
        "市局表样": "ui.returns.forms_tab:FormsTab",
    },
}
"""The tabs, left to right; in each its rooms, one noun or one view each, first the usual one."""

ROOMS = {title: name for rooms in TABS.values() for title, name in rooms.items()}

_REGISTER, _SAMPLE = "qyclient.founding:open_established", "qyclient.founding:open_sample"
_WHERE = "ui.office.where_dialog:WhereDialog"
_DESK, _FINDER = "ui.office.desk:Desk", "ui.kit.finder:Finder"


def open_register(folder: Path, operator: str, clock: Callable[[], datetime]) -> "Workspace":
    """Load the tabs and open the register; runs in a worker. Who must be asked is asked first."""
    _load("qyclient.keys.ring:key_beside")(folder / "register.db")
    return _opened(_REGISTER, folder, operator, clock)


def open_sample(folder: Path, operator: str, clock: Callable[[], datetime]) -> "Workspace":
    """Load the tabs and open the sample county, made if it is not there; runs in a worker."""
    return _opened(_SAMPLE, folder, operator, clock)


def open_restored(
    folder: Path, operator: str, clock: Callable[[], datetime], backup: object
) -> "Workspace":
    """Put a backup in the place of the register, and open it; runs in a worker."""
    return _opened("qyclient.reopening:open_restored", folder, operator, clock, backup)


def open_encrypted(
    folder: Path, operator: str, clock: Callable[[], datetime], guard: object, wipe: bool
) -> "Workspace":
    """Encrypt the register, and open it; runs in a worker."""
    return _opened("qyclient.reopening:open_encrypted", folder, operator, clock, guard, wipe)


def load_rooms() -> None:
    """Load what is behind the tabs; runs in a worker while somebody is asked."""
    for name in (*ROOMS.values(), _DESK, _FINDER):
        _load(name)


def make_unlock(jobs: Jobs, file: Path, today: date, parent: QWidget) -> Any:
    """Return what asks for the password of an encrypted register."""
    return _load("ui.office.unlock_dialog:UnlockDialog")(jobs, file, today, parent)


def throw_away_sample(folder: Path) -> None:
    """Delete the sample county; runs in a worker."""
    _load("qyclient.founding:throw_away")(folder)


def make_first_start(jobs: Jobs, opening: Any, parent: QWidget) -> Any:
    """Return the welcome of an office that has no register yet."""
    return _load("ui.office.first_start:FirstStart")(jobs, opening, parent)


def room_of(title: str) -> str:
    """Return the room a title means: the title of a tab means its first."""
    return next(iter(TABS[title])) if title in TABS else title


def make_gone(folder: Path, parent: QWidget) -> Any:
    """Return the question where a register has gone."""
    return _load("ui.office.gone:Gone")(folder, parent)


def make_manual(page: str, parent: QWidget | None) -> QWidget:
    """Return the manual, open at a page."""
    manual: QWidget = _load("ui.manual.window:Manual")(page, parent)
    return manual


def make_where_dialog(folder: Path, parent: QWidget) -> Any:
    """Return what shows where a register is."""
    return _load(_WHERE)(folder, parent)


def make_tab(title: str, jobs: Jobs) -> Tab:
    """Return a room of the open register."""
    tab: Tab = _load(ROOMS[title])(jobs)
    tab.tab_of = tab_of
    return tab


def add_finder(jobs: Jobs, frame: Frame, visit: Callable[[str, Visit], None]) -> Any:
    """Put the box that searches the whole register at the right of the row of tabs."""
    finder = _load(_FINDER)(jobs, tab_of, frame.window())
    finder.wants.connect(visit)
    frame.corner.insertWidget(0, finder)
    finder.show()
    return finder


def tab_of(noun: type[Any]) -> str:
    """Return the room that lists a noun; nothing if none does."""
    return next((title for title, name in ROOMS.items() if noun in _load(name).nouns()), "")


def show_texts(jobs: Jobs, parent: QWidget) -> None:
    """Show the words of every paper, to be changed."""
    _load("ui.matters.texts_dialog:TextsDialog")(jobs, parent).open()


def make_desk(jobs: Jobs, begin: Callable[[], None]) -> Any:
    """Return what knows the office of the open register; the window begins when it does."""
    return _load(_DESK)(jobs, begin)


def _opened(opener: str, *given: Any) -> "Workspace":
    gc.disable()  # what loads stays: looking for garbage in it costs a fifth of a start
    try:
        load_rooms()
        workspace: Workspace = _load(opener)(*given)
    finally:
        gc.enable()
    gc.freeze()
    return workspace


def _load(name: str) -> Any:
    module, part = name.split(":")
    return getattr(import_module(module), part)
