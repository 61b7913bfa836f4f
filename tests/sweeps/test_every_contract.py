"""No import contract sleeps: each is broken by the violation planted for it."""

import re
import shutil
import subprocess
import sys

import pytest

from tests.declared import CONTRACTS, ROOT

NAMES = [contract["name"] for contract in CONTRACTS]
PLANTED = {
    "ui above qyclient": ("qyclient/progress.py", "import ui.tabs"),
    "the storeys of qyclient": (
        "qyclient/organizations/reports/registers.py",
        "import qyclient.contracts.models",
    ),
    "the four rooms of a subject": (
        "qyclient/contracts/rules/lists.py",
        "import qyclient.contracts.services.sums",
    ),
    "the storeys of ui": ("ui/contracts/tab.py", "import ui.organizations.tab"),
    "rules are plain Python": ("qyclient/organizations/rules/checks.py", "import sqlalchemy"),
    "reports print what they are given": (
        "qyclient/certificates/reports/sheets.py",
        "import qyclient.organizations.services.register",
    ),
    "paper takes any fields, any records": (
        "qyclient/paper/sheets/table.py",
        "import qyclient.records.base",
    ),
    "in records, two files know SQLAlchemy": ("qyclient/records/field.py", "import sqlalchemy"),
    "the database library is known in one file": ("qyclient/store/guard.py", "import sqlcipher3"),
    "migrations import nothing of ours": (
        "qyclient/store/migrations/env.py",
        "import qyclient.records.columns",
    ),
    "qyclient never sees Qt": ("qyclient/assets.py", "import PySide6"),
    "ui never touches the database itself": ("ui/kit/table.py", "import qyclient.store.entry"),
    "the kit knows fields, no subject": ("ui/kit/form.py", "import qyclient.contracts.models"),
    "no cycles between siblings": ("qyclient/records/kinds.py", "import qyclient.records.choices"),
}
LINT = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"


def _verdicts(folder):
    said = subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return dict(re.findall(r"^(.+?) (KEPT|BROKEN)", said.stdout, re.MULTILINE))


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("copy")
    for name in ("qyclient", "ui"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_it_is_broken_by_what_is_planted_for_it(copy, name):
    file, line = PLANTED[name]
    before = (copy / file).read_text("utf-8")
    (copy / file).write_text(f"{before}\n{line}\n", "utf-8")
    try:
        assert _verdicts(copy)[name] == "BROKEN"
    finally:
        (copy / file).write_text(before, "utf-8")


def test_all_are_kept_as_things_are():
    assert _verdicts(ROOT) == dict.fromkeys(NAMES, "KEPT")
