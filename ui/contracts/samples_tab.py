"""The 抽查 room: samples of what suppliers declared, drawn by a seed anybody can draw again by."""

from collections.abc import Mapping, Sequence
from secrets import randbelow
from typing import Any

from qyclient.contracts.models import SampleCheck
from qyclient.contracts.services.sampling import draw_texts, drawn, judged, recognise_the_rest
from qyclient.records.base import field_of, fields_of
from qyclient.records.dates import format_date
from qyclient.records.field import Field
from qyclient.records.kinds import COUNT, TEXT
from qyclient.records.view import Filter
from ui.contracts.verb_dialog import Form, VerbDialog
from ui.kit.actions import Action
from ui.kit.columns import Column, table_columns, worked_column
from ui.kit.detail_pane import Child
from ui.kit.record_tab import RecordTab
from ui.kit.tab import Visit

_MOST = 1_000_000
_WORKED = (
    worked_column("looked", "已核查", COUNT, 8),
    worked_column("rejected", "剔除", COUNT, 8),
)


def _draw(tab: "SamplesTab") -> None:
    form = Form(
        "抽取服务记录",
        [field_of(SampleCheck, key) for key in ("contract", "size", "seed")],
        lambda texts: (draw_texts, (texts,)),
        "已抽取",
        {"seed": str(randbelow(_MOST))},
        told="从这份合同还没有核查的申报记录里随机抽取；种子留存，任何人用它都能抽出同样的记录。",
    )
    dialog = VerbDialog(tab.jobs, tab, form)
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _check(tab: "SamplesTab") -> None:
    numbers = tuple(tab.current().numbers.split("、"))
    tab.wants.emit("服务记录", Visit(filters=(Filter("number", among=numbers),)))


def _rest(tab: "SamplesTab") -> None:
    contract = tab.current().contract
    form = Form(
        f"认可其余：{contract.contract_no} {contract.title}",
        [Field("how", "认可依据", TEXT, required=True, width=36)],
        lambda texts: (recognise_the_rest, (contract.id, texts["how"])),
        "已认可其余",
        {"how": "抽查合格"},
        told="抽中的逐条核查完以后，没有抽中的申报记录一并认可。",
        named=contract.contract_no,
    )
    VerbDialog(tab.jobs, tab, form).open()


def _worked(session: Any, records: Sequence[SampleCheck]) -> Mapping[Any, Mapping[str, Any]]:
    return {
        key: {"looked": looked, "rejected": rejected}
        for key, (looked, rejected) in judged(session, records).items()
    }


def _records(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            one.number,
            one.type.label,
            format_date(one.served_on),
            one.status.label,
            "；".join(filter(None, [one.checked_how, one.checked_because])) or "—",
        ]
        for one in drawn(session, session.get_one(SampleCheck, key))
    ]


class SamplesTab(RecordTab):
    """抽查: draw, look at each, then recognise the rest."""

    model = SampleCheck
    offers = (
        Action("draw", "抽取…", "add", "Ctrl+N", _draw, tip="随机抽取一份合同的申报记录"),
        Action("check", "逐条核查", "tick", "F2", _check, "one",
               "到“服务记录”里逐条认可或剔除抽中的"),
        Action("rest", "其余认可…", "", "F3", _rest, "one", "抽中的都核查完以后，认可没有抽中的"),
    )  # fmt: skip
    work = staticmethod(_worked)
    children_ = (Child("抽中的记录", _records, ("编号", "种类", "服务日期", "状态", "核查")),)
    search_hint = "合同编号"
    nothing_yet = ("还没有抽查", "承接主体报来的服务记录先随机抽查，逐条核查后再认可其余的。")
    touched_by = frozenset({"service_record"})

    def columns(self) -> Sequence[Column]:
        """Put how far it has come behind what was drawn."""
        return (*table_columns(fields_of(SampleCheck)), *_WORKED)

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return of which contract, on which day, and how many."""
        title = f"{record.contract.contract_no}　{format_date(record.drawn_on)}"
        return title, f"{record.population} 抽 {record.size}", "plain"
