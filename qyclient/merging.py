"""Packages merged in their order: each in a transaction of its own, so that each can be undone."""

from pathlib import Path
from uuid import UUID

from qyclient.exchange.models import Package
from qyclient.exchange.rules.lists import Sort
from qyclient.exchange.services.accepting import merge
from qyclient.exchange.services.order import next_in_order, taken_before
from qyclient.exchange.services.receiving import look_at, receive
from qyclient.progress import Progress, Silent
from qyclient.workspace import Workspace

_UNWATCHED = Silent()


def merge_in_order(
    workspace: Workspace, office: UUID, progress: Progress = _UNWATCHED
) -> list[Package]:
    """Merge what of an office is in order; return the packages."""
    done: list[Package] = []
    while (key := workspace.read(next_in_order, office)) is not None:
        done.append(workspace.write(merge, key, progress).value)
    return done


def bring_in(workspace: Workspace, path: Path, progress: Progress = _UNWATCHED) -> Package:
    """Take a file in and merge what is in order; one that came before is not taken twice."""
    known = workspace.read(taken_before, look_at(path).identity)
    package = known or workspace.write(receive, path, progress).value
    if package.sort is not Sort.RECEIPT:
        merge_in_order(workspace, package.office.id, progress)
    found = workspace.read(taken_before, package.identity)
    return found or package
