"""What is written beside a body: 来访来电 and 批注, as actions and as lists in the pane."""

from functools import partial
from typing import Any

from qyclient.organizations.models import Contact, Remark
from qyclient.organizations.services.notes import contacts_of, remark, remarks_of
from qyclient.records.base import field_of
from ui.kit.actions import Action
from ui.kit.detail_pane import Child
from ui.kit.text_dialog import TextDialog
from ui.organizations.contact_dialog import ContactDialog


def _contact(tab: Any) -> None:
    ContactDialog(tab.jobs, tab.current(), tab).show()


def _remark(tab: Any) -> None:
    body = tab.current()
    dialog = TextDialog("批注", f"写在“{body}”旁边，不改登记内容。", "批注", "保存", tab)
    dialog.given.connect(partial(_write, tab, body, dialog))
    dialog.open()


def _write(tab: Any, body: Any, dialog: TextDialog, words: str) -> None:
    def done(_note: object) -> None:
        tab.jobs.said.emit(f"已批注：{body}")
        dialog.accept()

    tab.jobs.write(remark, body.id, words, then=done, refused=dialog.refuse)


def _contacts(session: Any, key: Any) -> list[list[str]]:
    keys = ("on", "way", "about", "answer", "promise", "due_on", "kept_on")
    return [
        [field_of(Contact, k).masked(contact) for k in keys]
        for contact in reversed(contacts_of(session, key))
    ]


def _remarks(session: Any, key: Any) -> list[list[str]]:
    return [
        [field_of(Remark, k).show(note) for k in ("on", "by", "words")]
        for note in reversed(remarks_of(session, key))
    ]


CONTACT = Action(
    "contact", "来访来电", "phone", "Ctrl+L", _contact, "one", "记一次来访、来电，看可以告知什么"
)
REMARK = Action(
    "remark", "批注…", "", "Ctrl+M", _remark, "one", "写一条批注，不改登记内容", folded=True
)
LISTS = (
    Child("批注", _remarks, ("日期", "批注人", "批注")),
    Child("来访来电", _contacts, ("日期", "方式", "事由", "答复", "承诺", "期限", "办结")),
)
