"""The README's guide is followed step by step, its house and the licences are what there is."""

import re
import shutil
import subprocess
import sys

import pytest

from tests.declared import CONTRACTS, ROOT
from tests.shipped import shipped, stated

README = (ROOT / "README.md").read_text("utf-8")
GUIDE = README.split("## For those who carry it on")[1].split("\n## ")[0]
PARTS = {part.split("**")[0]: part for part in re.split(r"(?m)^\*\*", GUIDE)[1:]}
LICENCES = (ROOT / "resources/help/licences.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| (\S+) \| (.+?) \|$", LICENCES, re.MULTILINE))


@pytest.fixture
def checkout(tmp_path):
    folder = tmp_path / "checkout"
    folder.mkdir()
    for name in ("qyclient", "ui", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("app.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    (folder / "resources").symlink_to(ROOT / "resources")
    return folder


def _follow(part, folder):
    """Do what a part of the guide says: change the files it shows, call what it calls."""
    for sort, block in re.findall(r"```(diff|sh)\n(.*?)```", part, re.DOTALL):
        if sort == "diff":
            _change(folder, *block.splitlines())
        for line in block.splitlines() if sort == "sh" else ():
            _call(line, folder)


def _change(folder, file, *lines):
    before = "\n".join(line[1:] for line in lines if line[0] != "+") + "\n"
    after = "\n".join(line[1:] for line in lines if line[0] != "-") + "\n"
    text = (folder / file).read_text("utf-8")
    assert text.count(before) == 1
    (folder / file).write_text(text.replace(before, after), "utf-8")


def _call(line, folder):
    found = re.fullmatch(r'\./run (?:revise "(?P<what>.+)"|test (?P<tests>.+))', line)
    assert found
    words = (
        ["app.py", "revise", found["what"]]
        if found["what"]
        else ["-m", "pytest", "-q", "-p", "no:cacheprovider", *found["tests"].split()]
    )
    done = subprocess.run(
        [sys.executable, *words], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_field_is_added_as_the_guide_says(checkout):
    versions = checkout / "qyclient/store/migrations/versions"
    before = set(versions.glob("*.py"))
    _follow(PARTS["A field"], checkout)
    [made] = set(versions.glob("*.py")) - before
    assert "Column('phone'" in made.read_text("utf-8")


def test_a_report_is_added_as_the_guide_says(checkout):
    _follow(PARTS["A report"], checkout)


@pytest.mark.parametrize("package", ["qyclient", "ui"])
def test_the_house_in_the_readme_has_every_room_of_the_contracts(package):
    house = README.split("## The house")[1].split("```")[1]
    part = re.split(r"(?m)^(?=\S)", house.split(f"\n{package}/")[1])[0]
    shown = set(re.findall(r"(?m)(?:^|(?<=/))  ?([a-z_]+)(?:/|\.py)|(?<=/ )([a-z_]+)/", part))
    names = {name for pair in shown for name in pair}
    [contract] = [c for c in CONTRACTS if c.get("containers") == [package]]
    rooms = {room for layer in contract["layers"] for room in layer.split(" | ")}
    assert rooms - names == set()


def test_every_library_that_travels_with_the_program_is_in_the_licences():
    libraries = shipped()
    assert {name for name in libraries if name not in ROWS} == set()
    wrong = {name: stated(m) for name, m in libraries.items() if stated(m) not in ROWS[name]}
    assert wrong == {}


def test_every_licence_file_of_fonts_and_pages_is_named():
    files = [
        path.name for place in ("fonts", "verify")
        for path in (ROOT / "resources" / place / "licences").iterdir()
    ]  # fmt: skip
    assert [name for name in files if name not in LICENCES] == []
