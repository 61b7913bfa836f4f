"""Which file system a folder is on, by the text of /proc/self/mountinfo (proc(5))."""

import re
from dataclasses import dataclass

_OCTAL = re.compile(r"\\([0-7]{3})")
_NOTHING = ("", "", "")


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted file system: where, of which type, and its device as major:minor."""

    point: str
    filesystem: str
    device: str


def mount_of(text: str, folder: str) -> Mount:
    """Return the mount that a folder is on: the innermost one, the last if one lies on another."""
    found = Mount(*_NOTHING)
    for line in text.splitlines():
        mount = _read(line)
        inside = mount and f"{folder}/".startswith(f"{mount.point.rstrip('/')}/")
        if mount and inside and len(mount.point) >= len(found.point):
            found = mount
    return found


def _read(line: str) -> Mount | None:
    before, dash, after = line.partition(" - ")
    words, rest = before.split(), after.split()
    if not dash or len(words) < 5 or not rest:  # noqa: PLR2004 - the mount point is the fifth
        return None
    return Mount(_plain(words[4]), rest[0], words[2])


def _plain(text: str) -> str:
    """Return a path as it is: the kernel writes a space as its octal number."""
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), text)
