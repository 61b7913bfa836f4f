"""The program's own icons, drawn in the ink of the text they stand beside."""

from functools import cache

from PySide6.QtGui import QIcon

from qyclient.assets import asset


@cache
def icon(name: str) -> QIcon:
    """Return an icon of resources/icons; an empty name is no icon."""
    if not name:
        return QIcon()
    drawn = QIcon(str(asset(f"icons/{name}.svg")))
    drawn.addFile(str(asset(f"icons/{name}.svg")), mode=QIcon.Mode.Disabled)
    return drawn
