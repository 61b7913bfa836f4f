"""指标体系 as a sheet, which can be changed in Excel and read back."""

from collections.abc import Iterable
from pathlib import Path

from qyclient.evaluations.models import Indicator
from qyclient.paper.report import Heading
from qyclient.paper.sheets.lists import write_list
from qyclient.records.base import fields_of

SHEET_FIELDS = tuple(
    field for field in fields_of(Indicator) if not field.target and field.key != "voided_because"
)


def write_template(path: Path, title: str, tree: Iterable[Indicator], heading: Heading) -> None:
    """Write the indicators of a template, a row each, under the headings the import knows."""
    write_list(path, title, SHEET_FIELDS, tree, heading)
