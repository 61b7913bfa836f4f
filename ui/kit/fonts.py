"""The fonts and colours of the window."""

from pathlib import Path

from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from qyclient.assets import unpacked
from qyclient.paper.lent_fonts import lent

TEXT = "CertHei"
RARE = "HanaMinB"
FAMILIES = ["Cert Hei", "HanaMinB"]
"""The second is looked in for what the first does not have: names hold the rarest characters."""

_COLOURS = {
    QPalette.ColorRole.Window: "#f3f5f7",
    QPalette.ColorRole.WindowText: "#1c232b",
    QPalette.ColorRole.Base: "#ffffff",
    QPalette.ColorRole.AlternateBase: "#f8f9fb",
    QPalette.ColorRole.Text: "#1c232b",
    QPalette.ColorRole.Button: "#f3f5f7",
    QPalette.ColorRole.ButtonText: "#1c232b",
    QPalette.ColorRole.Highlight: "#d6e6f7",
    QPalette.ColorRole.HighlightedText: "#10243b",
    QPalette.ColorRole.PlaceholderText: "#6b7580",
    QPalette.ColorRole.ToolTipBase: "#2b333c",
    QPalette.ColorRole.ToolTipText: "#ffffff",
    QPalette.ColorRole.Link: "#1d5fa8",
    QPalette.ColorRole.Accent: "#1d5fa8",
}


def file_of(name: str) -> Path:
    """Return the file of a font."""
    return unpacked(f"fonts/{name}.ttf.xz")


def add(font: Path) -> None:
    """Let Qt draw with a font; of a file it reads only what it draws."""
    QFontDatabase.addApplicationFont(str(font))


def add_lent() -> None:
    """Let Qt draw with the fonts an office added, where ours lack a character."""
    font = QApplication.font()
    for key, data in lent().items():
        if key not in _drawn:
            _drawn.add(key)
            added = QFontDatabase.applicationFontFamilies(
                QFontDatabase.addApplicationFontFromData(data)
            )
            font.setFamilies([*font.families(), *added])
            QApplication.setFont(font)


_drawn: set[str] = set()


def palette() -> QPalette:
    """Return the one palette: quiet greys and one accent."""
    colours = QPalette()
    for role, colour in _COLOURS.items():
        colours.setColor(role, QColor(colour))
    grey = QPalette.ColorGroup.Disabled
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        colours.setColor(grey, role, QColor("#8a939c"))
    return colours
