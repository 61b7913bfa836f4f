"""收件: what is applied for, by whom, for which body."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.organizations.models import Matter, Organization
from qyclient.organizations.rules.matter_facts import GROUND, sheets
from qyclient.organizations.rules.matter_kinds import MatterKind
from qyclient.organizations.services.filing import open_matter
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.kinds import LONG_TEXT
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog
from ui.kit.rows_editor import RowsEditor
from ui.matters.form_reader import ask_form, read_form
from ui.naming.name_watch import NameWatch

_NEW = (
    "name", "org_type", "unit_kind", "residence", "legal_rep", "legal_rep_id_no", "fund_amount",
    "business_supervisor", "activity_area", "purpose", "business_scope", "phone",
    "unit_members", "individual_members",
)  # fmt: skip
_NAME = ("name", "org_type", "purpose", "business_scope", "business_supervisor")
_OURS = ("applicant", "phone", "filed_on", "case_number", "remark")
_APPLICANT = ("applicant", "phone")
_REASON, _BODY = "reason", "organization"
_OF_MATTER = "matter."
"""Begins the keys of the matter's own fields: a body has a phone too."""


class OpenDialog(RecordDialog):
    """The fields follow the sort of matter; what is not to be changed stays empty."""

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, kind: MatterKind, body: Any = None
    ) -> None:
        self._applied = _applied_fields(kind)
        super().__init__(jobs, [*_about(kind), *self._applied, *_own()], parent)
        self.setWindowTitle(f"收件：{kind.label}")
        self.done_word = "已收件"
        self._kind = kind
        self.form.put({f"{_OF_MATTER}filed_on": jobs.today.isoformat()})
        if body is not None:
            self.form.put({_BODY: str(body)})
        sheet = sheets().get(kind.key)
        self.lines: RowsEditor | None = None
        if sheet is not None and sheet.lines is not None:
            self._sheet_lines = sheet.lines
            self.lines = RowsEditor(sheet.lines.fields, self.around, lines=2)
            self.add_section(sheet.lines.label, self.lines)
        if kind.is_new:
            strip = Banner(self)
            self.strips.addWidget(strip)
            self.names = NameWatch(jobs, self.form, strip)
        self.filled = Banner(self)
        self.strips.addWidget(self.filled)
        self.filled.say(
            "申请人交来填好的 Word 或 Excel 申请表的，可以读入。",
            "读入…",
            lambda: ask_form(self, self.take_form),
            tone="plain",
        )
        self.begin()

    def take_form(self, path: Path) -> None:
        """Fill in what an applicant wrote; it is looked over before it is taken in."""
        fields = [*self._applied, *_own()]
        read_form(self.jobs, path, fields, self._take, lambda no: self.banner.say(str(no)))

    def _take(self, texts: Mapping[str, str]) -> None:
        self.form.put(texts)
        self.filled.say(f"已读入 {len(texts)} 项，请逐项核对后保存。", tone="plain")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Take it in."""
        mine = {
            key.removeprefix(_OF_MATTER): text
            for key, text in texts.items()
            if key.startswith(_OF_MATTER)
        }
        reason = texts.get(_REASON, "")
        given = {f.key: texts[f.key] for f in self._applied if f.key != _REASON}
        wanted = {key: [text, reason] for key, text in given.items() if text.strip()}
        for number, line in enumerate(self.lines.texts() if self.lines else ()):
            cells = {self._sheet_lines.keyed(number, key): text for key, text in line.items()}
            wanted |= {key: [text, ""] for key, text in cells.items() if text.strip()}
        return open_matter, (self._kind.key, mine, wanted, texts.get(_BODY, ""))

    def lines_problem(self) -> str:
        """Check the lines before the desk does."""
        if self.lines is None:
            return ""
        problem = self.lines.problem()
        self.lines.say(problem)
        return f"{self._sheet_lines.label}{problem}" if problem else ""

    def extra(self) -> object:
        """Return the lines typed so far."""
        return self.lines.texts() if self.lines else None

    def called(self, record: Any) -> str:
        """Return its number and what it is about."""
        return f"{record.number} {record.subject}"


def asked_fields(kind: MatterKind) -> list[Field]:
    """Return what an applicant fills in for a sort of matter."""
    own = [replace(field_of(Matter, key), key=f"{_OF_MATTER}{key}") for key in _APPLICANT]
    return [*_about(kind), *_applied_fields(kind), *own]


def _about(kind: MatterKind) -> list[Field]:
    if kind.is_new:
        return []
    return [replace(field_of(Matter, _BODY), required=True, section="办理对象")]


def _applied_fields(kind: MatterKind) -> list[Field]:
    if kind.is_new:
        keys = _NEW if kind.founds else _NAME
        fields = [field_of(Organization, key) for key in keys]
        return [replace(fields[0], section="申请事项"), *(_in(f, "申请事项") for f in fields[1:])]
    if kind.items:
        fields = [
            replace(field_of(Organization, key), required=False, help="不变更的留空")
            for key in kind.items
        ]
        reason = Field(_REASON, "变更理由", LONG_TEXT, required=False, width=40)
        return [_in(field, "变更为") for field in (*fields, reason)]
    if sheet := sheets().get(kind.key):
        return [_in(field, kind.label) for field in sheet.fields]
    return [Field(GROUND, "事由", LONG_TEXT, required=True, section="申请事项", width=40)]


def _own() -> list[Field]:
    fields = [field_of(Matter, key) for key in _OURS]
    return [_in(replace(field, key=f"{_OF_MATTER}{field.key}"), "收件") for field in fields]


def _in(field: Field, section: str) -> Field:
    return replace(field, section=section)
