"""Searching as one types, against the bare index and against LIKE."""

import random

from qyclient.organizations.models import Organization
from qyclient.records.view import View
from qyclient.store.search import _asked
from tests.benchmarks.figures import Figure, percentile, seconds

_SHOWN = 50
_KEYS = 360
_LIKES = 40


def figures(workspace):
    connection = workspace.database.reader.connect()
    words = _typed(connection)
    raw, ours = [], []
    for word in words:
        asked = _asked(word)
        raw.append(seconds(_bare, connection, asked))
        ours.append(seconds(workspace.page, Organization, View(word), 0, _SHOWN))
    like = [seconds(_like, connection, word) for word in words[:_LIKES]]
    counted = [seconds(workspace.count, Organization, View(word)) for word in words]
    number = workspace.count(Organization, View())
    connection.close()
    return [
        Figure(
            f"search among {number:,}, p99", percentile(ours, 0.99), percentile(raw, 0.99), "2.5x"
        ),
        Figure("search, p50", percentile(ours, 0.5), percentile(raw, 0.5), ""),
        Figure(
            "search p99 against LIKE p99", percentile(ours, 0.99), percentile(like, 0.99), "0.02x"
        ),
        Figure("exact count, p99", percentile(counted, 0.99), percentile(like, 0.99), ""),
    ]


def _typed(connection):
    """Return what a clerk types: pieces of names, codes, spellings, of one to six characters."""
    folded = connection.exec_driver_sql("SELECT folded FROM search_text WHERE row % 997 = 1")
    texts = folded.scalars().all()
    chance = random.Random(5)
    words = []
    while len(words) < _KEYS:
        part = chance.choice(chance.choice(texts).split("|"))
        size = chance.randint(1, 6)
        if len(part) >= size:
            start = chance.randrange(len(part) - size + 1)
            words.append(part[start : start + size])
    return words


def _bare(connection, asked):
    sql = "SELECT rowid FROM search_pair WHERE search_pair MATCH ? ORDER BY rowid DESC LIMIT ?"
    return connection.exec_driver_sql(sql, (asked, _SHOWN)).all()


def _like(connection, word):
    sql = "SELECT record_id FROM search_text WHERE folded LIKE '%' || ? || '%'"
    return connection.exec_driver_sql(sql, (word,)).all()
