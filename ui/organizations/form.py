"""The form of a body: what applies to its kind, and below the people who lead it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qyclient.organizations.models import Officer, Organization
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.services.register import amend, register
from qyclient.records.base import field_of, fields_of
from ui.kit.banner import Banner
from ui.kit.drafted import DraftedDialog
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call
from ui.kit.rows_editor import RowsEditor
from ui.organizations.twins import TwinWatch

_PEOPLE = ("name", "post", "term_start", "term_end", "phone", "id_no")
_NOT_TYPED = frozenset(
    {"voided_because", "entered_by", "checked_by", "checked_alone", "open_items"}
)
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

    def __init__(self, jobs: Jobs, parent: QWidget | None, record: Any = None) -> None:
        fields = [field for field in fields_of(Organization) if field.key not in _NOT_TYPED]
        super().__init__(jobs, fields, parent, record)
        self.people: RowsEditor | None = None
        self._instead: Any = None
        if record is None:
            self.setWindowTitle("登记社会组织")
            self.done_word = "已登记"
            asked = [field_of(Officer, key) for key in _PEOPLE]
            self.people = RowsEditor(asked, self.around, lines=2)
            self.add_section("负责人", self.people)
            self.form.put({"status": "正常"})
            self._watch_twins()
        else:
            self.setWindowTitle(f"修改：{record}")
        self.form.edited.connect(lambda key: self._fit_kind() if key == "org_type" else None)
        self._fit_kind()
        self.begin()
        self.form.go_to("name")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Register with the people, or amend what changed."""
        if self.record is None:
            return register, (texts, self.people.texts() if self.people else [])
        return amend, (self.record.id, self.record.version, texts)

    def lines_problem(self) -> str:
        """Check the people before the register does: their fields are called as the body's are."""
        problem = self.people.problem() if self.people else ""
        if self.people:
            self.people.say(problem)
        return f"负责人{problem}" if problem else ""

    def extra(self) -> object:
        """Return the people typed so far."""
        return self.people.texts() if self.people else None

    def put_extra(self, extra: Any) -> None:
        """Show the people of a draft."""
        if self.people is not None:
            self.people.put(extra)

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
