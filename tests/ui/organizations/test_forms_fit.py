"""A form with its lists fits the screens of offices: nothing of it lies beside the window."""

import pytest

from qyclient.organizations.models import Organization
from qyclient.organizations.rules.matter_facts import sheets
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.records.view import View
from ui.matters.open_dialog import OpenDialog
from ui.organizations.archive_dialog import ArchiveDialog
from ui.organizations.form import OrganizationDialog

NARROW = 1280
"""Pixels across on the oldest screens still on desks."""


@pytest.mark.parametrize("kind", [OrganizationDialog, ArchiveDialog])
def test_a_body_with_all_that_belongs_to_it_fits(kind, qtbot, county_jobs):
    [body] = county_jobs.workspace.page(Organization, View(), 0, 1)
    record = body if kind is OrganizationDialog else None
    dialog = kind(county_jobs, None, record)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: county_jobs.idle)
    assert dialog.minimumSizeHint().width() <= NARROW


@pytest.mark.parametrize("key", [key for key, sheet in sheets().items() if sheet.lines])
def test_an_application_with_lines_fits(key, qtbot, county_jobs):
    dialog = OpenDialog(county_jobs, None, kinds()[key])
    qtbot.addWidget(dialog)
    assert dialog.minimumSizeHint().width() <= NARROW
