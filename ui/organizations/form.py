"""The form of a body: what applies to its kind, and below it what belongs to it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from qyclient.certificates.services import amend_decided, amend_whole, whole_rows
from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.archive import OF_THE_ENTRY
from qyclient.organizations.rules.legal_changes import CORRECTION
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.services.register import register
from qyclient.records.base import fields_of
from qyclient.records.field import Field
from ui.kit.banner import Banner
from ui.kit.drafted import DraftedDialog
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call
from ui.kit.rows_editor import RowsEditor
from ui.kit.text_dialog import TextDialog
from ui.organizations.belonging import Belonging, Lines
from ui.organizations.ground_dialog import GroundDialog
from ui.organizations.twins import TwinWatch

_NOT_TYPED = OF_THE_ENTRY | {"voided_because"}
"""What a verb of its own writes."""
_ONLY_GROUPS = frozenset({"unit_members", "individual_members"})
_ONLY_UNITS = frozenset({"unit_kind"})
_NO_DIRECTORS = frozenset({"standing_directors"})
_OF_THE_REGISTERED = frozenset(
    {
        "unit_kind", "uscc", "legacy_cert_no", "org_code", "fund_amount", "business_scope_print",
        "org_grade", "grade_from", "grade_to", "certificate_valid_from", "certificate_valid_to",
        "verified_by", "code_exception", "is_hub",
    }
)  # fmt: skip
"""What a body that a town files does not have: code, certificate, fund (社区社会组织备案)."""

LEFT_OUT: Mapping[str, frozenset[str]] = {
    OrgType.SOCIAL_GROUP.label: _ONLY_UNITS,
    OrgType.PRIVATE_NON_ENTERPRISE.label: _ONLY_GROUPS | _NO_DIRECTORS,
    OrgType.FOUNDATION.label: _ONLY_UNITS | _ONLY_GROUPS | _NO_DIRECTORS,
    OrgType.COMMUNITY_FILED.label: _OF_THE_REGISTERED,
}
"""The fields that do not apply, by the label of the kind."""


class OrganizationDialog(DraftedDialog):
    """登记 or 修改 a body. `opening` carries a body that turned out to be there already."""

    opening = Signal(object)
    noun = "organization"
    title, new_word = "登记社会组织", "已登记"
    new_lists: Sequence[str] = ("officers",)

    def __init__(self, jobs: Jobs, parent: QWidget | None, record: Any = None) -> None:
        super().__init__(jobs, self.asked(record), parent, record)
        self._instead: Any = None
        self._ground: Mapping[str, str] = {}
        self.rows = Belonging(self, self.new_lists if record is None else _lists_of(record))
        if record is None:
            self.setWindowTitle(self.title)
            self.done_word = self.new_word
            self.form.put({"status": "正常"})
            self._watch_twins()
        else:
            self.setWindowTitle(f"修改：{record}")
            jobs.read(whole_rows, record.id, then=self._take_rows)
        self.form.edited.connect(lambda key: self._fit_kind() if key == "org_type" else None)
        self._fit_kind()
        self.begin()
        self.rows.edited.connect(lambda: self._touch(""))
        self.form.go_to(self._fields[0].key)

    @property
    def people(self) -> RowsEditor:
        """Return the lines of those who lead the body."""
        return self.rows.editors["officers"]

    def asked(self, record: Any) -> list[Field]:  # noqa: ARG002 - what is asked of some depends on it
        """Return the fields of the form."""
        return [field for field in fields_of(Organization) if field.key not in _NOT_TYPED]

    def call(self, texts: Mapping[str, str]) -> Call:
        """Register with the people, or amend what changed of it and of what belongs to it."""
        if self.record is None:
            return register, (texts, self.people.texts())
        given = (self.record.id, self.record.version, texts, self.changed_rows())
        return (amend_decided, (*given, self._ground)) if self._ground else (amend_whole, given)

    def changed_rows(self) -> Lines:
        """Return the lists in which a line was changed, added or taken out."""
        opened: Any = self._extra
        return {name: rows for name, rows in self.rows.texts().items() if rows != opened[name]}

    def lines_problem(self) -> str:
        """Check the lines before the register does: their fields are called as the body's are."""
        return self.rows.problem()

    def extra(self) -> object:
        """Return the lines typed so far."""
        return self.rows.texts()

    def put_extra(self, extra: Any) -> None:
        """Show the lines of a draft."""
        self.rows.put(extra)

    def _take_rows(self, rows: Lines) -> None:
        self.rows.put(rows)
        self._extra = self.extra()

    def _refused(self, no: Refused) -> None:
        """Ask why a line was taken out, where the verb wants to know."""
        super()._refused(no)
        if isinstance(no, Invalid) and "ground" in no.problems:
            self._ask_ground(no.problems["ground"])
        if isinstance(no, Invalid) and "because" in no.problems:
            told = f"{no.problems['because']}。它作废后不再列出，变动记录保留。"
            dialog = TextDialog("去掉一行", told, "原因", "保存", self)
            dialog.given.connect(lambda reason: self._save_because(dialog, reason))
            dialog.open()

    def _ask_ground(self, said: str) -> None:
        """Ask on what a change of a registered item rests, and save again with it."""
        self.banner.say("")
        dialog = GroundDialog(said, self.around, self)
        dialog.corrected.connect(lambda reason: self._save_because(dialog, f"{CORRECTION}{reason}"))
        dialog.decided.connect(partial(self._save_decided, dialog))
        dialog.open()

    def _save_decided(self, dialog: QDialog, ground: Mapping[str, str]) -> None:
        self._ground = ground
        dialog.accept()
        self.save()
        self._ground = {}

    def _save_because(self, dialog: QDialog, reason: str) -> None:
        self.because = reason
        dialog.accept()
        self.save()

    def _watch_twins(self) -> None:
        self.strip = Banner(self)
        self.strips.addWidget(self.strip)
        self.twins = TwinWatch(self.jobs, self.form, self.strip)
        self.twins.opening.connect(self._open_instead)
        self.saved.connect(self.twins.keep)
        self.rejected.connect(self._tell_opening)
        self.form.edited.connect(lambda _key: self._open_instead(None))

    def _open_instead(self, body: Any) -> None:
        self._instead = body
        if body is not None:
            self.reject()

    def _tell_opening(self) -> None:
        if self._instead is not None:
            self.opening.emit(self._instead)

    def _fit_kind(self) -> None:
        self.form.leave_out(LEFT_OUT.get(self.form.editor("org_type").text(), frozenset()))


def _lists_of(record: Any) -> Sequence[str]:
    """Return the lists of a body: of one from paper also what its file holds."""
    whole = ("officers", "changes", "papers", "certificates")
    return whole if record.paper_file else whole[:2]
