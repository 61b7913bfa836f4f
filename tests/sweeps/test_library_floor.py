"""What the libraries under the house must hold, since worse ones have been shipped."""

import re
import sys
from importlib.metadata import files
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPalette,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from sqlcipher3 import dbapi2 as sqlite

from qyclient.store.engine import OLDEST_SQLITE
from tests.declared import ROOT

ROUNDS = 10_000
NEWEST_GLIBC = (2, 31)
"""What Kylin V10 and UOS V20 have."""


def _void_calls():
    """Return calls of Qt that return nothing, of twenty-five sorts."""
    widget, label, edit, button = QWidget(), QLabel(), QLineEdit(), QPushButton()
    box, check, spin, bar = QComboBox(), QCheckBox(), QSpinBox(), QProgressBar()
    layout, timer, thing, pen = QVBoxLayout(), QTimer(), QObject(), QPen()
    model, item, image = (
        QStandardItemModel(),
        QStandardItem(),
        QImage(9, 9, QImage.Format.Format_RGB32),
    )
    painter, rect, palette = QPainter(image), QRect(0, 0, 1, 1), QPalette()
    box.addItem("甲")
    calls = [
        lambda: widget.resize(3, 3),
        lambda: widget.move(1, 1),
        lambda: widget.setToolTip("说明"),
        widget.update,
        lambda: widget.setEnabled(True),
        lambda: widget.setPalette(palette),
        lambda: label.setText("字"),
        lambda: label.setWordWrap(True),
        lambda: edit.setText("字"),
        edit.clear,
        lambda: edit.setReadOnly(False),
        lambda: button.setText("保存"),
        lambda: box.setCurrentIndex(0),
        lambda: box.setItemText(0, "乙"),
        lambda: check.setChecked(True),
        lambda: spin.setValue(3),
        lambda: bar.setRange(0, 9),
        lambda: layout.setSpacing(2),
        lambda: timer.setInterval(5),
        lambda: thing.setObjectName("名"),
        lambda: pen.setWidth(2),
        lambda: model.setRowCount(1),
        lambda: item.setText("项"),
        lambda: painter.drawLine(QPoint(0, 0), QPoint(2, 2)),
        lambda: painter.setPen(QColor("red")),
        lambda: rect.setWidth(2),
    ]
    return calls, (painter, image)


def test_no_call_of_qt_loses_a_reference_to_none(qapp):
    calls, (painter, _image) = _void_calls()
    before = sys.getrefcount(None)
    for _ in range(ROUNDS // len(calls)):
        for call in calls:
            call()
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < len(calls)


def test_sqlite_is_newer_than_its_damaging_fault():
    assert sqlite.sqlite_version_info >= OLDEST_SQLITE >= (3, 51, 3)


def test_qts_own_sqlite_is_never_loaded():
    named = [path for path in ROOT.glob("[iqu]*/**/*.py") if "QtSql" in path.read_text("utf-8")]
    assert named == []
    assert "PySide6.QtSql" not in sys.modules


@pytest.mark.skipif(sys.platform != "linux", reason="glibc is of Linux")
def test_no_library_of_qt_needs_a_newer_glibc_than_the_offices_have():
    libraries = [
        Path(file.locate())
        for package in ("PySide6-Essentials", "shiboken6")
        for file in files(package) or ()
        if ".so" in file.name
    ]
    asked = {
        tuple(map(int, found.split(b".")))
        for library in libraries
        for found in re.findall(rb"GLIBC_(2\.\d+)", library.read_bytes())
    }
    assert len(libraries) > 20
    assert max(asked) <= NEWEST_GLIBC
