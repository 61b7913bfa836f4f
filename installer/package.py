"""What a .deb is made of: the bundle in /opt, a starter, a menu entry, and who it depends on."""

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
NAME = "qyclient"

DEPENDS = (
    "libc6 (>= 2.31), libegl1, libgl1, libglib2.0-0 | libglib2.0-0t64, libdbus-1-3, "
    "libfontconfig1, libxkbcommon0, libxkbcommon-x11-0, libxcb-icccm4, libxcb-image0, "
    "libxcb-keysyms1, libxcb-randr0, libxcb-render-util0, libxcb-shape0, libxcb-xkb1"
)
RECOMMENDS = "libcups2 | libcups2t64, libxcb-cursor0, libwayland-cursor0, libwayland-egl1"

CONTROL = """\
Package: {name}
Version: {version}
Architecture: {machine}
Maintainer: qyclient <qyclient@localhost>
Section: misc
Priority: optional
Depends: {depends}
Recommends: {recommends}
Installed-Size: {size}
Description: civil-affairs office desk client
 社会组织登记、登记证书、政府购买服务与绩效评价。不联网，数据只在本机。
 Removing the package leaves every register where it is.
"""


def deb(bundle: Path, version: str, machine: str, out: Path) -> Path:
    """Pack a bundle; return the package."""
    tree = out / f".{NAME}-{version}"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(bundle, tree / "opt" / NAME, symlinks=True)
    _put(tree / "usr/bin" / NAME, f'#!/bin/sh\nexec /opt/{NAME}/{NAME} "$@"\n', mode=0o755)
    for source, place in _SHOWN.items():
        (tree / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE.parent / source, tree / place)
    size = sum(file.lstat().st_size for file in tree.rglob("*")) // 1024
    control = CONTROL.format(
        name=NAME,
        version=version,
        machine=machine,
        depends=DEPENDS,
        recommends=RECOMMENDS,
        size=size,
    )
    _put(tree / "DEBIAN/control", control)
    package = out / f"{NAME}_{version}_{machine}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(package)], check=True
    )
    shutil.rmtree(tree)
    return package


_SHOWN = {
    "installer/linux/qyclient.desktop": f"usr/share/applications/{NAME}.desktop",
    "resources/icons/program.svg": f"usr/share/icons/hicolor/scalable/apps/{NAME}.svg",
    "LICENSE": f"usr/share/doc/{NAME}/copyright",
}


def _put(file: Path, text: str, mode: int = 0o644) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    file.chmod(mode)
