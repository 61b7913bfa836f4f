"""The papers of purchased services: their texts are those the office may edit (文书样式)."""

from collections.abc import Mapping

from qyclient.organizations.rules.papers import MARKS
from qyclient.paper.official.page import official_page
from qyclient.paper.official.text import filled
from qyclient.paper.report import Heading


def made_of(text: str, facts: Mapping[str, str], heading: Heading) -> bytes:
    """Return a paper as PDF; refuse by name what it needs and is not known."""
    return official_page(filled(text, facts, MARKS), heading)
