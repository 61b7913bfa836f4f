"""Scenes of purchased services: from the project to the slip, functions, and the network."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from qyclient.contracts.rules.states import PURCHASE
from qyclient.organizations.rules.papers import papers
from ui.contracts.amend_dialog import AmendDialog
from ui.contracts.award_dialog import AwardDialog
from ui.contracts.meeting_dialog import MeetingDialog
from ui.contracts.network_dialog import NetworkDialog
from ui.contracts.plan_dialog import PlanDialog
from ui.contracts.records_tab import GridDialog
from ui.contracts.request_dialog import RequestDialog
from ui.contracts.sign_dialog import SignDialog
from ui.contracts.verb_dialog import VerbDialog
from ui.contracts.year_end_dialog import YearEndDialog
from ui.gallery.lists import detailed, listed
from ui.gallery.stage import Stage
from ui.kit.print_found import PrintDialog
from ui.kit.tab import Visit

_CONTRACTS = "项目合同"
_STATION, _FUNCTIONS = "QX-2024-007", "职能转移"


def _opened(title: str, words: str, action: str, kind: type[QDialog]) -> Callable[[Stage], QWidget]:
    def scene(stage: Stage) -> QWidget:
        detailed(title, words)(stage)
        stage.tab(title).bar.made[action].trigger()
        stage.wait()
        return stage.dialog(kind)

    return scene


def _awarding(stage: Stage) -> QWidget:
    tab: Any = stage.tab(_CONTRACTS)
    tab.visit(Visit(words="XM-2026-002"))
    stage.wait()
    tab.table.selectRow(0)
    tab.do_step(tab.current(), PURCHASE.move("award"))
    stage.wait()
    dialog: Any = stage.dialog(AwardDialog)
    dialog.form.put({"contractor": "清新区浸潭镇长者服务中心", "amount": "45000"})
    dialog.form.verticalScrollBar().setValue(10**6)
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # the dialog, opened by its class above


def _signing(stage: Stage) -> QWidget:
    tab: Any = stage.tab(_CONTRACTS)
    tab.visit(Visit(words=_STATION))
    stage.wait()
    tab.table.selectRow(0)
    dialog = SignDialog(tab.jobs, tab, tab.current())
    dialog.rows["instalments"].put(
        [{"amount": "50000", "line": "2026-民政-001"}, {"amount": "40000"}]
    )
    dialog.open()
    dialog.form.verticalScrollBar().setValue(10**6)
    stage.wait()
    return dialog


def _paper(words: str, name: str) -> Callable[[Stage], QWidget]:
    def scene(stage: Stage) -> QWidget:
        tab: Any = stage.tab(_CONTRACTS)
        tab.visit(Visit(words=words))
        stage.wait()
        tab.table.selectRow(0)
        tab.do_paper(tab.current(), papers()[name])
        stage.wait()
        return stage.dialog(PrintDialog)

    return scene


def _meeting(stage: Stage) -> QWidget:
    tab: Any = stage.tab(_FUNCTIONS)
    tab.visit(Visit())
    stage.wait()
    tab.bar.made["meet"].trigger()
    stage.wait()
    return stage.dialog(MeetingDialog)


PURCHASES: Mapping[str, Callable[[Stage], QWidget]] = {
    "contracts-three-years": detailed(_CONTRACTS, _STATION),
    "contracts-terminated": detailed(_CONTRACTS, "QX-2025-019"),
    "contracts-plan": _opened(_CONTRACTS, _STATION, "plan", PlanDialog),
    "contracts-award": _awarding,
    "contracts-sign": _signing,
    "contracts-request": _opened(_CONTRACTS, _STATION, "request", RequestDialog),
    "contracts-supplement": _opened(_CONTRACTS, _STATION, "supplement", AmendDialog),
    "contracts-text": _paper(_STATION, "contract_text"),
    "contracts-ledger": _paper(_STATION, "contract_ledger"),
    "contracts-termination": _paper("QX-2025-019", "contract_termination"),
    "payments": detailed("支付"),
    "payments-slip": _opened("支付", "", "slip", PrintDialog),
    "budget": detailed("预算", "2025-民政-002"),
    "verdicts": listed("评价结论"),
    "catalogue": listed("指导性目录"),
    "functions": detailed(_FUNCTIONS),
    "functions-meeting": _meeting,
    "functions-minutes": _opened("协调会议", "", "minutes", PrintDialog),
    "directory": detailed("资质目录"),
    "records": detailed("服务记录"),
    "records-grid": _opened("服务记录", "", "enter", GridDialog),
    "records-samples": listed("抽查"),
    "instalments": detailed("分期", _STATION),
    "instalments-year-end": _opened("分期", "", "year_end", YearEndDialog),
    "instalments-deduct": _opened("分期", _STATION, "deduct", VerbDialog),
    "outside": listed("外部主体"),
    "stations": detailed("站点"),
    "network": _opened("站点", "", "statistics", NetworkDialog),
    "workers": listed("社工"),
    "pilots": detailed("试点"),
}
