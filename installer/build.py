#!/usr/bin/env python3
"""Build what offices install.

    python installer/build.py deb -o DIR          on Debian 12, as root; debootstrap has to be there
    python installer/build.py windows -o DIR      on Windows: the installer; elsewhere: its checks
    python installer/build.py try-deb FILE        install it without network in a fresh Debian 11

The first build of a .deb takes a quarter of an hour and needs the network; what it fetched is kept
in --cache, and later builds need none.
"""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from installer.chroot import PYTHON, Chroot, workshop  # noqa: E402 - run as a script
from installer.package import NAME, deb  # noqa: E402
from installer.windows.build import windows  # noqa: E402

LOCKS = (ROOT / "requirements.lock", HERE / "pyinstaller.lock")


def main() -> None:
    """Do what the command line says."""
    line = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    line.add_argument("what", choices=("deb", "windows", "try-deb"))
    line.add_argument("file", nargs="?", type=Path)
    line.add_argument("-o", "--out", type=Path, default=Path("dist"))
    line.add_argument("--cache", type=Path, default=Path.home() / ".cache/qyclient-build")
    asked = line.parse_args()
    asked.cache.mkdir(parents=True, exist_ok=True)
    if asked.what == "try-deb":
        attempt(asked.file, asked.cache)
        return
    asked.out.mkdir(parents=True, exist_ok=True)
    made = {"deb": _deb, "windows": _windows}[asked.what](asked.out.resolve(), asked.cache)
    sys.stdout.write(f"{made}\n")


def version() -> str:
    """Return the version of the program."""
    said = (ROOT / "qyclient/__init__.py").read_text("utf-8")
    return re.search(r'__version__ = "(.+)"', said)[1]


def attempt(package: Path, cache: Path) -> None:
    """Install a package in a fresh Debian 11, take the network away, and let it check itself."""
    root = Chroot.made(cache / "trial", packages=["ca-certificates"])
    shutil.copy(package, root.folder / "opt/qyclient.deb")
    root.shell("apt-get install -y -qq --no-install-recommends /opt/qyclient.deb >/dev/null")
    root.run(NAME, "--self-check", network=False)
    root.shell(f"apt-get remove -y -qq {NAME} >/dev/null && test ! -e /opt/{NAME}", network=False)
    shutil.rmtree(root.folder)


def _deb(out: Path, cache: Path) -> Path:
    root = workshop(cache, LOCKS)
    source = root.folder / "opt/checkout"
    shutil.rmtree(source, ignore_errors=True)
    source.mkdir()
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True
    ).stdout.decode()
    for name in filter(None, tracked.split("\0")):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, source / name)
    root.shell(
        f"cd /opt/checkout && {PYTHON} -m PyInstaller --noconfirm --log-level WARN"
        " --distpath /opt/bundle --workpath /opt/work installer/qyclient.spec",
        network=False,
    )
    machine = {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()]
    return deb(root.folder / "opt/bundle" / NAME, version(), machine, out)


def _windows(out: Path, cache: Path) -> Path:
    return windows(out, cache, LOCKS, version(), is_here=os.name == "nt")


if __name__ == "__main__":
    main()
