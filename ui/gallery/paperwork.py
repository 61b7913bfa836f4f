"""Scenes of papers: making them, serving them, scans, the shelf, and the office's own words."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from qyclient.records.view import Filter
from ui.gallery.lists import detailed
from ui.gallery.stage import Stage
from ui.kit.tab import Visit
from ui.matters.attachments_dialog import AttachmentsDialog
from ui.matters.delivery_dialog import DeliveryDialog
from ui.matters.document_dialog import DocumentDialog
from ui.matters.scans_dialog import ScansDialog
from ui.matters.signed_dialog import SignedDialog
from ui.matters.texts_dialog import TextsDialog
from ui.office.office_dialog import OfficeDialog
from ui.tabs import show_texts

_MATTERS, _PAPERS = "办件", "文书"


def _opened(title: str, state: str, action: str, kind: type[QDialog]) -> Callable[[Stage], QWidget]:
    def scene(stage: Stage) -> QWidget:
        tab: Any = stage.tab(title)
        filters = (Filter("state", among=(state,)),) if state else ()
        tab.visit(Visit(filters=filters))
        stage.wait()
        tab.table.selectRow(0)
        stage.wait()
        tab.bar.made[action].trigger()
        stage.wait()
        return stage.dialog(kind)

    return scene


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
    "papers-made": _opened(_MATTERS, "APPROVED", "documents", DocumentDialog),
    "papers-asking": _opened(_MATTERS, "REPORTED", "documents", DocumentDialog),
    "papers-scans": _opened(_MATTERS, "ACCEPTED", "attachments", AttachmentsDialog),
    "papers-sorted": _opened(_MATTERS, "ACCEPTED", "scans", ScansDialog),
    "papers-served": _opened(_PAPERS, "", "deliver", DeliveryDialog),
    "papers-signed": _opened(_PAPERS, "", "signed", SignedDialog),
    "papers-texts": _texts,
    "office": _office,
}
