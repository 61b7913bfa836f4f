"""Scenes of what is done with lists and records now and then."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QWidget

from qyclient.office.services import save_view
from qyclient.organizations.models import Organization
from qyclient.organizations.services.notes import note_contact
from qyclient.organizations.services.register import amend
from qyclient.records.view import Filter, View
from qyclient.safekeeping.keeping import ASKED, back_up
from ui.gallery.lists import BODIES, detailed, offered
from ui.gallery.stage import Stage
from ui.kit.column_dialog import ColumnDialog
from ui.kit.export_choice import ExportChoice
from ui.kit.history_dialog import HistoryDialog
from ui.kit.tab import Visit
from ui.kit.text_dialog import TextDialog
from ui.office.backup_dialog import BackupDialog
from ui.organizations.bulk_dialog import BulkDialog
from ui.organizations.contact_dialog import ContactDialog
from ui.organizations.correction import CorrectionDialog
from ui.organizations.form import OrganizationDialog
from ui.organizations.ground_dialog import GroundDialog
from ui.organizations.merge_dialog import MergeDialog
from ui.organizations.twins import TwinDialog
from ui.organizations.undo_dialog import UndoDialog

_NAME = "清新县暖心大学生社会服务队"


def saved_views(stage: Stage) -> QWidget:
    """Show chips the office named."""
    tab = stage.tab(BODIES)
    only = (Filter("status", among=("ACTIVE",)),)
    views = {
        "太和镇的": View("太和", filters=only),
        "没有电话": View(filters=(Filter("phone", empty=True),)),
    }
    for name, view in views.items():
        stage.window.jobs.workspace.write(save_view, "organization", name, view)
    tab.saved.read()
    stage.wait()
    tab.show_view(views["太和镇的"])
    stage.wait()
    return stage.window


def columns(stage: Stage) -> QWidget:
    """Show the choice of columns."""
    stage.tab(BODIES).table.choosing.emit()
    stage.wait()
    return stage.dialog(ColumnDialog)


def naming(stage: Stage) -> QWidget:
    """Show a name being asked for, and refused."""
    stage.tab(BODIES).saved.ask_name()
    dialog: Any = stage.dialog(TextDialog)
    dialog.give()
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # the dialog, found by its class above


def draft(stage: Stage) -> QWidget:
    """Show what was left the last time, and a likely double."""
    first: Any = offered(BODIES, "register", OrganizationDialog)(stage)
    first.form.put({"name": "清新区暖心大学生社会服务队", "org_type": "社会团体"})
    first.drafts.keep()
    stage.wait()
    stage.clear()
    dialog: Any = offered(BODIES, "register", OrganizationDialog)(stage)
    dialog.form.put({"name": "清新区暖心大学生社会服务队"})
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # as above


def twins(stage: Stage) -> QWidget:
    """Show a likely double beside what is typed."""
    form: Any = draft(stage)
    form.twins.compare()
    stage.wait()
    return stage.dialog(TwinDialog)


def grounded(stage: Stage) -> QWidget:
    """Return what asks on what a change of registered items rests."""
    dialog: Any = offered(BODIES, "amend", OrganizationDialog)(stage)
    dialog.form.put({"legal_rep": "何美玲"})
    dialog.save()
    stage.wait()
    return stage.dialog(GroundDialog)


def corrected(stage: Stage) -> QWidget:
    """Show a correction without its reason."""
    dialog: Any = offered(BODIES, "correct", CorrectionDialog)(stage)
    dialog.form.put({"residence": "清远市清新区太和镇府前路8号"})
    dialog.save()
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # as above


def merged(stage: Stage) -> QWidget:
    """Show two records being made one."""
    tab = _selected(stage, 2)
    tab.bar.made["merge"].trigger()
    stage.wait()
    return stage.dialog(MergeDialog)


def changed_all(stage: Stage) -> QWidget:
    """Show one field of several bodies being changed."""
    _selected(stage, 5).bar.made["change_all"].trigger()
    dialog: Any = stage.dialog(BulkDialog)
    dialog.which.setCurrentText("业务主管单位")
    dialog.editor.put("清远市清新区教育局")
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # as above


def undone(stage: Stage) -> QWidget:
    """Show what would be taken back."""
    _amended(stage)
    stage.tab(BODIES).bar.made["undo"].trigger()
    stage.wait()
    return stage.dialog(UndoDialog)


def history(stage: Stage) -> QWidget:
    """Show a record on two days."""
    _amended(stage)
    dialog: Any = offered(BODIES, "history", HistoryDialog)(stage)
    return dialog  # type: ignore[no-any-return]  # as above


def export(stage: Stage) -> QWidget:
    """Show the question whether personal data leaves in full."""
    tab = stage.tab(BODIES)
    fields = [c.field for c in tab.records.columns if c.field.personal]
    dialog = ExportChoice(fields, stage.window)
    dialog.full.setChecked(True)
    dialog.choose()
    dialog.open()
    stage.wait()
    return dialog


def contact(stage: Stage) -> QWidget:
    """Show a call being noted."""
    dialog: Any = offered(BODIES, "contact", ContactDialog)(stage)
    dialog.form.put({"person": "王女士", "about": "问年检要交什么材料", "promise": "发材料清单"})
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # as above


def promised(stage: Stage) -> QWidget:
    """Show promises on the first page."""
    stage.wait()
    body: Any = stage.window.jobs.workspace.page(Organization, View(words=_NAME), 0, 1)[0]
    for promise, due in (("发年检材料清单", "2026-01-05"), ("回复变更进度", "2099-12-01")):
        texts = {"organization": body.uscc or body.name, "way": "来电", "about": "咨询"}
        given = {**texts, "promise": promise, "due_on": due}
        stage.window.jobs.write(note_contact, given)
    stage.window.visit_title("工作台")
    stage.wait()
    return stage.window


def _amended(stage: Stage) -> None:
    """Change a record, so that it has a past."""
    detailed(BODIES, "nxdxs")(stage)
    body: Any = stage.tab(BODIES).current()
    street = "太和镇府前路9号" if str(body.residence).endswith("8号") else "太和镇府前路8号"
    new = {"residence": street}
    stage.window.jobs.write(amend, body.id, body.version, new, because="更正：门牌号录错")
    stage.wait()


def _selected(stage: Stage, many: int) -> Any:
    tab = stage.tab(BODIES)
    tab.visit(Visit())
    stage.wait()
    tab.table.clearSelection()
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(many):
        tab.table.selectionModel().select(tab.records.index(row, 0), rows)
    return tab


def backups(stage: Stage) -> QWidget:
    """Show the backups of a register."""
    stage.tab(BODIES)
    register = stage.window.jobs.workspace
    back_up(register.database, register.now(), ASKED)
    stage.window.desk.safe.show()
    stage.wait()
    return stage.dialog(BackupDialog)
