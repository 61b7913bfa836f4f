import json
from pathlib import Path

import pytest

from qyclient.organizations.services.intake import take_in
from qyclient.organizations.services.ledgers import read_ledgers
from qyclient.progress import Silent

LEDGERS = Path(__file__).parents[1] / "ledgers"


@pytest.fixture(scope="session")
def truth():
    """What a careful clerk would have entered of the two ledgers, row by row."""
    return json.loads((LEDGERS / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def ledgers():
    """The two ledgers, read once: reading starts a process of its own."""
    files = [LEDGERS / "roster_associations.xlsx", LEDGERS / "roster_service_units.xls"]
    return read_ledgers(files, Silent())


@pytest.fixture
def bring():
    """Import ledgers, or files, into a register; return what became of the rows."""

    def bring(workspace, given, reason=""):
        found = given if isinstance(given, list) else read_ledgers([given], Silent())
        return workspace.write(take_in, found, reason, Silent())

    return bring
