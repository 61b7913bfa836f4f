"""名称查重 while one types, against one pass of LIKE over the same names."""

import random

from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.services.naming import check_name
from tests.benchmarks.figures import Figure, percentile, seconds

_NAMES = 120
_LIKES = 20


def figures(workspace):
    connection = workspace.database.reader.connect()
    names = _asked(connection)
    workspace.read(check_name, names[0], OrgType.SOCIAL_GROUP)  # loads the readings
    ours = [seconds(workspace.read, check_name, name, OrgType.SOCIAL_GROUP) for name in names]
    like = [seconds(_like, connection, name) for name in names[:_LIKES]]
    connection.close()
    return [
        Figure("name check, p50", percentile(ours, 0.5), percentile(like, 0.5), 1),
        Figure("name check, p99", percentile(ours, 0.99), percentile(like, 0.5)),
    ]


def _asked(connection):
    """Return names that stand, and names that differ from one in a character or its form."""
    chance = random.Random(9)
    names = connection.exec_driver_sql("SELECT name FROM organization WHERE version % 7 = 1")
    found = chance.sample(names.scalars().all()[:200_000], _NAMES)
    changed = []
    for number, name in enumerate(found):
        at = chance.randrange(3, len(name) - 2)
        other = f"{name[:at]}新{name[at + 1 :]}"
        changed.append((name, other, f"{name[:-2]}中心")[number % 3])
    return changed


def _like(connection, name):
    sql = "SELECT id FROM organization WHERE name LIKE '%' || ? || '%'"
    return connection.exec_driver_sql(sql, (name[3:7],)).all()
