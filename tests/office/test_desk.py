"""What every desk does: drafts, saved lists, notes of who looked."""

import pytest

from qyclient.errors import Refused
from qyclient.office.services import (
    accesses,
    draft_of,
    drop_draft,
    keep_draft,
    note_access,
    save_view,
    saved_views,
    view_of,
)
from qyclient.organizations.services.register import the
from qyclient.records.view import Filter, View
from tests.conftest import open_at

VIEW = View(
    "协会", "name", True, (Filter("org_type", among=("S", "M")), Filter("uscc", empty=True))
)


def test_a_draft_is_there_again_after_the_program_was_gone(workspace):
    workspace.write(keep_draft, "organization/new", {"name": "清新区𬱖读书会"})
    workspace.write(keep_draft, "organization/new", {"name": "清新区𬱖读书会", "town": "太和镇"})
    workspace.close()
    again = open_at(workspace.folder)
    assert again.read(draft_of, "organization/new") == {"name": "清新区𬱖读书会", "town": "太和镇"}
    again.write(drop_draft, "organization/new")
    assert again.read(draft_of, "organization/new") is None
    again.close()


def test_a_draft_is_its_typists_alone(workspace):
    workspace.write(keep_draft, "organization/new", {"name": "一"})
    other = open_at(workspace.folder, "李四")
    assert other.read(draft_of, "organization/new") is None
    other.close()


def test_a_list_kept_under_a_name_comes_back_whole(workspace):
    workspace.write(save_view, "organization", "缺代码的协会", VIEW)
    [saved] = workspace.read(saved_views, "organization")
    assert view_of(saved) == VIEW
    workspace.write(save_view, "organization", "缺代码的协会", View("商会"))
    [saved] = workspace.read(saved_views, "organization")
    assert view_of(saved) == View("商会")
    assert workspace.read(saved_views, "contract") == []


def test_a_list_needs_a_name_to_be_kept(workspace):
    with pytest.raises(Refused, match="名称"):
        workspace.write(save_view, "organization", " ", VIEW)


def test_who_looked_at_a_persons_data_is_noted(county):
    body = county.read(the, "清新区和乐社会工作服务中心")
    county.write(note_access, "显示", body, "法定代表人身份证号", "核对证件")
    [noted] = county.read(accesses, body.id)
    assert (noted["operator"], noted["deed"], noted["reason"]) == ("张晓梅", "显示", "核对证件")
    assert county.history(body)[0]["action"] == "created"
