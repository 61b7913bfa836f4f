"""House rules that no linter knows."""

import ast
from pathlib import Path

import pytest

from tests.declared import CONTRACTS, FILES, ROOMS, ROOT, SUBJECTS

WITHOUT_MEANING = {"utils", "util", "helpers", "common", "misc", "manager", "controller"}
LONGEST = {
    Path("ui/main_window.py"): 80,
    Path("qyclient/organizations/models/body.py"): 250,  # one noun, a line for each of its fields
}
every_file = pytest.mark.parametrize("path", FILES, ids=str)


@every_file
def test_small_and_named(path):
    usual = 300 if path.parts[0] == "tests" else 200
    assert len((ROOT / path).read_text("utf-8").splitlines()) <= LONGEST.get(path, usual)
    assert not {path.stem, *path.parent.parts} & WITHOUT_MEANING


@every_file
def test_only_the_workspace_ends_a_transaction(path):
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    ends = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)} & {"commit", "rollback"}
    assert not ends or path == Path("qyclient/workspace.py") or path.parts[0] == "tests"


@every_file
def test_nothing_catches_every_exception(path):
    caught = [
        ast.unparse(node.type) if node.type else "everything"
        for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
    ]
    assert not {"everything", "Exception", "BaseException"} & {*caught} or path.parts[0] == "ui"


@every_file
def test_it_names_no_place_of_one_machine(path):
    lines = (ROOT / path).read_text("utf-8").splitlines()
    places = ("/" + "work/", "/" + "root/", "/" + "tmp/", "/" + "home/")
    assert [line for line in lines if any(place in line for place in places)] == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_has_the_same_rooms(subject):
    inside = (ROOT / "qyclient" / subject).iterdir()
    assert {path.stem for path in inside if path.name != "__pycache__"} == {"__init__", *ROOMS}
    [contract] = [c for c in CONTRACTS if c["name"] == "the four rooms of a subject"]
    assert f"qyclient.{subject}" in contract["containers"]
    assert (ROOT / "tests" / subject).is_dir()
