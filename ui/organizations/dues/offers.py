"""What the room 到期 lets people do."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from qyclient.organizations.reports.dues import FIELDS, write_labels, write_phone_list
from qyclient.organizations.rules.lists import ContactWay
from qyclient.organizations.services.reminding import note_reminded
from ui.kit.actions import Action
from ui.kit.report_dialog import note_first
from ui.kit.text_dialog import TextDialog
from ui.organizations.dues.letters_dialog import LettersDialog


def _why_not_remind(due: Any) -> str:
    return "" if due.round else "还没有到提醒的日子，或这一轮已经提醒过"


def _letters(tab: Any) -> None:
    LettersDialog(tab.jobs, tab.sort, [due.key for due in tab.chosen], tab).open()


def _called(tab: Any) -> None:
    keys = [due.key for due in tab.chosen]
    said = f"{tab.sort.label}：已记录电话提醒 {len(keys)} 个单位。"
    tab.jobs.write(
        note_reminded, tab.sort, keys, ContactWay.CALL,
        then=lambda _many: tab.jobs.said.emit(said), because="电话提醒",
    )  # fmt: skip


def _phones(tab: Any) -> None:
    told = "电话表列出联系人和完整的电话号码。请写明用途，会留下记录。"
    dialog = TextDialog("电话表", told, "用途", "选择文件", tab)
    dialog.given.connect(partial(_ask_phones, tab, dialog))
    dialog.open()


def _ask_phones(tab: Any, dialog: TextDialog, purpose: str) -> None:
    dialog.accept()
    title = f"{tab.sort.label}电话表"
    _ask_where(tab, title, ".xlsx", partial(write_phones, tab, title, purpose))


def write_phones(tab: Any, title: str, purpose: str, path: Path) -> None:
    """Write whom to call, after it is noted what for."""
    dues = tab.chosen or tab.shown
    labels = "、".join(field.label for field in FIELDS if field.personal)
    what = f"{title} {len(dues)} 行：{labels}；{path.name}"
    go = partial(_write, tab, write_phone_list, path, title, dues, purpose)
    note_first(tab.jobs, "导出", what, purpose, go)


def _labels(tab: Any) -> None:
    title = f"{tab.sort.label}地址签"
    dues = tab.chosen or tab.shown
    go = partial(_write, tab, write_labels, title=title, dues=dues, purpose="")
    _ask_where(tab, title, ".pdf", lambda path: go(path=path))


def _write(tab: Any, write: Any, path: Path, title: str, dues: Any, purpose: str) -> None:
    jobs = tab.jobs

    def job() -> str:
        heading = jobs.heading_of(jobs.workspace)
        write(path, title, dues, replace(heading, purpose=purpose))
        return f"“{title}”已写入 {path}"

    jobs.do(job, jobs.said.emit)


def _ask_where(tab: Any, title: str, suffix: str, write: Any) -> None:
    chooser = QFileDialog(tab, f"{title}：另存为")
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setDefaultSuffix(suffix.removeprefix("."))
    chooser.selectFile(f"{title}{suffix}")
    chooser.fileSelected.connect(lambda name: write(Path(name)))
    chooser.open()


OFFERS = (
    Action(
        "letters", "提醒函…", "print", "Ctrl+P", _letters, "some",
        "给选中的单位写这一轮的函：先看，再打印，编号存档并记录", _why_not_remind,
    ),
    Action(
        "called", "已电话提醒", "phone", "Ctrl+L", _called, "some", "记录已用电话提醒选中的单位",
        _why_not_remind,
    ),
    Action("phones", "电话表…", "export", "", _phones, tip="选中的，或列出的全部单位"),
    Action("labels", "地址签…", "export", "", _labels, tip="选中的，或列出的全部单位"),
)  # fmt: skip
