"""Forms as layout data: what a sheet for the city looks like stands in resources/returns/."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from qyclient.assets import asset
from qyclient.paper.sheets.columns import of_layout
from qyclient.paper.sheets.table import Table
from qyclient.records.field import Field


@cache
def _layout(name: str) -> Mapping[str, Any]:
    layout: Mapping[str, Any] = json.loads(asset(f"returns/{name}.json").read_text("utf-8"))
    return layout


def form(name: str, fields: Iterable[Field], sort: str = "") -> Table:
    """Return a form as a table over these fields; `sort` chooses among the variants it declares.

    A column may be marked `only` for one sort; a form may have a title for each.
    """
    layout = _layout(name)
    columns = [c for c in layout["columns"] if not sort or c.get("only", sort) == sort]
    return Table(
        title=layout["titles"][sort] if sort else layout["title"],
        columns=of_layout(columns, {field.key: field for field in fields}),
        unit=layout.get("unit", ""),
        notes=layout.get("notes", ()),
        depth=layout.get("depth", 1),
    )
