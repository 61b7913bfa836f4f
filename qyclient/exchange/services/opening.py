"""拆封: a package opened again.

Nothing in it is believed before the signature holds, and nothing is unpacked but what the signed
list names, in the size it names.
"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyrage import DecryptError, decrypt_io

from qyclient.errors import Refused
from qyclient.exchange.rules import limits
from qyclient.exchange.rules.keys import identity_of, verify
from qyclient.exchange.rules.manifest import (
    LINES,
    MAGIC,
    MANIFEST,
    SIGNATURE,
    Header,
    Manifest,
    Part,
    read_header,
    read_manifest,
)
from qyclient.exchange.services.envelope import scratch

BROKEN = "这个数据包不完整或被改动过，没有收进任何内容；请让对方重新写出。"
_STRANGE = "这个数据包的内部结构异常，没有收进任何内容；请让对方重新写出。"
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Opened:
    """A package whose signature holds: its parts are read one by one and held against the list."""

    header: Header
    manifest: Manifest
    archive: zipfile.ZipFile

    def lines(self) -> Iterator[Mapping[str, Any]]:
        """Yield its lines; refused at the end if they are not those that were signed."""
        part = next((p for p in self.manifest.parts if p.name == LINES), None)
        if part is None:
            return
        seen, size = hashlib.sha256(), 0
        with _reading(), self.archive.open(LINES) as stream:
            while line := stream.readline(limits.LINE):
                seen.update(line)
                size += len(line)
                yield _line(line, size, part)
        _refuse_unlike(part, size, seen.hexdigest())

    def part(self, part: Part, out: IO[bytes]) -> None:
        """Copy a part; refused at its end if it is not the one that was signed."""
        seen, size = hashlib.sha256(), 0
        with _reading(), self.archive.open(part.name) as stream:
            while chunk := stream.read(_CHUNK):
                seen.update(chunk)
                size += len(chunk)
                if size > part.size:
                    raise Refused(_STRANGE)
                out.write(chunk)
        _refuse_unlike(part, size, seen.hexdigest())


def outside(stream: IO[bytes]) -> Header:
    """Return what stands on the outside of a package, and leave the stream behind it."""
    if stream.read(len(MAGIC)) != MAGIC:
        raise Refused("这不是数据包，请选择对方用本程序写出的文件。")
    return read_header(stream.readline(limits.HEADER))


@contextmanager
def unwrapped(stream: IO[bytes], key: Ed25519PrivateKey, signs: str) -> Iterator[Opened]:
    """Open a package that was shut for us and signed by whom it says; else refused."""
    with scratch() as inner:
        header = outside(stream)
        try:
            decrypt_io(stream, inner, [identity_of(key)])
        except DecryptError as error:
            if "matching" in str(error):
                raise Refused(
                    "这个数据包打不开：它不是用本机关现在的钥匙封的。"
                    "请把现在的钥匙文件交给对方，让对方重新写出。"
                ) from error
            raise Refused(BROKEN) from error
        except OSError as error:
            if error.errno is None:  # so pyrage says that a piece was altered or is missing
                raise Refused(BROKEN) from error
            raise
        inner.seek(0)
        with _reading(), zipfile.ZipFile(inner) as archive:
            _judge(archive)
            text = _small(archive, MANIFEST, limits.MANIFEST)
            no = f"签名不对：内容被改动过，或不是{header.office}发出的；没有改动。"
            verify(signs, text, _small(archive, SIGNATURE, limits.HEADER), no)
            manifest = read_manifest(text, header)
            _agree(archive, manifest)
            yield Opened(header, manifest, archive)


def _judge(archive: zipfile.ZipFile) -> None:
    """Refuse what no honest package looks like, before anything is unpacked."""
    infos = archive.infolist()
    names = {info.filename for info in infos}
    bloated = any(
        info.file_size > limits.HARMLESS and info.file_size > limits.RATIO * info.compress_size
        for info in infos
    )
    whole = sum(info.file_size for info in infos)
    if bloated or whole > limits.UNPACKED or len(infos) > limits.PARTS:
        raise Refused(f"数据包解开后有 {whole // limits.MEGABYTE} MB，大得异常，没有收进任何内容。")
    if len(names) != len(infos) or not {MANIFEST, SIGNATURE} <= names:
        raise Refused(_STRANGE)


def _agree(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Refuse parts that are not in the signed list, or not in its size."""
    there = {info.filename: info.file_size for info in archive.infolist()}
    told = {part.name: part.size for part in manifest.parts}
    if there.keys() - told.keys() != {MANIFEST, SIGNATURE}:
        raise Refused(_STRANGE)
    if any(there.get(name) != size for name, size in told.items()):
        raise Refused(_STRANGE)


def _small(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    if archive.getinfo(name).file_size > most:
        raise Refused(_STRANGE)
    with archive.open(name) as stream:
        return stream.read(most)


def _line(line: bytes, size: int, part: Part) -> Mapping[str, Any]:
    if size > part.size:
        raise Refused(_STRANGE)
    try:
        said: Mapping[str, Any] = json.loads(line)
    except ValueError as error:
        raise Refused(BROKEN) from error
    return said


def _refuse_unlike(part: Part, size: int, sha256: str) -> None:
    if (size, sha256) != (part.size, part.sha256):
        raise Refused(BROKEN)


@contextmanager
def _reading() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as broken:
        raise Refused(BROKEN) from broken
