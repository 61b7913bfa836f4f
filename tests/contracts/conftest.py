import pytest

from tests.contracts.bought import Office
from tests.test_app import app  # noqa: F401 - the fixture of that name


@pytest.fixture
def office(county):
    """The sample county with several people at it."""
    return Office(county)
