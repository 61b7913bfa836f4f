"""A picture of every tab, dialog and state, so that anyone can look at the whole program."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from qyclient.sample.county import fill
from qyclient.workspace import Workspace
from ui.application import make_application
from ui.gallery.scenes import SCENES
from ui.gallery.stage import Stage
from ui.gallery.states import STATES
from ui.kit import fonts
from ui.office.opening import Opening
from ui.windows import Windows

_AREA = "441803"
_OPERATOR = "张晓梅"
SCALES = (1.0, 1.5)


def draw(output: Path, clock: Callable[[], datetime]) -> int:
    """Fill a register with the sample county and draw everything from it; return 0.

    No screen is needed, and none is used.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with TemporaryDirectory() as folder:
        full, empty = Path(folder) / "county", Path(folder) / "empty"
        register = Workspace(full, _OPERATOR, clock)
        register.write(fill, _AREA)
        register.close()
        draw_register(full, empty, output, clock)
    return 0


def draw_register(full: Path, empty: Path, output: Path, clock: Callable[[], datetime]) -> None:
    """Draw every scene of a register, and what an empty one shows, in every scale."""
    make_application()
    fonts.add(fonts.file_of(fonts.RARE))
    for folder, scenes in ((full, SCENES), (empty, STATES)):
        opening = Opening(folder, _OPERATOR, clock)
        window = Windows(opening).show_own()
        stage = Stage(window, opening, output, SCALES)
        for name, scene in scenes.items():
            stage.play(name, scene)
        window.close()
