"""The one way to reach a file under resources/, also in the packaged program."""

import lzma
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from platformdirs import user_cache_path


def asset(name: str) -> Path:
    """Return the path of a resource, named relative to resources/."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).parents[1]))
    return root / "resources" / name


def unpacked(name: str) -> bytes:
    """Return a packed resource (.xz), unpacked once for each user: fonts take a second to unpack.

    Where the user's cache cannot be written, it is unpacked each time.
    """
    packed = asset(name)
    kept = user_cache_path("qyclient", appauthor=False) / f"{packed.stem}-{packed.stat().st_size}"
    with suppress(OSError):
        return kept.read_bytes()
    content = lzma.decompress(packed.read_bytes())
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=kept.parent, delete=False) as whole:
            whole.write(content)
        Path(whole.name).replace(kept)
    return content
