"""The one way to reach a file under resources/, also in the packaged program."""

import sys
from pathlib import Path


def asset(name: str) -> Path:
    """Return the path of a resource, named relative to resources/."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).parents[1]))
    return root / "resources" / name
