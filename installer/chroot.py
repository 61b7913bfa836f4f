"""The old Debian a bundle is made in: what is made on glibc 2.31 also starts on newer ones.

Kept in a cache folder with Python and every wheel, so that the next build needs no network.
"""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from installer.wheels import fetch, linux

SUITE = "bullseye"
"""Debian 11: glibc 2.31, as on Kylin V10 SP1."""

PYTHON_FROM = "bookworm"
"""Debian 12, whose source package of Python 3.11 is built in the older one."""

PYTHON = "/opt/python/bin/python3.11"

_TO_BUILD = [
    "build-essential",
    "ca-certificates",
    "libssl-dev",
    "zlib1g-dev",
    "libbz2-dev",
    "liblzma-dev",
    "libffi-dev",
    "libexpat1-dev",
    "xz-utils",
    "libegl1",
    "libgl1",
    "libglib2.0-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "libcups2",
    "libwayland-cursor0",
    "libwayland-egl1",
]


class Chroot:
    """A Debian in a folder; root is needed to enter it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: str, network: bool = True) -> None:
        """Do something in it; without the network where that is asked."""
        alone = [] if network else ["unshare", "--net"]
        clean = ["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LC_ALL=C.UTF-8"]
        clean += ["DEBIAN_FRONTEND=noninteractive", "QT_QPA_PLATFORM=offscreen"]
        subprocess.run([*alone, "chroot", str(self.folder), *clean, *words], check=True)

    def shell(self, line: str, *, network: bool = True) -> None:
        """Do a line of shell in it."""
        self.run("sh", "-euc", line, network=network)

    @classmethod
    def made(cls, folder: Path, suite: str = SUITE, packages: Iterable[str] = ()) -> "Chroot":
        """Return a fresh one, with some packages."""
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run(["debootstrap", "--variant=minbase", suite, str(folder)], check=True)
        root = cls(folder)
        for name in ("resolv.conf", "hosts"):
            if (host := Path("/etc") / name).exists():
                shutil.copy(host, folder / "etc" / name)
        if wanted := " ".join(packages):
            root.shell(f"apt-get update -qq && apt-get install -y -qq {wanted} >/dev/null")
        return root


def workshop(cache: Path, locks: Iterable[Path]) -> Chroot:
    """Return the Debian to build in, made once: Python compiled, every wheel at hand."""
    folder = cache / f"debian-{SUITE}"
    root = Chroot(folder)
    if not (folder / "opt/python/whole").exists():
        root = Chroot.made(folder, packages=_TO_BUILD)
        _compile_python(root)
        (folder / "opt/python/whole").touch()
    _install(root, fetch(cache / "wheels-linux", locks, linux()), [*locks])
    return root


def _compile_python(root: Chroot) -> None:
    sources = (root.folder / "etc/apt/sources.list").read_text("utf-8").split()
    mirror = next(word for word in sources if "://" in word)
    newer = root.folder / "etc/apt/sources.list.d/python.list"
    newer.write_text(f"deb-src {mirror} {PYTHON_FROM} main\n", "utf-8")
    root.shell(
        "cd /opt && apt-get update -qq && apt-get source -qq --download-only python3.11"
        " && mkdir -p source && tar xf python3.11_*.orig.tar.* -C source --strip-components 1"
        " && cd source && ./configure -q --prefix=/opt/python --enable-shared"
        " LDFLAGS=-Wl,-rpath,/opt/python/lib >/dev/null"
        " && make -s -j$(nproc) >/dev/null && make -s install >/dev/null && rm -rf /opt/source"
    )


def _install(root: Chroot, wheels: Path, locks: list[Path]) -> None:
    inside = root.folder / "opt/wheels"
    shutil.rmtree(inside, ignore_errors=True)
    shutil.copytree(wheels, inside)
    for lock in locks:
        shutil.copy(lock, inside)
        root.shell(
            f"{PYTHON} -m pip install -q --no-index --find-links /opt/wheels --require-hashes"
            f" --root-user-action ignore -r /opt/wheels/{lock.name}",
            network=False,
        )
