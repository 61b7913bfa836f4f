"""规则: every rule as it stands on a day, with its law; rules of the office's own go before."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from qyclient.office.models import OwnRule
from qyclient.office.rules.limits import RULES, Limit
from qyclient.office.rules.own_rules import Severity, Subject
from qyclient.office.services.law import amend_rule, lay_down, own_rules, rules_on, void_rule
from qyclient.records.base import fields_of
from qyclient.records.dates import parse_date
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog
from ui.kit.text_dialog import TextDialog
from ui.office.panel import Panel

_HEADS = ("规则", "适用", "数值", "轻重", "核实", "依据条款", "自", "出处")
_WIDTHS = (196, 108, 108, 78, 72, 258, 96, 180)
_HINT = (
    "法规修订时，新增本局规则，写明施行日期：从那一天起按新的办，以前的事仍按当时的规定。"
    "“待核实”的是惯例或没有对过原文的，请对照文件核实后改为本局规则。"
)
_FIELDS = tuple(field for field in fields_of(OwnRule) if field.key != "voided_because")
_SUBJECTS = {subject.value: subject.label for subject in Subject}
_SEVERITIES = {severity.value: severity.label for severity in Severity}


class RulesPanel(Panel):
    """The day is typed: what held then is listed."""

    def __init__(self, jobs: Jobs, banner: Banner) -> None:
        super().__init__(jobs, banner, "规则", _HEADS, _WIDTHS)
        self.hint.setText(_HINT)
        self.day = QLineEdit(jobs.today.isoformat())
        self.day.setAccessibleName("截至哪一天")
        self.day.setToolTip("列出这一天有效的规则")
        self.day.setFixedWidth(120)
        self.words = QLineEdit()
        self.words.setAccessibleName("查找规则")
        self.words.setPlaceholderText("规则、条款、出处")
        self.words.setFixedWidth(200)
        self.top.addWidget(self.day)
        self.top.addWidget(self.words)
        self.offer(
            ("add", "新增本局规则…", self.add),
            ("amend", "修改…", self.amend),
            ("void", "作废…", self.void),
        )
        self.shown: Sequence[Limit] = ()
        self._rules: Sequence[Limit] = ()
        self._own: Sequence[OwnRule] = ()
        self.day.editingFinished.connect(self.read)
        self.words.textChanged.connect(lambda _text: self._list())
        jobs.changed.connect(self._hear)
        self.read()

    def read(self) -> None:
        """Read the rules of the day."""
        try:
            day = parse_date(self.day.text(), self.jobs.today)
        except ValueError as problem:
            self.banner.say(f"{problem}。")
            return
        self.banner.say("")
        self.jobs.ask(lambda w: (w.read(rules_on, day), w.read(own_rules)), self._show)

    def add(self) -> None:
        """Enter a rule of the office's own, begun with what the selected one says."""
        begun = self.shown[self.row()] if self.row() >= 0 else None
        RuleDialog(self.jobs, self, begun=begun).open()

    def amend(self) -> None:
        """Change the selected rule of the office's own."""
        if (own := self._chosen()) is not None:
            RuleDialog(self.jobs, self, own).open()

    def void(self) -> None:
        """Take the selected rule of the office's own out of force."""
        if (own := self._chosen()) is None:
            return
        told = f"“{RULES[own.rule]}”（自 {own.valid_from}）作废后，恢复按程序自带的规则办。"
        dialog = TextDialog("作废本局规则", told, "作废的原因", "作废", self)
        dialog.given.connect(partial(self._void, own, dialog))
        dialog.open()

    def allow(self) -> None:
        """Only what the office laid down itself can be changed."""
        own = self._chosen() is not None
        for key in ("amend", "void"):
            self.made[key].setEnabled(own)
            self.made[key].setToolTip("" if own else "随程序的规则不改；新增一条本局规则盖过它")

    def _void(self, own: OwnRule, dialog: TextDialog, because: str) -> None:
        self.jobs.write(
            void_rule, own.id, because, then=lambda _rule: dialog.accept(), refused=dialog.refuse
        )

    def _chosen(self) -> OwnRule | None:
        if self.row() < 0 or not (chosen := self.shown[self.row()]).own:
            return None
        return next((one for one in self._own if _is(one, chosen)), None)

    def _hear(self, changed: frozenset[str]) -> None:
        if OwnRule.__tablename__ in changed:
            self.read()

    def _show(self, found: tuple[Sequence[Limit], Sequence[OwnRule]]) -> None:
        self._rules, self._own = found
        self._list()

    def _list(self) -> None:
        words = self.words.text().split()
        lines = [(rule, _line(rule)) for rule in self._rules]
        lines = [one for one in lines if all(w in "".join(one[1]) for w in words)]
        self.shown = [rule for rule, _texts in lines]
        self.lines.lines.show([texts for _rule, texts in lines])
        self.allow()


def _is(own: OwnRule, shown: Limit) -> bool:
    same = (own.rule, own.org_type.value, own.valid_from) == (
        shown.rule, shown.org_type, date.fromisoformat(shown.since),
    )  # fmt: skip
    return same and not own.voided_because


def _line(rule: Limit) -> tuple[str, ...]:
    source = f"本局：{rule.source}" if rule.own else rule.source
    return (
        rule.label,
        _SUBJECTS.get(rule.org_type, rule.org_type),
        f"{rule.value} {rule.unit}".strip(),
        _SEVERITIES.get(rule.severity, rule.severity),
        "已核对" if rule.is_sure else "待核实",
        rule.citation,
        rule.since,
        source,
    )


class RuleDialog(RecordDialog):
    """新增 or 修改 a rule of the office's own."""

    done_word = "已保存本局规则"

    def __init__(
        self, jobs: Jobs, parent: QWidget, own: OwnRule | None = None, begun: Limit | None = None
    ) -> None:
        super().__init__(jobs, _FIELDS, parent, own)
        self.setWindowTitle("修改本局规则" if own else "新增本局规则")
        if begun is not None:
            self.form.put(_begun(begun))
        self.begin()
        self.form.go_to("value" if own or begun else "rule")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Lay it down, or amend what was changed."""
        if self.record is None:
            return lay_down, (texts,)
        return amend_rule, (self.record.id, self.record.version, texts)

    def called(self, record: Any) -> str:
        """Return what the rule is called."""
        return RULES[record.rule]


def _begun(rule: Limit) -> Mapping[str, str]:
    return {
        "rule": rule.label,
        "org_type": _SUBJECTS.get(rule.org_type, ""),
        "value": rule.value,
        "unit": rule.unit,
        "severity": _SEVERITIES.get(rule.severity, ""),
        "citation": rule.citation,
    }
