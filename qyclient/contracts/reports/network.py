"""三级服务网络统计表: the network's errands by station, by item and by month (DOMAIN 8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from qyclient.contracts.models import Station
from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.columns import Column, of_field
from qyclient.paper.sheets.table import Table, write_table
from qyclient.records.base import field_of

TITLE = "三级社会综合服务网络统计表"
_STATIONS = "服务站点办件统计表"
_NOTES = (
    "统计种类为“代办”、没有被剔除的服务记录；办件量是各条数量之和。",
    "按时率=在时限内办结的÷有时限的；满意度是各条满意度（1 至 5）的平均。",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the network's statistics: how many errands, how many in time, how content."""

    name: str
    errands: int
    in_time: int
    timed: int
    satisfaction: float | None
    beneficiaries: int

    @property
    def in_time_rate(self) -> float | None:
        """Return the share of those with a limit that were finished within it."""
        return self.in_time / self.timed if self.timed else None


def write_network(path: Path, rows: Iterable[tuple[str, Figure]], heading: Heading) -> None:
    """Write the figures, each with the way it was counted by."""
    columns = [
        Column(("分组",), lambda row: row[0], width=10),
        Column(("名称",), lambda row: row[1].name, width=30),
        *_figures(lambda row: row[1]),
    ]
    write_table(path, Table(TITLE, columns, notes=_NOTES), rows, heading)


def _write_stations(path: Path, rows: Iterable[Any], heading: Heading) -> None:
    own = [of_field(field_of(Station, key), masked=True) for key in ("name", "level", "town")]
    columns = [*map(_of_station, own), *_figures(_of_row)]
    write_table(path, Table(_STATIONS, columns, notes=(*_NOTES, _YEAR)), rows, heading)


_YEAR = "统计截至日期所在年度。"


def _of_station(shown: Column) -> Column:
    def value(row: Any) -> Any:
        return shown.value(row[0] if isinstance(row, tuple) else row)

    return Column(shown.heading, value, shown.number_format, shown.width)


def _of_row(row: Any) -> Figure:
    """Return the figure of a station, given beside it or worked out by a list."""
    found: Figure = row[1] if isinstance(row, tuple) else row.figure
    return found


def _figures(of: Any) -> list[Column]:
    def counted(title: str, key: str) -> Column:
        return Column((title,), lambda row: getattr(of(row), key), "0", 12, right=True)

    return [
        counted("办件量", "errands"),
        counted("按时（条）", "in_time"),
        counted("有时限（条）", "timed"),
        Column(("按时率（%）",), lambda r: _percent(of(r).in_time_rate), "0.0", 12, right=True),
        Column(("满意度",), lambda r: _rounded(of(r).satisfaction, "0.01"), "0.00", 10, right=True),
        counted("受益人次", "beneficiaries"),
    ]


def _percent(rate: float | None) -> Decimal | None:
    return None if rate is None else _rounded(rate * 100, "0.1")


def _rounded(value: float | None, step: str) -> Decimal | None:
    return None if value is None else Decimal(value).quantize(Decimal(step), ROUND_HALF_UP)


NETWORK = Report("network", _STATIONS, ".xlsx", Station, _write_stations, "name")
