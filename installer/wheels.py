"""The wheels the locks name, for another system than this one, fetched once."""

import platform
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

WINDOWS = ("win_amd64",)

_GLIBC = ("2_31", "2_28", "2_27", "2_26", "2_24", "2_17", "2014", "2_12", "2010", "2_5", "1")
"""What a wheel that runs on glibc 2.31 may say of itself, newest first."""


def linux() -> tuple[str, ...]:
    """Return the names of Linux with glibc 2.31 on this kind of machine."""
    return tuple(
        f"manylinux{'' if glibc in {'2014', '2010', '1'} else '_'}{glibc}_{platform.machine()}"
        for glibc in _GLIBC
    )


def fetch(folder: Path, locks: Iterable[Path], systems: Iterable[str]) -> Path:
    """Bring them by the pip of this machine; what was fetched is told by the locks themselves."""
    locks = [*locks]
    wanted = "".join(lock.read_text("utf-8") for lock in locks)
    told = folder / "of"
    if told.exists() and told.read_text("utf-8") == wanted:
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    line = [sys.executable, "-m", "pip", "download", "-q", "--require-hashes", "--no-deps"]
    line += ["--only-binary=:all:", "--python-version", "3.11", "-d", str(folder)]
    line += [word for system in systems for word in ("--platform", system)]
    for lock in locks:
        subprocess.run([*line, "-r", str(lock)], check=True)
    told.write_text(wanted, "utf-8")
    return folder
