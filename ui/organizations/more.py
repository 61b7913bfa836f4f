"""What is done to records of the register now and then: the menu 更多."""

from functools import partial
from typing import Any

from qyclient.organizations.models import Organization
from qyclient.organizations.services.archive import require_checkable
from qyclient.organizations.services.mending import void
from ui.kit.actions import Action
from ui.kit.text_dialog import TextDialog
from ui.naming.name_dialog import NameDialog
from ui.organizations.archive_dialog import ArchiveDialog
from ui.organizations.bulk_dialog import BulkDialog
from ui.organizations.check_dialog import CheckDialog
from ui.organizations.correction import CorrectionDialog
from ui.organizations.history import BodyHistoryDialog
from ui.organizations.merge_dialog import open_merge
from ui.organizations.open_items_dialog import OpenItemsDialog
from ui.organizations.restricted_dialog import RestrictedDialog
from ui.organizations.undo_dialog import UndoDialog


def _correct(tab: Any) -> None:
    dialog = CorrectionDialog(tab.jobs, tab, tab.current())
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _enter(tab: Any) -> None:
    dialog = ArchiveDialog(tab.jobs, tab)
    dialog.saved.connect(tab.show_saved)
    dialog.opening.connect(tab.show_found)
    dialog.open()


def _check(tab: Any) -> None:
    tab.jobs.read(require_checkable, tab.current().id, then=partial(_open_check, tab))


def _open_check(tab: Any, body: Any) -> None:
    dialog = CheckDialog(tab.jobs, tab, body)
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _open_items(tab: Any) -> None:
    dialog = OpenItemsDialog(tab.jobs, tab.current(), tab)
    dialog.amending.connect(tab.bar.made["amend"].trigger)
    dialog.open()


def _why_not_check(body: Organization) -> str:
    return "" if body.entered_by and not body.checked_by else "没有待核对的补录"


def _why_nothing_open(body: Organization) -> str:
    return "" if body.open_items else "没有待补的事项"


def _void(tab: Any) -> None:
    body = tab.current()
    told = f"“{body}”将不再列出，变动记录保留，可以撤销。误录的才作废；已注销的请改状态。"
    dialog = TextDialog("作废", told, "作废原因", "作废", tab)
    dialog.given.connect(partial(_do_void, tab, body, dialog))
    dialog.open()


def _do_void(tab: Any, body: Any, dialog: TextDialog, reason: str) -> None:
    def done(_body: object) -> None:
        tab.jobs.said.emit(f"已作废：{body}")
        dialog.accept()

    verb = (void, body.id, body.version, reason)
    tab.jobs.write(*verb, then=done, refused=dialog.refuse, because=f"作废：{reason}")


def _change_all(tab: Any) -> None:
    BulkDialog(tab.jobs, tab.table.selected(), tab).open()


def _history(tab: Any) -> None:
    BodyHistoryDialog(tab.jobs, tab.current(), tab).open()


def _restricted(tab: Any) -> None:
    RestrictedDialog(tab.jobs, "", tab).open()


def _undo(tab: Any) -> None:
    UndoDialog(tab.jobs, tab).open()


def _check_name(tab: Any) -> None:
    dialog = NameDialog(tab.jobs, tab)
    dialog.opening.connect(tab.show_found)
    dialog.open()


MORE = (
    Action(
        "name_check", "名称查重…", "", "Ctrl+Shift+N", _check_name, "",
        "拟用名称能不能用：结构、用语、重名、同音、形近、保留期", folded=True,
    ),
    Action(
        "enter", "补录…", "", "", _enter, "", "把以前登记的单位按纸质档案录入", folded=True
    ),
    Action(
        "check", "核对…", "", "", _check, "one", "对照纸质档案核对他人补录的单位",
        _why_not_check, folded=True,
    ),
    Action(
        "open_items", "待补…", "", "", _open_items, "one", "补录时没有查到的事项和材料",
        _why_nothing_open, folded=True,
    ),
    Action(
        "history", "历史…", "", "Ctrl+H", _history, "one", "某一天是什么样，两天之间改了什么",
        folded=True,
    ),
    Action(
        "correct", "更正（笔误）…", "", "", _correct, "one", "改正录入错误，写明原因",
        folded=True,
    ),
    Action(
        "restricted", "受限人员核查…", "", "", _restricted, "", "按证件号码查是否领导过被撤销单位",
        folded=True,
    ),
    Action("void", "作废…", "", "", _void, "one", "误录的记录写明原因后作废，不删除", folded=True),
    Action("merge", "合并…", "", "", open_merge, "two", "把重复的两条并成一条", folded=True),
    Action(
        "change_all", "批量修改…", "", "", _change_all, "some", "把选中各行的一项改为同一个值",
        folded=True,
    ),
    Action(
        "undo", "撤销上一步…", "undo", "Ctrl+Z", _undo, "", "撤销我刚才的一次操作，先看撤销什么",
        folded=True,
    ),
)  # fmt: skip
