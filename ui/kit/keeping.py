"""What every list and form asks of the office: saved views, drafts, and the log of who looked."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Verb = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Keeping:
    """The office's verbs and queries, handed down because the kit knows no subject."""

    save_view: Verb
    saved_views: Verb
    view_of: Verb
    drop_view: Verb
    views_as_text: Verb
    take_views: Verb
    keep_draft: Verb
    draft_of: Verb
    drop_draft: Verb
    note_access: Verb
    find_everywhere: Verb
    found_by_personal: Verb
