"""A package onto the stick: whole or not at all, and read back before anybody leaves with it."""

import hashlib
import os
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.exchange.models import Package
from qyclient.exchange.rules.lists import State, Way
from qyclient.paper.atomic import write_bytes
from qyclient.paper.kept_files import kept
from qyclient.store.listing import linked

_CHUNK = 1024 * 1024


def export(session: Session, key: UUID, path: Path) -> Package:
    """Write a package that was made to a file, and look whether it can be read back."""
    package = the_package(session, key)
    if package.way is Way.IN:
        raise Refused("收到的数据包不用写出。")
    write_bytes(path, kept(session.info["folder"], package.sha256))
    if _read_back(path) != package.sha256:
        path.unlink(missing_ok=True)
        raise Refused(
            f"写到“{path.name}”的内容读回来不一样，已删除；这个 U 盘可能坏了，请换一个再写。"
        )
    if package.state is State.CREATED:
        package.state = State.EXPORTED
    package.written_to = str(path)
    return package


def the_package(session: Session, key: UUID) -> Package:
    """Return a package with whom it is exchanged; refused if it is gone."""
    found = session.scalar(linked(Package).where(Package.id == key))
    if found is None:
        raise Refused("这个数据包已不存在。")
    return found


def _read_back(path: Path) -> str:
    """Return the fingerprint of what lies on the disk, not of what is still in memory."""
    seen = hashlib.sha256()
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while chunk := file.read(_CHUNK):
            seen.update(chunk)
    return seen.hexdigest()
