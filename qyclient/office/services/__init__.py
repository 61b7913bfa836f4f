"""Setting up an office's register, and what every desk does: drafts, saved lists, access notes."""

from qyclient.office.services.founding import (
    amend_office,
    area_called,
    area_of,
    establish,
    office_of,
)
from qyclient.office.services.law import as_laid_down  # each session opens within it
from qyclient.office.services.series import every_series, place_word, series_of, set_series
from qyclient.office.services.staff import let_administer
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
    "amend_office",
    "area_called",
    "area_of",
    "as_laid_down",
    "draft_of",
    "drop_draft",
    "drop_view",
    "establish",
    "every_series",
    "find_everywhere",
    "found_by_personal",
    "keep_draft",
    "let_administer",
    "note_access",
    "office_of",
    "place_word",
    "save_view",
    "saved_views",
    "series_of",
    "set_series",
    "take_views",
    "view_of",
    "views_as_text",
]
