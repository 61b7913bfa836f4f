"""What every test may use: a register at its newest revision, and a clock of our own."""

import os
import shutil
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qyclient.office.services import establish
from qyclient.organizations.rules.legal_changes import CORRECTION
from qyclient.sample.county import fill
from qyclient.workspace import REGISTER, Workspace

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
"""A working day in the office."""

CORRECTED = f"{CORRECTION}录错"
"""Why a test changes what registration covers: it is not about how that is decided."""


def open_at(folder, operator="张三"):
    return Workspace(folder, operator, lambda: NOW)


def _made(folder, verb, *args):
    workspace = open_at(folder)
    workspace.write(verb, *args)
    workspace.close()
    return folder / REGISTER


@pytest.fixture(scope="session")
def empty_register(tmp_path_factory):
    """An office's register without a body, made once."""
    return _made(tmp_path_factory.mktemp("empty"), establish, "441803")


@pytest.fixture(scope="session")
def sample_register(tmp_path_factory):
    """The sample county, made once."""
    return _made(tmp_path_factory.mktemp("sample"), fill, "441803")


@pytest.fixture
def workspace(empty_register, tmp_path):
    """An office's register without a body, of this test alone."""
    yield from _opened(empty_register, tmp_path / "register")


@pytest.fixture
def county(sample_register, tmp_path):
    """The sample county, of this test alone, with its first operator at the desk."""
    yield from _opened(sample_register, tmp_path / "county", "张晓梅")


def _opened(register, folder, operator="张三"):
    folder.mkdir()
    shutil.copy(register, folder / REGISTER)
    workspace = open_at(folder, operator)
    yield workspace
    workspace.close()
