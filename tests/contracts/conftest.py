import pytest

from tests.contracts.bought import Office


@pytest.fixture
def office(county):
    """The sample county with several people at it."""
    return Office(county)
