"""The texts of papers about purchased services, which an office may edit (resources/purchases/)."""

import json
from collections.abc import Mapping
from functools import cache

from qyclient.assets import asset
from qyclient.paper.official.page import official_page
from qyclient.paper.official.text import filled
from qyclient.paper.report import Heading


@cache
def marks() -> Mapping[str, str]:
    """Return what each mark of the texts is called."""
    found: dict[str, str] = json.loads(asset("purchases/marks.json").read_text("utf-8"))["marks"]
    return found


def made_of(name: str, facts: Mapping[str, str], heading: Heading) -> bytes:
    """Return a paper as PDF; refuse by name what it needs and is not known."""
    text = asset(f"purchases/{name}.md").read_text("utf-8")
    return official_page(filled(text, facts, marks()), heading)
