"""补录：一人照纸质档案录入，另一人逐项核对；查不到的列在待补里."""

from PySide6.QtWidgets import QPushButton

from qyclient.organizations.models import Organization
from qyclient.records.view import View
from ui.kit.text_dialog import TextDialog
from ui.organizations.archive_dialog import ArchiveDialog
from ui.organizations.check_dialog import CheckDialog
from ui.organizations.open_items_dialog import OpenItemsDialog

NAME = "清新县禾云镇果农协会"
BODY = {
    "paper_file": "12盒3件",
    "name": NAME,
    "org_type": "社会团体",
    "legal_rep": "梁国栋",
    "residence": "禾云镇建设路3号",
    "established_on": "1999",
    "business_supervisor": "直接登记",
}
CHANGE = {
    "item": "住所",
    "before": "禾云镇旧街1号",
    "after": "禾云镇建设路3号",
    "effective_on": "2003",
    "source": "12盒5件",
}


def _offer(clerk, key):
    tab = clerk.go("社会组织")
    action = tab.bar.made[key]
    assert action.isEnabled(), action.toolTip()
    action.trigger()
    return tab


def _enter(clerk):
    tab = _offer(clerk, "enter")
    dialog = clerk.dialog(ArchiveDialog)
    clerk.fill(dialog, **BODY)
    dialog.rows.editors["changes"].put([CHANGE])
    clerk.save(dialog)
    clerk.choose(tab, NAME)
    return tab


def _body(clerk):
    [body] = clerk.window.jobs.workspace.page(Organization, View(words="禾云镇果农"))
    return body


def test_who_entered_a_body_from_paper_does_not_check_it_and_a_colleague_does(clerk, colleague):
    _enter(clerk)
    assert _body(clerk).entered_by == "张三"
    assert _body(clerk).checked_by is None

    tab = colleague.go("社会组织")
    colleague.choose(tab, NAME)
    _offer(colleague, "check")
    dialog = colleague.dialog(CheckDialog)
    finish = dialog.findChild(QPushButton, "save")
    assert not finish.isEnabled()
    assert "没有核对" in dialog.told.text()
    colleague.fill(dialog, legal_rep="梁国梁")
    for tick in dialog.ticks.values():
        tick.setChecked(True)
    assert finish.isEnabled()
    colleague.save(dialog)
    assert (_body(colleague).checked_by, _body(colleague).legal_rep) == ("李四", "梁国梁")
    shown = colleague.read_pane(tab)
    assert "禾云镇旧街1号" in shown


def test_what_is_not_found_in_the_file_stays_open_until_somebody_says_how_he_looked(clerk):
    _enter(clerk)
    before = _body(clerk).open_items
    assert before > 0
    _offer(clerk, "open_items")
    dialog = clerk.dialog(OpenItemsDialog)
    clerk.until(lambda: bool(_absent(dialog)))
    _absent(dialog)[0].click()
    asked = clerk.dialog_of(dialog, TextDialog)
    asked.box.setText("已逐页核对第12盒")
    asked.give()
    clerk.until(lambda: _body(clerk).open_items == before - 1)
    dialog.reject()


def _absent(dialog):
    return [b for b in dialog.findChildren(QPushButton) if b.text().startswith("档案中确无")]
