"""Which folder holds this user's register: remembered in one small file."""

import json
from contextlib import suppress
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from qyclient.paper.atomic import write_bytes

_OWN, _SAMPLE = "register", "样例县"


class Memory:
    """The settings file; what cannot be read is as if nothing were remembered."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @property
    def folder(self) -> Path | None:
        """Return the folder that was chosen; None if none was."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            return Path(json.loads(self._file.read_text("utf-8"))["folder"])
        return None

    def keep(self, folder: Path) -> None:
        """Remember a folder; refused where the file cannot be written."""
        with suppress(OSError):  # what stands in the way is said by the writing itself
            self._file.parent.mkdir(parents=True, exist_ok=True)
        kept = {"folder": str(folder.absolute())}
        write_bytes(self._file, json.dumps(kept, ensure_ascii=False, indent=1).encode())


def own_memory() -> Memory:
    """Return what this user's program remembers."""
    return Memory(user_config_path("qyclient", appauthor=False) / "settings.json")


def usual_folder() -> Path:
    """Return where a register is kept unless another place was chosen."""
    return user_data_path("qyclient", appauthor=False) / _OWN


def sample_folder() -> Path:
    """Return where the sample county is kept: never where a register is."""
    return user_data_path("qyclient", appauthor=False) / _SAMPLE
