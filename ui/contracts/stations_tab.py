"""The 站点 room: the stations of the three-level network, what each did, and its statistics."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from qyclient.contracts.models import Station
from qyclient.contracts.reports import REPORTS
from qyclient.contracts.services.network import last_span, stations_in
from qyclient.records.base import fields_of
from qyclient.records.kinds import COUNT, TEXT
from ui.contracts.network_dialog import NetworkDialog
from ui.contracts.noted_tab import NotedTab
from ui.kit.actions import Action
from ui.kit.columns import Column, table_columns, worked_column

_WORKED = (
    worked_column("errands", "本年办件", COUNT, 10),
    worked_column("rate", "按时率", TEXT, 8),
    worked_column("content", "满意度", TEXT, 8),
)


def _statistics(tab: "StationsTab") -> None:
    tab.jobs.read(last_span, then=tab.count_network)


def _worked(session: Any, records: Sequence[Station]) -> Mapping[Any, Mapping[str, Any]]:
    return {
        station.id: {
            "errands": figure.errands or None,
            "rate": None if figure.in_time_rate is None else f"{figure.in_time_rate:.1%}",
            "content": None if figure.satisfaction is None else f"{figure.satisfaction:.2f}",
            "figure": figure,
        }
        for station, figure in stations_in(session, records, session.info["today"])
    }


class StationsTab(NotedTab):
    """服务站点 of the three-level network."""

    model = Station
    offers = (
        *NotedTab.offers,
        Action("statistics", "网络统计…", "", "F3", _statistics,
               tip="一段时间的代办：按站点、事项、月份"),
    )  # fmt: skip
    reports = tuple(one for one in REPORTS if one.noun is Station)
    work = staticmethod(_worked)
    search_hint = "站点名称"
    nothing_yet = ("还没有服务站点", "登记县、镇、村三级站点后，服务记录可以写明站点。")
    grouped_by = "level"
    touched_by = frozenset({"service_record"})

    def columns(self) -> Sequence[Column]:
        """Put what a station did this year behind what it is."""
        return (*table_columns(fields_of(Station)), *_WORKED)

    def count_network(self, span: tuple[date, date] | None) -> None:
        """Show the statistics of the year in which the network was last used."""
        today = self.jobs.today
        NetworkDialog(self.jobs, self, span or (date(today.year, 1, 1), today)).open()
