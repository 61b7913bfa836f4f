"""What an office installs holds the whole program, and says truly what it needs."""

import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

import qyclient
from installer.package import NAME, deb
from qyclient.command_line import parser

HERE = Path(__file__).parents[2] / "installer"
SPEC = (HERE / "qyclient.spec").read_text("utf-8")
LOCK = re.compile(r"^([a-z0-9-]+)==([^ ]+)", re.MULTILINE)


def named(what):
    [words] = re.findall(rf"^{what} = \[(.*?)\]", SPEC, re.MULTILINE)
    return re.findall(r'"([^"]+)"', words)


def pinned(lock):
    return dict(LOCK.findall((HERE.parent / lock).read_text("utf-8")))


KNOWN = sorted({*named("BY_NAME"), *named("DATA"), *named("OURS"), *named("WHOLE")})


@pytest.mark.parametrize("package", KNOWN)
def test_what_is_bundled_by_name_is_there(package):
    assert find_spec(package)


def test_what_is_loaded_late_is_bundled_by_name():
    late = set()
    for source in [*HERE.parent.glob("qyclient/**/*.py"), *HERE.parent.glob("ui/**/*.py")]:
        late |= set(re.findall(r'import_module\("([a-z_0-9]+)', source.read_text("utf-8")))
    assert late <= {*KNOWN, "ctypes"}


def test_both_locks_agree():
    ours, builders = pinned("requirements.lock"), pinned("installer/pyinstaller.lock")
    assert "pyinstaller" in builders
    assert {name: ours[name] for name in builders if name in ours} == {
        name: builders[name] for name in builders if name in ours
    }


def test_the_menu_starts_the_program_that_is_packed():
    entry = (HERE / "linux/qyclient.desktop").read_text("utf-8")
    assert f"Exec={NAME}\n" in entry
    assert f"Icon={NAME}\n" in entry


def test_an_installed_program_can_be_asked_whether_it_is_whole():
    assert parser().parse_args(["--self-check"]).word == "self_check"


@pytest.mark.outside
def test_a_package_holds_the_bundle_a_starter_and_who_it_depends_on(tmp_path):
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / NAME).write_text("#!/bin/sh\n")
    (bundle / NAME).chmod(0o755)
    package = deb(bundle, qyclient.__version__, "amd64", tmp_path)
    listed = subprocess.run(["dpkg-deb", "-c", package], check=True, capture_output=True, text=True)
    for place in (
        f"/opt/{NAME}/{NAME}",
        f"/usr/bin/{NAME}",
        f"/usr/share/applications/{NAME}.desktop",
    ):
        assert f".{place}\n" in listed.stdout
    told = subprocess.run(["dpkg-deb", "-f", package], check=True, capture_output=True, text=True)
    assert f"Version: {qyclient.__version__}\n" in told.stdout
    assert "libc6 (>= 2.31)" in told.stdout
