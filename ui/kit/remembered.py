"""Small things a window remembers beside the register: where the scanner puts its pages."""

from pathlib import Path

from PySide6.QtCore import QSettings

from ui.kit.table_layout import FILE


def remembered(folder: Path, key: str) -> str:
    """Return what was remembered, or nothing."""
    return str(_settings(folder).value(key, "") or "")


def remember(folder: Path, key: str, value: str) -> None:
    """Remember a value for the next time."""
    _settings(folder).setValue(key, value)


def _settings(folder: Path) -> QSettings:
    return QSettings(str(folder / FILE), QSettings.Format.IniFormat)
