"""Papers of purchased services on the screen, as they are printed."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.contracts.reports.deeds import contract_paper
from qyclient.contracts.reports.slip import payment_slip
from qyclient.contracts.services.contract_papers import deed_of, paper_words
from qyclient.contracts.services.slips import slip_of
from ui.kit.jobs import Jobs
from ui.kit.print_found import PrintDialog

Make = Callable[[Any], bytes]
"""Reads what a paper needs of the register and draws it; runs in a worker."""


def show_paper(jobs: Jobs, parent: QWidget, title: str, make: Make) -> None:
    """Draw a paper and show it; what it needs and is not known is told in the status line."""
    jobs.ask(make, partial(_show, jobs, parent, title))


def slip(jobs: Jobs, key: Any) -> Make:
    """Return what draws the 支付审批单 of a payment."""

    def make(workspace: Any) -> bytes:
        words = workspace.read(paper_words, "payment_slip")
        return payment_slip(words, workspace.read(slip_of, key), jobs.heading_of(workspace))

    return make


def deed(jobs: Jobs, key: Any, name: str) -> Make:
    """Return what draws a paper of a contract."""

    def make(workspace: Any) -> bytes:
        words = workspace.read(paper_words, name)
        return contract_paper(words, workspace.read(deed_of, key), jobs.heading_of(workspace))

    return make


def _show(jobs: Jobs, parent: QWidget, title: str, pdf: bytes) -> None:
    PrintDialog(jobs, title, pdf, parent).open()
