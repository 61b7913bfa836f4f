"""Scenes of papers: making them, serving them, scans, the shelf, and the office's own words."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from ui.gallery.lists import detailed, in_state
from ui.gallery.stage import Stage
from ui.matters.attachments_dialog import AttachmentsDialog
from ui.matters.delivery_dialog import DeliveryDialog
from ui.matters.document_dialog import DocumentDialog
from ui.matters.scans_dialog import ScansDialog
from ui.matters.signed_dialog import SignedDialog
from ui.matters.texts_dialog import TextsDialog
from ui.office.office_dialog import OfficeDialog
from ui.tabs import show_texts

_MATTERS, _PAPERS = "办件", "文书"


def _texts(stage: Stage) -> QWidget:
    show_texts(stage.window.jobs, stage.window)
    stage.wait()
    return stage.dialog(TextsDialog)


def _office(stage: Stage) -> QWidget:
    stage.window.desk.show_office(stage.window)
    stage.wait()
    return stage.dialog(OfficeDialog)


PAPERWORK: Mapping[str, Callable[[Stage], QWidget]] = {
    "papers": detailed(_PAPERS),
    "papers-shelf": detailed("档案"),
    "papers-made": in_state(_MATTERS, "APPROVED", "documents", DocumentDialog),
    "papers-asking": in_state(_MATTERS, "REPORTED", "documents", DocumentDialog),
    "papers-scans": in_state(_MATTERS, "ACCEPTED", "attachments", AttachmentsDialog),
    "papers-sorted": in_state(_MATTERS, "ACCEPTED", "scans", ScansDialog),
    "papers-served": in_state(_PAPERS, "", "deliver", DeliveryDialog),
    "papers-signed": in_state(_PAPERS, "", "signed", SignedDialog),
    "papers-texts": _texts,
    "office": _office,
}
