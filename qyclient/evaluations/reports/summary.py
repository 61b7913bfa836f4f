"""What is printed and sent of evaluations."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from qyclient.contracts.rules.payable import grade_with_rule
from qyclient.evaluations.models import Evaluation
from qyclient.evaluations.reports.plaques import REPORTS as PLAQUES
from qyclient.evaluations.reports.ranking import R12
from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.columns import Column, of_field
from qyclient.paper.sheets.table import Table, write_table
from qyclient.records.base import fields_of


def _evaluations(path: Path, evaluations: Iterable[Evaluation], heading: Heading) -> None:
    columns = [of_field(field, masked=not heading.purpose) for field in fields_of(Evaluation)]
    graded = Column(("等级",), lambda e: grade_with_rule(e.score, e.evaluated_on))
    write_table(path, Table("绩效评价汇总", [*columns, graded], signed=False), evaluations, heading)


REPORTS: Sequence[Report] = (
    R12,
    *PLAQUES,
    Report("evaluations", "绩效评价汇总", ".xlsx", Evaluation, _evaluations),
)
