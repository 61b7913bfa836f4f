"""The 社会组织 tab: the register."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.certificates.services import certificates_of
from qyclient.organizations.models import (
    AnnualReview,
    FiledFact,
    LegalChange,
    Officer,
    Organization,
)
from qyclient.organizations.reports import REPORTS
from qyclient.organizations.rules.lists import OrgStatus
from qyclient.organizations.services.archive import TO_CHECK
from qyclient.organizations.services.changes import changes_of, masked
from qyclient.organizations.services.figures import newest_figures
from qyclient.organizations.services.filed import filed_of
from qyclient.organizations.services.open_items import OPEN
from qyclient.organizations.services.register import officers_of, reviews_of
from qyclient.records.base import Base, field_of
from qyclient.records.view import Filter
from ui.kit.actions import Action
from ui.kit.detail_pane import Child
from ui.kit.filters import Preset
from ui.kit.record_tab import RecordTab
from ui.organizations.allowed import HANDLE, ask_standing
from ui.organizations.beside import CONTACT, LISTS, REMARK
from ui.organizations.certificate_dialog import CertificateDialog
from ui.organizations.form import OrganizationDialog
from ui.organizations.intake_dialog import IntakeDialog
from ui.organizations.more import MORE
from ui.organizations.words import SOON, status_tone, validity_tone

_REVIEW_DAYS = ("received_on", "concluded_on", "published_on")


def _register(tab: "OrganizationsTab") -> None:
    dialog = OrganizationDialog(tab.jobs, tab)
    dialog.saved.connect(tab.show_saved)
    dialog.opening.connect(tab.show_found)
    dialog.open()


def _amend(tab: "OrganizationsTab") -> None:
    dialog = OrganizationDialog(tab.jobs, tab, tab.current())
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _certify(tab: "OrganizationsTab") -> None:
    CertificateDialog(tab.jobs, tab.current(), tab).open()


def _bring_in(tab: "OrganizationsTab") -> None:
    IntakeDialog(tab.jobs, tab).open()


def _officers(session: Any, key: Any) -> list[list[str]]:
    return [
        _shown(Officer, officer, "name", "post", "term_start", "term_end", "phone")
        for officer in officers_of(session, key)
    ]


def _changes(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            field_of(LegalChange, "effective_on").show(change),
            field_of(LegalChange, "item").show(change),
            masked(change, "before"),
            masked(change, "after"),
            change.document_number or change.source or "",
        ]
        for change in reversed(changes_of(session, key))
    ]


def _filed(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            *_shown(FiledFact, one, "kind", "since", "until", "content"),
            str(one.matter) if one.matter else "",
        ]
        for one in filed_of(session, key)
    ]


def _reviews(session: Any, key: Any) -> list[list[str]]:
    reviews = sorted(reviews_of(session, key), key=lambda review: -review.year)
    return [_shown(AnnualReview, review, "year", "conclusion", *_REVIEW_DAYS) for review in reviews]


def _certificates(session: Any, key: Any) -> list[list[str]]:
    return [
        [c.copy.label, f"{c.issued_on}", f"{c.valid_from} 至 {c.valid_to}", c.status.label]
        for c in certificates_of(session, key)
    ]


def _shown(model: type[Base], record: Any, *keys: str) -> list[str]:
    return [field_of(model, key).masked(record) for key in keys]


class OrganizationsTab(RecordTab):
    """社会组织: search, register, amend, certify, bring ledgers in, write lists."""

    model = Organization
    offers = (
        Action("register", "登记", "add", "Ctrl+N", _register, tip="登记一个新的社会组织"),
        Action("amend", "修改", "amend", "F2", _amend, "one", tip="修改选中的社会组织"),
        Action(
            "certify",
            "打印证书",
            "certificate",
            "Ctrl+P",
            _certify,
            "one",
            "制作登记证书：先看样张，再打印",
        ),
        Action("bring_in", "导入台账", "import", "Ctrl+I", _bring_in, tip="从 Excel 台账导入"),
        HANDLE,
        CONTACT,
        REMARK,
        *MORE,
    )
    reports = tuple(REPORTS)
    children_ = (
        *LISTS,
        Child("负责人", _officers, ("姓名", "职务", "任职起", "任职止", "电话")),
        Child("变更记录", _changes, ("生效日期", "事项", "变更前", "变更后", "依据")),
        Child("备案", _filed, ("事项", "自", "至", "内容", "办件")),
        Child("年检（年报）", _reviews, ("年度", "结论", "收到", "结论日期", "公开")),
        Child("登记证书", _certificates, ("正副本", "发证日期", "有效期", "状态")),
    )
    search_hint = "名称、拼音首字母、代码、法定代表人、电话、住所"
    nothing_yet = ("名册还是空的", "可以逐个登记，也可以用左边的“导入台账”从 Excel 一次导入。")
    grouped_by = "status"
    work = newest_figures
    touched_by = frozenset(
        {
            "officer",
            "annual_review",
            "certificate",
            "contact",
            "remark",
            "legal_change",
            "filed_fact",
        }
    )

    def __init__(self, jobs: Any, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.table.chosen.connect(lambda: ask_standing(self))
        self.table.setColumnWidth(0, 260)
        self.table.setColumnWidth(1, 176)

    def presets(self) -> Sequence[Preset]:
        """Offer the kinds, what exists, and certificates that run out."""
        soon = (self.jobs.today + SOON).isoformat()
        active = Filter("status", among=(OrgStatus.ACTIVE.value,))
        sorts = {"社团": "S", "民非": "M", "基金会": "J", "备案": "C"}
        return (
            *(Preset(label, (Filter("org_type", among=(code,)),)) for label, code in sorts.items()),
            Preset("正常", (active,)),
            Preset("待核对", TO_CHECK),
            Preset("待补", OPEN),
            Preset("证书到期", (active, Filter("certificate_valid_to", most=soon))),
        )

    def tone(self, record: Any, key: str) -> str:
        """Colour the status, and certificates that run out."""
        if key == "status":
            return status_tone(record.status)
        return validity_tone(record, self.jobs.today) if key == "certificate_valid_to" else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return the title and the status."""
        return str(record), record.status.label, status_tone(record.status)
