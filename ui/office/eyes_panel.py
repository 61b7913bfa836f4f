"""双人复核: for which steps two people are wanted; switched with a reason."""

from collections.abc import Mapping
from functools import partial

from qyclient.office.models import TwoPeople
from qyclient.office.rules.four_eyes import steps
from qyclient.office.services.eyes import switch, switched, wanted
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.text_dialog import TextDialog
from ui.office.panel import Panel

_HEADS, _WIDTHS = ("步骤", "前一步", "须由两人办理", "谁定的", "依据"), (180, 180, 120, 110, 400)
_HINT = (
    "办这一步的岗位有两个以上在岗的人时才要求；只有一个人时照办，办件上标明“一人办理”。"
    "付款审批限额在“经办人…”里按人填写。"
)


class EyesPanel(Panel):
    """Each step, whether two are wanted, and who said so."""

    def __init__(self, jobs: Jobs, banner: Banner) -> None:
        super().__init__(jobs, banner, "双人复核的步骤", _HEADS, _WIDTHS)
        self.hint.setText(_HINT)
        self.offer(("switch", "改为…", self.ask))
        self._wanted: Mapping[str, bool] = {}
        self._keys = [*steps()]
        jobs.changed.connect(self._hear)
        self.read()

    def read(self) -> None:
        """Read what is wanted, and what the office switched itself."""
        self.jobs.ask(lambda w: (w.read(wanted), w.read(switched)), self._show)

    def ask(self) -> None:
        """Ask why the selected step is switched."""
        key = self._keys[self.row()]
        on = not self._wanted[key]
        step = steps()[key]
        told = (
            f"“{step.label}”以后须由“{step.earlier}”以外的另一人办理。" if on
            else f"“{step.label}”以后可以由办“{step.earlier}”的同一人办理，标明“一人办理”。"
        )  # fmt: skip
        dialog = TextDialog("双人复核", told, "理由", "确定", self)
        dialog.given.connect(partial(self._switch, key, on, dialog))
        dialog.open()

    def allow(self) -> None:
        """Say what the button would do."""
        self.made["switch"].setEnabled(self.row() >= 0)
        if self.row() >= 0:
            on = self._wanted.get(self._keys[self.row()], False)
            self.made["switch"].setText("改为一人可办…" if on else "改为两人办理…")

    def _switch(self, key: str, on: bool, dialog: TextDialog, because: str) -> None:
        self.jobs.write(
            partial(switch, on=on, because=because), key,
            then=lambda _kept: dialog.accept(), refused=dialog.refuse,
        )  # fmt: skip

    def _hear(self, changed: frozenset[str]) -> None:
        if TwoPeople.__tablename__ in changed:
            self.read()

    def _show(self, found: tuple[Mapping[str, bool], Mapping[str, bool]]) -> None:
        self._wanted, own = found
        at = self.row()
        self.lines.lines.show(
            [
                (
                    step.label, step.earlier, "是" if self._wanted[key] else "否",
                    "本局" if key in own else "程序缺省", step.citation,
                )
                for key, step in steps().items()
            ]
        )  # fmt: skip
        self.lines.selectRow(max(at, 0))
        self.allow()
