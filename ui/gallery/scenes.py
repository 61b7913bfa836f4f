"""Every tab and dialog of a full register, by the name of its picture."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from qyclient.records.view import Filter
from ui.gallery import finding, mending
from ui.gallery.certificates import CERTIFICATES
from ui.gallery.dialogs import (
    asked,
    certificate,
    contract,
    crash,
    filled_form,
    filter_of,
    law,
    overtaken,
    people,
    score,
    waiting,
)
from ui.gallery.evaluations import EVALUATIONS
from ui.gallery.intake import INTAKE
from ui.gallery.keys import KEYS
from ui.gallery.lists import (
    BODIES,
    CONTRACTS,
    detailed,
    home,
    listed,
    offered,
    todo,
    visited,
)
from ui.gallery.naming import NAMING
from ui.gallery.paperwork import PAPERWORK
from ui.gallery.purchases import PURCHASES
from ui.gallery.returns import SENT
from ui.gallery.season import SEASON
from ui.gallery.stage import Stage
from ui.kit.tab import Visit
from ui.kit.text_dialog import TextDialog
from ui.organizations.form import OrganizationDialog

SCENES: Mapping[str, Callable[[Stage], QWidget]] = {
    "home": home,
    "todo": todo,
    "law": law(0),
    "law-holidays": law(1),
    "law-two-people": law(2),
    "organizations": listed(BODIES),
    "organizations-detail": detailed(BODIES, "nxdxs"),
    "organizations-found": visited(BODIES, Visit(words="太和 协会")),
    "organizations-filtered": visited(
        BODIES, Visit(filters=(Filter("status", among=("DEREGISTERED", "REVOKED")),))
    ),
    "organizations-not-found": visited(BODIES, Visit(words="没有这个单位")),
    "organizations-register": offered(BODIES, "register", OrganizationDialog),
    "organizations-register-refused": filled_form,
    "organizations-register-people": people,
    "organizations-amend": offered(BODIES, "amend", OrganizationDialog),
    "organizations-overtaken": overtaken,
    "organizations-filter-status": filter_of("status"),
    "organizations-filter-date": filter_of("certificate_valid_to"),
    "certificate-overprint": certificate(0, 0),
    "certificate-marked-copy": certificate(0, 1),
    "certificate-duplicate": certificate(1, 1),
    **INTAKE,
    **SEASON,
    **CERTIFICATES,
    "contracts": listed(CONTRACTS),
    "contracts-detail": detailed(CONTRACTS),
    "contracts-record": contract,
    **PURCHASES,
    "verdicts-detail": detailed("评价结论"),
    "verdicts-enter": score,
    **EVALUATIONS,
    **SENT,
    "organizations-saved-views": mending.saved_views,
    "organizations-columns": mending.columns,
    "organizations-name-view": mending.naming,
    "organizations-draft": mending.draft,
    "organizations-twins": mending.twins,
    "organizations-ground": mending.grounded,
    "organizations-correct": mending.corrected,
    "organizations-void": offered(BODIES, "void", TextDialog),
    "organizations-merge": mending.merged,
    "organizations-change-all": mending.changed_all,
    "organizations-undo": mending.undone,
    "organizations-history": mending.history,
    "organizations-export": mending.export,
    "organizations-contact": mending.contact,
    "find": finding.found("qxnx"),
    "find-many": finding.found("清新"),
    "find-nothing": finding.found("没有这个"),
    **NAMING,
    **PAPERWORK,
    "contracts-print": finding.printed,
    "home-promises": mending.promised,
    "backups": mending.backups,
    **KEYS,
    "question": asked,
    "crash": crash,
    "waiting": waiting,
}
