"""Looking at the machine: what it says of a folder that may hold a register."""

import os
import shutil
import sys
from ctypes import CDLL
from importlib import import_module
from pathlib import Path

from qyclient.premises.kinds import Facts, marker_names
from qyclient.premises.mounts import mount_of

_MOUNTS = Path("/proc/self/mountinfo")
_DEVICES = Path("/sys/dev/block")
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4
"""What GetDriveTypeW returns."""


def facts_of(folder: Path) -> Facts:
    """Return what the machine says of a folder, which need not be there yet."""
    whole = _whole(folder)
    there = next(path for path in (whole, *whole.parents) if path.exists() or path == path.parent)
    filesystem, remote, removable = _disk(whole, there)
    return Facts(
        folder=str(whole),
        parts=whole.parts,
        markers=_markers(there),
        filesystem=filesystem,
        remote=remote,
        removable=removable,
        blocked=_blocked(there),
        room=_room(there),
    )


def _whole(folder: Path) -> Path:
    try:
        return folder.resolve()
    except OSError:  # a drive that is gone: it is judged by its name
        return folder.absolute()


def _disk(whole: Path, there: Path) -> tuple[str, bool, bool]:
    """Return the file system, whether it is on another machine, whether it can be pulled out."""
    if sys.platform == "win32":
        return _drive(whole)
    if not _MOUNTS.exists():
        return "", False, False
    mount = mount_of(_MOUNTS.read_text("utf-8", "surrogateescape"), str(there))
    return mount.filesystem, False, _pulled_out(mount.device)


def _drive(whole: Path) -> tuple[str, bool, bool]:
    if whole.drive.startswith("\\\\"):
        return "", True, False
    windows: CDLL = import_module("ctypes").windll.kernel32
    kind = windows.GetDriveTypeW(whole.anchor)
    return "", kind == _DRIVE_REMOTE, kind == _DRIVE_REMOVABLE


def _pulled_out(device: str) -> bool:
    """Say whether a device, or the disk it is a part of, is on USB or says it is removable."""
    if not (_DEVICES / device).exists():
        return False
    disk = (_DEVICES / device).resolve()
    if any(part.startswith("usb") for part in disk.parts):
        return True
    flags = [path / "removable" for path in (disk, disk.parent)]
    return any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags)


def _markers(there: Path) -> frozenset[str]:
    names = marker_names()
    return frozenset(
        name for path in (there, *there.parents) for name in names if (path / name).exists()
    )


def _blocked(there: Path) -> str:
    if not there.is_dir():
        return f"{there.name} 不是文件夹" if there.exists() else "没有这个磁盘"
    return "" if os.access(there, os.W_OK | os.X_OK) else "没有写入权限"


def _room(there: Path) -> int | None:
    try:
        disk = shutil.disk_usage(there)
    except OSError:
        return None
    return disk.free if disk.total else None
