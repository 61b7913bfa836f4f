"""封装: parts in a ZIP, signed by the sender and shut for the receiver (age)."""

import hashlib
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from tempfile import SpooledTemporaryFile
from typing import IO

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyrage import encrypt_io

from qyclient.exchange.rules import limits
from qyclient.exchange.rules.keys import recipient
from qyclient.exchange.rules.manifest import (
    MAGIC,
    MANIFEST,
    SIGNATURE,
    Header,
    Manifest,
    Part,
    header_of,
)

_CHUNK = 1024 * 1024


@contextmanager
def scratch() -> Iterator[IO[bytes]]:
    """Give room for what is put together: in memory, and if large in a file without a name."""
    with SpooledTemporaryFile(max_size=limits.IN_MEMORY) as room:
        yield room


def wrap(
    out: IO[bytes],
    manifest: Manifest,
    parts: Mapping[str, IO[bytes]],
    key: Ed25519PrivateKey,
    receives: str,
) -> Header:
    """Write a package to `out`; return what stands on its outside."""
    with scratch() as inner:
        with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            told = tuple(_put(archive, name, stream) for name, stream in parts.items())
            whole = replace(manifest, parts=told)
            archive.writestr(MANIFEST, whole.text())
            archive.writestr(SIGNATURE, key.sign(whole.text()))
        inner.seek(0)
        header = header_of(whole)
        out.write(MAGIC + header.text())
        encrypt_io(inner, out, [recipient(receives)])
    return header


def _put(archive: zipfile.ZipFile, name: str, stream: IO[bytes]) -> Part:
    seen, size = hashlib.sha256(), 0
    stream.seek(0)
    with archive.open(name, "w", force_zip64=True) as inside:
        while chunk := stream.read(_CHUNK):
            seen.update(chunk)
            size += len(chunk)
            inside.write(chunk)
    return Part(name, size, seen.hexdigest())
