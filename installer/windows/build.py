"""The installer for Windows: made on Windows; elsewhere, what can be checked of it without one."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from installer.wheels import WINDOWS, fetch

HERE = Path(__file__).parent
SPEC = HERE.parent / "qyclient.spec"


def windows(out: Path, cache: Path, locks: Iterable[Path], version: str, *, is_here: bool) -> Path:
    """Return the installer; where this is no Windows, the folder of what was checked."""
    return _made(out, version) if is_here else _checked(out, cache, locks, version)


def _made(out: Path, version: str) -> Path:
    """Bundle and pack. Needs Python with both locks installed, and NSIS (makensis)."""
    spec = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--distpath", str(out), str(SPEC)]
    subprocess.run(spec, check=True)
    return _packed(out / "qyclient", out, version)


def _checked(out: Path, cache: Path, locks: Iterable[Path], version: str) -> Path:
    """Look whether every library has a wheel for Windows, and whether NSIS takes the script."""
    wheels = fetch(cache / "wheels-windows", locks, WINDOWS)
    stand_in = out / "stand-in"
    stand_in.mkdir(parents=True, exist_ok=True)
    (stand_in / "qyclient.exe").write_bytes(b"")
    _packed(stand_in, out, version).unlink()
    shutil.rmtree(stand_in)
    return wheels


def _packed(bundle: Path, out: Path, version: str) -> Path:
    setup = out / f"qyclient-{version}-setup.exe"
    said = {"BUNDLE": bundle, "OUT": setup, "VERSION": version}
    defined = [f"-D{name}={value}" for name, value in said.items()]
    script = str(HERE / "qyclient.nsi")
    subprocess.run(
        ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, script], check=True
    )
    return setup
