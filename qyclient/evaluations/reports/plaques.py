"""证书和牌匾名单: the gradings with grade, validity and certificate number."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from qyclient.evaluations.models import Grading
from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.columns import Column, of_field
from qyclient.paper.sheets.table import Table, write_table
from qyclient.records.base import field_of

_SHOWN = ("number", "organization", "grade", "valid_from", "valid_to", "certificate_no", "score")
_TITLE = "社会组织评估等级证书和牌匾名单"
_PLAQUES = ("3A", "4A", "5A")


def _plaques(path: Path, gradings: Iterable[Any], heading: Heading) -> None:
    columns = [of_field(field_of(Grading, key), masked=True) for key in _SHOWN]
    plaque = Column(("牌匾",), lambda g: "是" if g.grade in _PLAQUES else None, width=8)
    write_table(
        path, Table("社会组织评估等级证书和牌匾名单", [*columns, plaque]), gradings, heading
    )


REPORTS: Sequence[Report] = (Report("gradings", _TITLE, ".xlsx", Grading, _plaques),)
