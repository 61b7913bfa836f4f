"""The tabs of the window, left to right, and the register behind them: a new tab is a line here.

This is the one place of the window that imports late: the frame is painted before the database
libraries load.
"""

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.kit.jobs import Jobs
from ui.kit.tab import Tab

if TYPE_CHECKING:
    from qyclient.workspace import Workspace

TABS = {
    "工作台": "ui.home.tab:HomeTab",
    "社会组织": "ui.organizations.tab:OrganizationsTab",
    "购买服务": "ui.contracts.tab:ContractsTab",
    "绩效评价": "ui.evaluations.tab:EvaluationsTab",
}

_REGISTER = "qyclient.workspace:Workspace"
_DESK = "ui.office.desk:Desk"


def open_register(folder: Path, operator: str, clock: Callable[[], datetime]) -> "Workspace":
    """Load the tabs and open the register; runs in a worker."""
    for name in (*TABS.values(), _DESK):
        _load(name)
    workspace: Workspace = _load(_REGISTER)(folder, operator, clock)
    return workspace


def make_tab(title: str, jobs: Jobs) -> Tab:
    """Return a tab of the open register."""
    tab: Tab = _load(TABS[title])(jobs)
    return tab


def make_desk(jobs: Jobs) -> Any:
    """Return what knows the office of the open register."""
    return _load(_DESK)(jobs)


def _load(name: str) -> Any:
    module, part = name.split(":")
    return getattr(import_module(module), part)
