"""The pages of the manual: which there are, which is meant where, and which hold some words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from qyclient.assets import asset

FIRST = "index"
_WHERE = "where.json"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name, its title, and its text as Markdown."""

    name: str
    title: str
    text: str

    def holds(self, words: str) -> bool:
        """Say whether each of some words stands in it."""
        folded = self.text.casefold()
        return all(word in folded for word in words.casefold().split())


@cache
def pages() -> Mapping[str, Page]:
    """Return every page by its name, in the order of the first page's table."""
    found = {path.stem: _page(path.stem) for path in sorted(asset("help").glob("*.md"))}
    first = found.pop(FIRST)
    listed = sorted(found.values(), key=lambda page: _place(first.text, page.name))
    return {page.name: page for page in (first, *listed)}


def page_for(module: str) -> str:
    """Return the name of the page for what a module shows; empty where none is meant."""
    meant = [prefix for prefix in _where() if module.startswith(prefix)]
    return _where()[max(meant, key=len)] if meant else ""


@cache
def _where() -> Mapping[str, str]:
    where: Mapping[str, str] = json.loads((asset("help") / _WHERE).read_text("utf-8"))
    return where


def _page(name: str) -> Page:
    text = (asset("help") / f"{name}.md").read_text("utf-8")
    return Page(name, text.splitlines()[0].lstrip("# "), text)


def _place(first: str, name: str) -> int:
    place = first.find(f"({name}.md)")
    return place if place >= 0 else len(first)
