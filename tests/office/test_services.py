"""常用条件: kept under a name, taken away, and carried from desk to desk as a file."""

import json

import pytest

from qyclient.errors import Refused
from qyclient.office.services import (
    drop_view,
    save_view,
    saved_views,
    take_views,
    view_of,
    views_as_text,
)
from qyclient.organizations.models import Organization
from qyclient.records.view import Filter, View

VIEW = View("太和", "name", descending=True, filters=(Filter("status", among=("ACTIVE",)),))


def test_a_view_is_kept_replaced_and_taken_away(workspace):
    workspace.write(save_view, "organization", "太和正常", View())
    workspace.write(save_view, "organization", " 太和正常 ", VIEW)
    [saved] = workspace.read(saved_views, "organization")
    assert (saved.name, view_of(saved)) == ("太和正常", VIEW)
    workspace.write(drop_view, "organization", "太和正常")
    assert workspace.read(saved_views, "organization") == []


def test_views_go_from_desk_to_desk_as_a_file(workspace):
    workspace.write(save_view, "organization", "太和正常", VIEW)
    text = views_as_text(workspace.read(saved_views, "organization"))
    workspace.write(drop_view, "organization", "太和正常")
    [taken] = workspace.write(take_views, Organization, text).value
    assert view_of(taken) == VIEW


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"views": [3]}',
        '{"views": []}',
        json.dumps({"views": [{"noun": "contract", "name": "x", "view": {"filters": []}}]}),
        json.dumps({"views": [{"noun": "organization", "name": "x", "view": {"filters": [
            {"key": "no_such", "among": []}]}}]}),
        json.dumps({"views": [{"noun": "organization", "name": "x", "view": {"filters": [
            {"key": "established_on", "among": [], "least": "abc"}]}}]}),
        json.dumps({"views": [{"noun": "organization", "name": "x", "view": {
            "order": "no_such", "filters": []}}]}),
    ],
)  # fmt: skip
def test_a_file_that_does_not_fit_the_list_is_refused_whole(workspace, text):
    with pytest.raises(Refused, match="条件"):
        workspace.write(take_views, Organization, text)
    assert workspace.read(saved_views, "organization") == []
