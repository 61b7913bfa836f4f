"""Verbs and queries off the UI thread; their outcome back on it."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from qyclient.errors import Cancelled, Refused
from ui.kit.receivers import Ends, Then, alive
from ui.kit.watch import Watch

if TYPE_CHECKING:  # what knows fields or the database loads in a worker, after the first frame
    from qyclient.paper.report import Heading
    from qyclient.workspace import Done, Workspace
    from ui.kit.keeping import Keeping

T = TypeVar("T")
_log = logging.getLogger(__name__)


def _no_office(_workspace: "Workspace") -> "Heading":
    raise Refused("还没有设置登记管理机关，不能制表。")


def _nothing(_value: object) -> None:
    """Take an outcome nobody waits for."""


class Jobs(QObject):
    """Three workers: one writes, one answers lists and searches, one does paper work.

    `changed` carries the tables a verb touched; `refused` a Refused that nobody nearer to the user
    took; `crashed` an exception that is a bug; `busy` how many jobs run. `again` opens what was
    opened last, `heading_of` makes what stands above a paper, `keeping` is there once an office is
    open, `farewell` is done when all work has ended.
    """

    changed = Signal(object)
    said = Signal(str)
    refused = Signal(object)
    shut = Signal(object)
    crashed = Signal(object)
    busy = Signal(int)
    watched = Signal(object)
    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._closed = False
        self.heading_of: Callable[[Workspace], Heading] = _no_office
        self.keeping: Keeping | None = None
        self.farewell: Callable[[Workspace], None] = _nothing
        workers = ("writer", "reader", "paper")
        self._writer, self._reader, self._paper = (ThreadPoolExecutor(1, name) for name in workers)
        self._running: set[Future[Any]] = set()
        self._watches: set[Watch] = set()
        # queued: a job that is done before it is waited for is told later all the same
        self._finished.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    @property
    def workspace(self) -> "Workspace":
        """Return the open register: read its clock and folder here, its records through jobs."""
        if self._workspace is None:
            raise Refused("登记数据还没有打开，请稍候。")
        return self._workspace

    @property
    def today(self) -> date:
        """Return the day by the office's clock."""
        return self.workspace.today

    @property
    def idle(self) -> bool:
        """Say whether nothing is under way."""
        return not self._running

    def open(self, opener: Callable[[], "Workspace"], then: Then) -> None:
        """Open the register, which loads the database libraries; `shut` says why it cannot be."""

        def opened(workspace: "Workspace") -> None:
            self._workspace = workspace
            then(workspace)

        self.again: Callable[[], None] = partial(self.open, opener, then)
        self._start(self._writer, opener, Ends(opened, self.shut.emit, None))

    def read(
        self, query: Callable[..., T], *args: Any, then: Then, refused: Then | None = None
    ) -> None:
        """Run a query, then hand over its result."""
        self.ask(lambda workspace: workspace.read(query, *args), then, refused)

    def ask(
        self, question: Callable[["Workspace"], T], then: Then, refused: Then | None = None
    ) -> None:
        """Ask the register several things in one go, then hand over the answer."""
        ends = Ends(then, refused or self.refused.emit, None)
        self._start(self._reader, lambda: question(self.workspace), ends)

    def write(
        self,
        verb: Callable[..., T],
        *args: Any,
        then: Then = _nothing,
        refused: Then | None = None,
        watch: Watch | None = None,
        because: str = "",
    ) -> None:
        """Run a verb in one transaction, tell the tabs what changed, hand over what it made.

        `because` is kept in the history as the reason.
        """

        def done(outcome: "Done[T]") -> None:
            self.changed.emit(outcome.changed)
            if alive(then):
                then(outcome.value)

        whole = (*args, watch) if watch else args
        ends = Ends(done, refused or self.refused.emit, watch)
        self._start(self._writer, lambda: self.workspace.write_because(because, verb, *whole), ends)

    def try_out(
        self,
        verb: Callable[..., T],
        *args: Any,
        then: Then,
        refused: Then | None = None,
        watch: Watch | None = None,
    ) -> None:
        """Run a verb, take it all back, and hand over what it would have made."""
        whole = (*args, watch) if watch else args
        ends = Ends(then, refused or self.refused.emit, watch)
        self._start(self._writer, lambda: self.workspace.try_out(verb, *whole), ends)

    def do(
        self,
        job: Callable[[], T],
        then: Then = _nothing,
        refused: Then | None = None,
        watch: Watch | None = None,
    ) -> None:
        """Run paper work: reading ledgers, writing reports, drawing pages."""
        self._start(self._paper, job, Ends(then, refused or self.refused.emit, watch))

    def watch(self, title: str) -> Watch:
        """Return the progress of a long job that is about to start: the window shows it."""
        return Watch(title, self)

    def close(self) -> None:
        """Stop what can be stopped, wait for the rest, let the register go."""
        self._closed = True
        for watch in self._watches:
            watch.cancel()
        for worker in (self._writer, self._reader, self._paper):
            worker.shutdown(wait=True, cancel_futures=True)
        if self._workspace is not None:
            self.farewell(self._workspace)
            self._workspace.close()

    def _start(self, worker: ThreadPoolExecutor, job: Callable[[], Any], ends: Ends) -> None:
        if self._closed:
            return  # a timer of a window that is going: nobody waits for the answer
        self._running.add(future := worker.submit(job))
        self.busy.emit(len(self._running))
        if ends.watch is not None:
            self._watches.add(ends.watch)
            self.watched.emit(ends.watch)
        future.add_done_callback(partial(self._tell, ends))

    def _tell(self, ends: Ends, future: Future[Any]) -> None:
        if not future.cancelled():
            self._finished.emit(future, ends)

    def _settle(self, future: Future[Any], ends: Ends) -> None:
        self._running.discard(future)
        self.busy.emit(len(self._running))
        if ends.watch is not None:
            self._watches.discard(ends.watch)
            ends.watch.ended.emit()
        match future.exception():
            case None:
                self._hand(ends.then, future.result())
            case Cancelled() as no:
                self.said.emit(str(no))
                self._hand(ends.refused, no)
            case Refused() as no:
                self._hand(ends.refused, no)
            case bug:
                _log.error("a job crashed", exc_info=bug)
                self.crashed.emit(bug)

    def _hand(self, end: Then, outcome: object) -> None:
        if alive(end):
            end(outcome)
