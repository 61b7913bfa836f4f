"""The one way to reach a file under resources/, also in the packaged program."""

import lzma
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from platformdirs import user_cache_path


def asset(name: str) -> Path:
    """Return the path of a resource, named relative to resources/."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).parents[1]))
    return root / "resources" / name


def unpacked(name: str) -> Path:
    """Return a packed resource (.xz) as a file, unpacked once for each user: fonts take a second.

    Where the user's cache cannot be written, it is unpacked for as long as the program runs.
    """
    packed = asset(name)
    called = f"{packed.stem}-{packed.stat().st_size}"
    kept = user_cache_path("qyclient", appauthor=False) / called
    if kept.is_file():
        return kept
    content = lzma.decompress(packed.read_bytes())
    with suppress(OSError):
        return _written(content, kept)
    return _written(content, Path(_passing().name) / called)


def _written(content: bytes, kept: Path) -> Path:
    kept.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=kept.parent, delete=False) as whole:
        whole.write(content)
    return Path(whole.name).replace(kept)


@cache
def _passing() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="qyclient-")
