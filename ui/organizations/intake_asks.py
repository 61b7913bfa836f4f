"""What an import asks for: files, a place to save, and leave to lose what was decided."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from qyclient.errors import Refused
from qyclient.organizations.services.ledgers import read_sheets
from qyclient.progress import Progress
from qyclient.safekeeping.keeping import IMPORTING, back_up
from ui.kit import notices
from ui.kit.jobs import Jobs
from ui.kit.watch import Watch
from ui.organizations.intake_work import Work, looked_through

_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt"})
_FILTER = "台账 (*.xlsx *.xlsm *.xls *.csv *.tsv *.txt)"


def ask_for_files(parent: QWidget, then: Callable[[Sequence[Path]], None]) -> None:
    """Let one or several files be chosen."""
    dialog = QFileDialog(parent, "选择台账")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(_FILTER)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    dialog.open()


def back_up_first(
    jobs: Jobs, watch: Watch, then: Callable[[], None], refused: Callable[[Refused], None]
) -> None:
    """Keep the register as it is before much is written; without that nothing is."""
    register = jobs.workspace
    job = partial(back_up, register.database, register.now(), IMPORTING, watch)
    jobs.do(job, lambda _made: then(), refused, watch)


def ask_where(parent: QWidget, then: Callable[[Path], None]) -> None:
    """Let a place for the held rows be chosen."""
    dialog = QFileDialog(parent, "另存待处理行")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.setNameFilter("Excel 工作簿 (*.xlsx)")
    dialog.selectFile("待处理行.xlsx")
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def unless_lost(parent: QWidget, work: Work, doing: str, then: Callable[[], None]) -> None:
    """Do something that lets go of what was decided; ask first if anything was."""
    if not work.touched:
        then()
        return
    title = "所做的对应和修改还没有导入，确定放弃吗？"
    asked = notices.question(parent, title, f"放弃，{doing}", "继续导入")
    asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asked.accepted.connect(then)
    asked.open()


def files_of(event: QDropEvent) -> list[Path]:
    """Return the files of a drag that may be ledgers."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in _SUFFIXES]


def looked_into(paths: Sequence[Path], progress: Progress) -> Work:
    """Read files for the first look; refuse those without a word in them."""
    work = looked_through(read_sheets(paths, progress))
    if not work.sheets:
        raise Refused("选的文件里没有内容，请选择有台账的文件。")
    return work
