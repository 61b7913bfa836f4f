"""Scenes of the certificate desk."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.certificates.answer_dialog import AnswerDialog
from ui.certificates.calibrate_dialog import CalibrateDialog
from ui.certificates.editor.dialog import TemplateDialog
from ui.certificates.hand_dialog import HandDialog
from ui.certificates.issue_dialog import IssueDialog
from ui.certificates.key_dialog import KeyDialog
from ui.certificates.print_dialog import PrintRunDialog
from ui.certificates.rare_dialog import RareDialog
from ui.certificates.stock_dialog import StockDialog
from ui.certificates.term_dialog import TermDialog
from ui.certificates.verify_dialog import VerifyDialog
from ui.gallery.lists import detailed, in_state, listed, offered
from ui.gallery.stage import Stage
from ui.kit.print_found import PrintDialog

ISSUES, PAPERS, BLANKS, PRINTERS = "发证", "证书", "空白证", "打印机"


def _editor(stage: Stage) -> QWidget:
    tab: Any = stage.tab("版式")
    tab.edit("S_ORIGINAL_2016")
    stage.wait()
    dialog: Any = stage.dialog(TemplateDialog)
    dialog.drawing.select({"name": True})
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # the dialog, found by its class above


CERTIFICATES: Mapping[str, Callable[[Stage], QWidget]] = {
    "issues": listed(ISSUES),
    "issues-detail": detailed(ISSUES),
    "issues-open": offered(ISSUES, "open", IssueDialog),
    "issues-print": in_state(ISSUES, "PREPARED", "print", PrintRunDialog),
    "issues-answer": offered(ISSUES, "answer", AnswerDialog),
    "issues-collect": in_state(ISSUES, "PRINTED", "collect", PrintDialog),
    "issues-receipt": in_state(ISSUES, "PRINTED", "receipt", PrintDialog),
    "issues-terms": offered(ISSUES, "terms", TermDialog),
    "issues-rare": offered(ISSUES, "rare", RareDialog),
    "issues-hand": in_state(ISSUES, "PRINTED", "hand", HandDialog),
    "papers": detailed(PAPERS),
    "blanks": detailed(BLANKS),
    "blanks-receive": offered(BLANKS, "receive", StockDialog),
    "papers-verify": offered(PAPERS, "verify", VerifyDialog),
    "papers-key": offered(PAPERS, "key", KeyDialog),
    "corrections": detailed("证书更正"),
    "templates-edit": _editor,
    "printers": listed(PRINTERS),
    "printers-calibrate": offered(PRINTERS, "calibrate", CalibrateDialog),
}
