"""Which register a window is about: where it is looked for, who works with it, by which clock."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from qyclient.premises.memory import Memory


@dataclass(frozen=True, slots=True)
class Opening:
    """`memory` is None where the folder was given on the command line: then it is not kept."""

    folder: Path
    operator: str
    clock: Callable[[], datetime]
    memory: Memory | None = None

    @property
    def remembered(self) -> bool:
        """Say whether this folder was chosen before, so that a register should be there."""
        return self.memory is not None and self.memory.folder == self.folder

    def at(self, folder: Path) -> "Opening":
        """Return the same for another folder."""
        return replace(self, folder=folder)

    def keep(self) -> None:
        """Remember the folder, where it is not given on the command line."""
        if self.memory is not None and not self.remembered:
            self.memory.keep(self.folder)
