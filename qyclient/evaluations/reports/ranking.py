"""R12 绩效评价汇总表, and the ranked list with the averages of each indicator."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from pathlib import Path
from typing import Any

from qyclient.evaluations.models import EvaluationRound, Indicator
from qyclient.office.rules.limits import dated, in_force
from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.columns import Column
from qyclient.paper.sheets.table import Table, write_table

_CENT = Decimal("0.01")
_SCORES = (
    ("购买方评分", "purchaser_score"),
    ("第三方评分", "third_score"),
    ("服务对象评分", "beneficiary_score"),
    ("总分", "score"),
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """One round in a ranked list: its place (ties share it), and the mean of each indicator."""

    place: int
    round: EvaluationRound
    means: Mapping[str, float]


def _r12(path: Path, rounds: Iterable[Any], heading: Heading) -> None:
    columns = [
        Column(("轮次编号",), lambda r: r.number, width=14),
        Column(("合同编号",), lambda r: str(r.contract or "") or None, width=18),
        Column(("项目",), lambda r: r.subject, width=28),
        Column(("承接主体",), lambda r: str(r.body or "") or None, width=28),
        Column(("阶段",), lambda r: r.occasion.label, width=12),
        *(_number(label, key) for label, key in _SCORES),
        Column(("等级",), lambda r: r.grade.label if r.grade else None, width=8),
        Column(("付款建议",), partial(_advice, heading), width=40),
        Column(("状态",), lambda r: "已确认" if r.confirmed_on else "未确认", width=10),
    ]
    write_table(path, Table("绩效评价汇总表", columns), rounds, heading)


def write_ranking(
    path: Path, title: str, ranked: Sequence[Ranked], nodes: Sequence[Indicator], heading: Heading
) -> None:
    """Write rounds of one template, the best first, with the mean of each indicator."""
    columns = [
        Column(("名次",), lambda r: r.place, "0", 6, right=True),
        Column(("项目",), lambda r: r.round.subject, width=28),
        Column(("承接主体",), lambda r: str(r.round.body or "") or None, width=28),
        Column(("总分",), lambda r: r.round.score, "0.00##", 10, right=True),
        Column(("等级",), lambda r: r.round.grade.label if r.round.grade else None, width=8),
        *(
            Column((f"{n.number} {n.name}",), partial(_mean, n.number), "0.00", 10, right=True)
            for n in nodes
        ),
    ]
    write_table(path, Table(title, columns, signed=False), ranked, heading)


def _number(label: str, key: str) -> Column:
    return Column((label,), lambda r: getattr(r, key), "0.00##", 10, right=True)


def _mean(number: str, one: Ranked) -> Decimal | None:
    mean = one.means.get(number)
    return None if mean is None else Decimal(mean).quantize(_CENT, ROUND_HALF_UP)


def _advice(heading: Heading, found: Any) -> str | None:
    if found.grade is None:
        return None
    rows = in_force(dated("evaluation")["advice"], found.scored_on or heading.as_of)
    return str(rows[found.grade.value])


R12 = Report("r12", "绩效评价汇总表", ".xlsx", EvaluationRound, _r12)
