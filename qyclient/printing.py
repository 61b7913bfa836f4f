"""成批打印: one run of many sheets, each reserved and noted before it goes to the printer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.certificates.reports import slip_pdf
from qyclient.certificates.services import (
    PLACE,
    Way,
    begin_sheet,
    note_sent,
    notices_with,
    sheet_page,
    stock_serials,
    template_called,
    the_certificate,
    the_log,
)
from qyclient.errors import Cancelled
from qyclient.office.services import office_of
from qyclient.paper.atomic import write_bytes
from qyclient.paper.pdf.raster import joined
from qyclient.progress import Progress
from qyclient.workspace import Workspace

Press = Callable[[bytes], None]
"""Sends one page to the printer; raises Refused if the printer does not answer."""


@dataclass(frozen=True, slots=True)
class Run:
    """What became of a run: which tries went out, and how many sheets it left alone."""

    name: str
    logs: tuple[UUID, ...]
    left: int

    @property
    def told(self) -> str:
        """Return it as a sentence; nothing is printed until somebody has looked."""
        rest = f"，剩下 {self.left} 张没有送出" if self.left else ""
        return f"已送出 {len(self.logs)} 张{rest}；请看过纸之后回答“打印好了吗”。"


def print_elsewhere(
    workspace: Workspace,
    sheets: Sequence[UUID],
    way: Way,
    path: Path,
    progress: Progress,
    *,
    notices: bool = False,
) -> Run:
    """Write the sheets for a printer out of reach into one PDF, with that printer's correction.

    A confirmation slip lies on top: it comes back with what became of each sheet. The notices to
    collect, one for each set, come last: they and the slip are of plain paper.
    """
    pages: list[bytes] = []
    run = print_run(workspace, sheets, way, pages.append, progress)
    if pages:
        logs = workspace.read(lambda session: [the_log(session, key) for key in run.logs])
        office = workspace.read(office_of)
        slip = slip_pdf(office.name, way.printer, workspace.operator, workspace.today, logs)
        last = [workspace.read(notices_with, sheets)] if notices else []
        write_bytes(path, joined([slip, *pages, *last]))
    return run


def sheets_told(session: Session, sheets: Sequence[UUID]) -> tuple[float, float, list[list[str]]]:
    """Return the paper of the first sheet, and a line for each: which blank it would take."""
    lines: list[list[str]] = []
    free: dict[str, list[str]] = {}
    width, height = 0.0, 0.0
    for number, key in enumerate(sheets):
        one = the_certificate(session, key)
        stock = one.template.partition("@")[0]
        if not number:
            paper = template_called(session, one.template).paper
            width, height = paper.w, paper.h
        serials = free.setdefault(stock, stock_serials(session, stock))
        taken = one.blank_serial or (serials.pop(0) if serials else "没有空白证了")
        called = f"{one.copy.label}{one.copy_number}"
        lines.append([one.issue.number if one.issue else "", called, one.organization.name, taken])
    return width, height, lines


def print_run(
    workspace: Workspace, sheets: Sequence[UUID], way: Way, press: Press, progress: Progress
) -> Run:
    """Print sheet after sheet; cancelled between two, it leaves the rest alone.

    Each sheet is its own transaction, ended before its paper moves: a program that is killed here
    leaves a try that stands at 待确认, and nothing else.
    """
    whole = replace(way, run=way.run or f"{workspace.now():{PLACE}}")
    done: list[UUID] = []
    try:
        for number, sheet in enumerate(sheets):
            progress.step(number, len(sheets), "张")
            log = workspace.write(begin_sheet, sheet, whole).value
            press(workspace.read(sheet_page, log.id))
            workspace.write(note_sent, log.id)
            done.append(log.id)
        progress.step(len(sheets), len(sheets), "张")
    except Cancelled:
        pass
    return Run(whole.run, tuple(done), len(sheets) - len(done))
