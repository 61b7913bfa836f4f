"""The room 信用: who stands on the abnormal or the serious list, since when, and until when."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from qyclient.errors import Cancelled, Refused
from qyclient.organizations.models import CreditListing
from qyclient.organizations.rules.lists import CreditList
from qyclient.organizations.services.credit import from_clocks, lift_many
from qyclient.organizations.services.credit_clocks import clocks_of
from qyclient.records.kinds import DATE, TEXT
from qyclient.records.view import Filter
from ui.kit.actions import Action
from ui.kit.columns import Column, worked_column
from ui.kit.filters import Preset
from ui.kit.record_tab import RecordTab
from ui.organizations.credit.propose_dialog import ProposeDialog


def _lift(tab: "CreditTab") -> None:
    chosen = tab.table.selected()
    watch = tab.jobs.watch(f"正在立 {len(chosen)} 个移出办件")
    keys = [one.id for one in chosen]
    tab.jobs.write(
        lift_many, keys, then=tab.say_opened, refused=tab.say_not, watch=watch, because="批量移出"
    )


def _propose(tab: "CreditTab") -> None:
    tab.jobs.read(from_clocks, then=partial(_show, tab))


def _show(tab: "CreditTab", proposals: Any) -> None:
    ProposeDialog(tab.jobs, "列入满两年", proposals, tab).open()


def _why_not_lift(listing: CreditListing) -> str:
    return f"已在 {listing.until} 移出" if listing.until else ""


class CreditTab(RecordTab):
    """信用名单: listings with their clocks; removal and the move to the worse list by matters."""

    model = CreditListing
    offers = (
        Action("lift", "移出…", "undo", "F2", _lift, "some", "立移出办件，可选多行", _why_not_lift),
        Action("propose", "满两年…", "more", "Ctrl+L", _propose, tip="应转入严重失信名单的单位"),
    )
    search_hint = "社会组织名称、拼音首字母、代码"
    nothing_yet = ("没有列入名单的单位", "在“年报”中可把未按时报送的单位列入活动异常名录。")
    grouped_by = "on_list"
    work = clocks_of

    def columns(self) -> Sequence[Column]:
        """Show when each leads on, and to what."""
        return (
            *super().columns(),
            worked_column("turns_on", "届满日期", DATE, 14),
            worked_column("then", "届满后", TEXT, 24),
        )

    def presets(self) -> Sequence[Preset]:
        """Offer who stands on which list."""
        standing = Filter("until", empty=True)
        return [
            Preset(f"在{one.label}", (standing, Filter("on_list", among=(one.value,))))
            for one in CreditList
        ]

    def tone(self, record: Any, key: str) -> str:
        """Colour the list, quiet where it is over."""
        if key != "on_list":
            return ""
        if record.until is not None:
            return "quiet"
        return "bad" if record.on_list is CreditList.SERIOUS else "warn"

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return whose entry it is, and on which list."""
        return str(record.organization), record.on_list.label, self.tone(record, "on_list")

    def say_opened(self, matters: Sequence[Any]) -> None:
        """Tell which matters take them off."""
        numbers = "、".join(matter.number for matter in matters[:3])
        more = "等" if len(matters) > len(numbers.split("、")) else ""
        self.jobs.said.emit(f"已立移出办件 {len(matters)} 个：{numbers}{more}，请在“办件”中办理。")

    def say_not(self, no: Refused) -> None:
        """Tell why they cannot be."""
        if not isinstance(no, Cancelled):
            self.jobs.refused.emit(no)
