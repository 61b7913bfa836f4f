"""到期：看谁要换届，写这一轮的函，打印以后不再提醒；查一个人."""

from qyclient.organizations.models import Document, Organization, Reminder
from qyclient.organizations.rules.reminders import DueSort
from qyclient.records.view import Filter, View
from ui.organizations.dues.letters_dialog import LettersDialog
from ui.organizations.dues.offers import write_phones
from ui.organizations.restricted_dialog import RestrictedDialog


def _waiting(clerk):
    tab = clerk.go("到期")
    clerk.until(lambda: bool(tab.shown))
    tab.near.setCurrentIndex(tab.near.findText("待提醒"))
    return tab


def test_a_round_of_letters_goes_out_and_is_not_asked_for_again(county_clerk, tmp_path):
    workspace = county_clerk.window.jobs.workspace
    tab = _waiting(county_clerk)
    assert tab.sort is DueSort.ELECTION
    many, papers = len(tab.shown), workspace.count(Document, View())
    tab.table.selectRow(0)
    county_clerk.press(tab, "Ctrl+P")
    dialog = county_clerk.dialog(LettersDialog)
    county_clerk.until(lambda: bool(dialog.preview.pdf) and county_clerk.window.jobs.idle)
    assert workspace.count(Document, View()) == papers
    dialog.preview.save_to(tmp_path / "函.pdf")
    county_clerk.until((tmp_path / "函.pdf").exists)
    assert workspace.count(Reminder, View()) == 1
    county_clerk.until(lambda: len(tab.shown) == many - 1)


def test_the_phone_list_notes_what_it_is_for(county_clerk, tmp_path):
    tab = _waiting(county_clerk)
    write_phones(tab, "换届电话表", "逐个催办换届", tmp_path / "电话.xlsx")
    county_clerk.until((tmp_path / "电话.xlsx").exists)


def test_a_person_is_looked_up_by_his_number(county_clerk):
    tab = county_clerk.go("名册")
    revoked = View(filters=(Filter("status", among=("REVOKED",)),))
    body = next(
        one
        for one in county_clerk.window.jobs.workspace.page(Organization, revoked)
        if one.legal_rep_id_no
    )
    tab.bar.made["restricted"].trigger()
    dialog = county_clerk.dialog(RestrictedDialog)
    dialog.number.setText(body.legal_rep_id_no)
    dialog.look_button.click()
    county_clerk.until(lambda: "查了" in dialog.told.text())
    assert body.name in dialog.lines.lines.index(0, 1).data()
