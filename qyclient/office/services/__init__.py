"""Setting up an office's register, and what every desk does: drafts, saved lists, access notes."""

from qyclient.office.services.founding import area_called, area_of, establish, office_of
from qyclient.office.services.views import (
    drop_view,
    save_view,
    saved_views,
    take_views,
    view_of,
    views_as_text,
)
from qyclient.store.access import accesses, note_access
from qyclient.store.drafts import draft_of, drop_draft, keep_draft
from qyclient.store.finding import find_everywhere, found_by_personal

__all__ = [
    "accesses",
    "area_called",
    "area_of",
    "draft_of",
    "drop_draft",
    "drop_view",
    "establish",
    "find_everywhere",
    "found_by_personal",
    "keep_draft",
    "note_access",
    "office_of",
    "save_view",
    "saved_views",
    "take_views",
    "view_of",
    "views_as_text",
]
