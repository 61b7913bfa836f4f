"""What a program asked of the disk, in order: read from strace, so that it can be replayed."""

import codecs
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.declared import ROOT

_CALLS = "pwrite64,write,fsync,fdatasync,ftruncate,openat,rename,unlink,mkdir"
_LINE = re.compile(r"^\d+\s+(?P<call>\w+)\((?P<args>.*)\)\s+=\s+(?P<got>\d+)(?:<(?P<path>.*)>)?")
_FD = re.compile(r"^\d+<(?P<path>[^>]*)>(?:\(deleted\))?")
_TEXT = re.compile(r'"(?P<text>(?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class Step:
    """One call: what, on which path, and what with it."""

    call: str
    path: str
    data: bytes = b""
    at: int | None = None
    other: str = ""


def traced(folder, many):
    """Run a child that writes `many` times under strace; return the steps it took in its folder."""
    told = folder.parent / "trace.txt"
    words = [sys.executable, "-m", "tests.faults.cuts", str(folder), str(many)]
    options = ["-f", "-y", "-xx", "-s", "100000000", "-e", f"trace={_CALLS}", "-o", str(told)]
    subprocess.run(["strace", *options, *words], cwd=ROOT, check=True, capture_output=True)
    with told.open(encoding="ascii") as lines:
        steps = [step for line in _joined(lines) if (step := _step(line))]
    told.unlink()
    return [step for step in steps if Path(step.path).is_relative_to(folder)]


def _joined(lines):
    """Yield whole calls: strace cuts one in two where another thread comes between."""
    begun = {}
    for line in lines:
        pid = line.split(" ", 1)[0]
        if line.endswith("<unfinished ...>\n"):
            begun[pid] = line.removesuffix(" <unfinished ...>\n")
        elif " resumed>" in line and pid in begun:
            yield begun.pop(pid) + line.split(" resumed>", 1)[1]
        else:
            yield line


def _step(line):
    if not (found := _LINE.match(line)):
        return None
    call, args = found["call"], found["args"]
    texts = [codecs.escape_decode(text["text"])[0] for text in _TEXT.finditer(args)]
    if call in {"rename", "unlink", "mkdir"}:
        names = [text.decode() for text in texts]
        return Step(call, names[0], other=names[1] if call == "rename" else "")
    if call == "openat":
        made = "O_CREAT" in args or "O_TRUNC" in args
        name = texts[0].decode()
        flags = b"trunc" if "O_TRUNC" in args else b""
        return Step("open", name, flags) if made else None
    path = codecs.escape_decode(_FD.match(args)["path"])[0].decode()
    if call in {"fsync", "fdatasync"}:
        return Step("sync", path)
    if call == "ftruncate":
        return Step("cut", path, at=int(args.rsplit(",", 1)[1]))
    at = int(args.rsplit(",", 1)[1]) if call == "pwrite64" else None
    return Step("write", path, texts[0][: int(found["got"])], at)
