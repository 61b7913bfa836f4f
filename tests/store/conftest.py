import shutil

import pytest

from qyclient.workspace import REGISTER
from tests.conftest import open_at


@pytest.fixture(scope="module")
def standing(sample_register, tmp_path_factory):
    """The sample county for the tests of one file, which only read it."""
    folder = tmp_path_factory.mktemp("standing")
    shutil.copy(sample_register, folder / REGISTER)
    workspace = open_at(folder)
    yield workspace
    workspace.close()
