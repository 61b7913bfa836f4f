"""The 外部主体 room: contractors that are not in our register, and the papers they showed."""

from collections.abc import Sequence
from typing import Any

from qyclient.contracts.models import OutsideContractor
from qyclient.contracts.services.gate import found_of
from qyclient.contracts.services.outside import amend_outside, contracts_of_outside, proofs_of
from qyclient.office.rules.workflow import STATES
from qyclient.records.base import fields_of
from qyclient.records.dates import format_date
from qyclient.records.view import Filter
from ui.contracts.forms import outside_form, proof_form
from ui.contracts.verb_dialog import VerbDialog
from ui.kit.actions import Action
from ui.kit.detail_pane import Child
from ui.kit.filters import Preset
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog
from ui.kit.record_tab import RecordTab


class _Amend(RecordDialog):
    """修改 what is known of an outside contractor."""

    def __init__(self, jobs: Jobs, parent: Any, contractor: Any) -> None:
        super().__init__(jobs, fields_of(OutsideContractor), parent, contractor)
        self.setWindowTitle(f"修改外部承接主体：{contractor.name}")
        self.begin()

    def call(self, texts: Any) -> Call:
        """Change what was changed."""
        return amend_outside, (self.record.id, self.record.version, texts)


def _enter(tab: "OutsideTab") -> None:
    tab.show_dialog(VerbDialog(tab.jobs, tab, outside_form(tab.jobs)))


def _proof(tab: "OutsideTab") -> None:
    dialog = VerbDialog(tab.jobs, tab, proof_form(tab.jobs, tab.current()))
    dialog.saved.connect(lambda _proof: tab.pane.show_record(tab.current()))
    dialog.open()


def _amend(tab: "OutsideTab") -> None:
    tab.show_dialog(_Amend(tab.jobs, tab, tab.current()))


def _proofs(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            one.kind.label,
            one.document,
            format_date(one.dated_on),
            format_date(one.valid_until) if one.valid_until else "—",
        ]
        for one in proofs_of(session, key)
    ]


def _standing(session: Any, key: Any) -> list[list[str]]:
    party = session.get_one(OutsideContractor, key)
    found = found_of(session, party, session.info["today"])
    return [["✓" if f.met else "✗", f.label, f.evidence, f.citation] for f in found]


def _contracts(session: Any, key: Any) -> list[list[str]]:
    return [
        [one.contract_no, one.title, STATES[one.status]]
        for one in contracts_of_outside(session, key)
    ]


class OutsideTab(RecordTab):
    """外部主体: enter, enter what they show, see what is missing today."""

    model = OutsideContractor
    offers = (
        Action("enter", "登记…", "add", "Ctrl+N", _enter, tip="企业、事业单位、外地登记的社会组织"),
        Action("proof", "证明材料…", "contract", "F3", _proof, "one",
               "营业执照、信用查询、年度报告、完税证明：写明日期和有效期"),
        Action("amend", "修改…", "amend", "F2", _amend, "one"),
    )  # fmt: skip
    children_ = (
        Child("证明材料（未经本机关核实）", _proofs, ("证明什么", "材料", "日期", "有效期至")),
        Child("今天能不能承接", _standing, ("", "条件", "材料", "依据")),
        Child("合同", _contracts, ("编号", "项目", "状态")),
    )
    search_hint = "名称、统一社会信用代码"
    nothing_yet = ("还没有外部承接主体", "不在名册中的企业、外地组织登记在这里，再录入证明材料。")
    grouped_by = "kind"

    def presets(self) -> Sequence[Preset]:
        """Offer enterprises, and bodies registered elsewhere."""
        return [
            Preset("企业", (Filter("kind", among=("ENTERPRISE",)),)),
            Preset("外地社会组织", (Filter("kind", among=("REGISTERED_ELSEWHERE",)),)),
        ]

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return the name, and that nobody verified it."""
        return record.name, "未经本机关核实", "warn"

    def show_dialog(self, dialog: RecordDialog) -> None:
        """Open a dialog; what it saved is shown."""
        dialog.saved.connect(self.show_saved)
        dialog.open()
