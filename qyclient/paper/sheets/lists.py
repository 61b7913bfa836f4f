"""导出所见: any records under any of their fields, as the screen shows them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from qyclient.paper.report import Heading
from qyclient.paper.sheets.columns import of_field
from qyclient.paper.sheets.table import Table, write_table
from qyclient.records.field import Field


def write_list(
    path: Path,
    title: str,
    fields: Sequence[Field],
    records: Iterable[Any],
    heading: Heading,
) -> None:
    """Write one row per record under the fields' labels.

    Personal values are masked unless the heading says what they are for.
    """
    columns = [of_field(field, masked=not heading.purpose) for field in fields]
    money = "元" if any(field.kind.name == "money" for field in fields) else ""
    write_table(path, Table(title, columns, unit=money, signed=False), records, heading)
