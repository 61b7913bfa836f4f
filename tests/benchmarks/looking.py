"""One process that looks around in a table, and says what that took: `table` starts it."""

import json
import random
import sys
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QTableView

from qyclient.organizations.models import Organization
from qyclient.records.base import fields_of
from qyclient.records.view import View
from qyclient.workspace import Workspace
from tests.benchmarks.crowd import clock
from tests.benchmarks.figures import percentile, rss_mb, seconds
from ui.application import make_application
from ui.kit.columns import table_columns
from ui.kit.jobs import Jobs
from ui.kit.table import RecordTable
from ui.kit.table_model import RecordsModel
from ui.kit.table_pages import KEPT, PAGE

_STEPS, _JUMPS = 40, 40
_ROWS = 1_000_000


class Constant(QAbstractTableModel):
    """The least a model in Python can do."""

    def __init__(self, columns):
        super().__init__()
        self._columns = columns

    def rowCount(self, _parent=None):  # noqa: N802
        return _ROWS

    def columnCount(self, _parent=None):  # noqa: N802
        return self._columns

    def data(self, _index, role=Qt.ItemDataRole.DisplayRole):
        return "清新区太和镇象棋协会" if role == Qt.ItemDataRole.DisplayRole else None

    def row(self, number):
        return number


def main(kind, folder):
    """Paint a table, turn the wheel, drag the scroll bar."""
    app = make_application()
    jobs = Jobs()
    columns = table_columns(fields_of(Organization))
    jobs.open(partial(Workspace, Path(folder), "基准", clock), lambda _workspace: None)
    until(app, lambda: jobs.idle)
    before, began = rss_mb(), time.perf_counter()
    if kind == "records":
        model = RecordsModel(jobs, Organization, columns)
        table = RecordTable(jobs, model)
        model.look(View())
    else:
        model, table = Constant(len(columns)), QTableView()
        table.setModel(model)
    table.resize(1200, 700)
    table.show()
    until(app, lambda: model.rowCount() and model.row(0) is not None)
    table.viewport().repaint()
    paint = time.perf_counter() - began
    until(app, lambda: jobs.idle)  # by now the rows are counted
    bar = table.verticalScrollBar()
    steps = [seconds(look_at, app, table, model, bar.value() + 3) for _ in range(_STEPS)]
    chance = random.Random(3)
    rows = [chance.randrange(bar.maximum()) for _ in range(_JUMPS)]
    jumps = [seconds(look_at, app, table, model, row) for row in rows]
    said = {
        "rows": model.rowCount(),
        "held": sum(model.row(page * PAGE) is not None for page in range(_ROWS // PAGE)) * PAGE,
        "paint": paint,
        "step": percentile(steps, 0.5),
        "jump": percentile(jumps, 0.5),
        "mb": rss_mb() - before,
    }
    assert kind == "constant" or said["held"] <= KEPT * PAGE
    sys.stdout.write(json.dumps(said))
    jobs.close()


def look_at(app, table, model, row):
    """Bring a row to the top, and wait until all that is seen is painted."""
    table.verticalScrollBar().setValue(row)
    table.viewport().repaint()
    last = min(model.rowCount(), row + table.rowAt(table.viewport().height() - 1) - table.rowAt(0))
    until(app, lambda: model.row(row) is not None and model.row(last - 1) is not None)
    table.viewport().repaint()


def until(app, condition):
    """Let the application work until something holds."""
    app.processEvents()
    while not condition():
        app.processEvents()
        time.sleep(0.0002)


if __name__ == "__main__":
    main(*sys.argv[1:])
