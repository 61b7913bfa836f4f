"""Searching as one types, against the bare index and against LIKE; and whether all is found."""

import random

from qyclient.organizations.models import Organization
from qyclient.records.view import View
from qyclient.store.search import _asked, _range, fold, matching
from tests.benchmarks.figures import Figure, percentile, seconds

_SHOWN = 50
_KEYS = 360
_LIKES = 15
_PIECES = 10_000
_ROUNDS = 3


def figures(workspace):
    """Type pieces of what bodies are found by, each in turn against the bare index."""
    connection = workspace.database.reader.connect()
    words = typed(connection, 997, _KEYS)
    raw, ours, counted = [], [], []
    for word in words:
        rounds = range(_ROUNDS)
        raw.append(min(seconds(_bare, connection, word) for _ in rounds))
        ours.append(
            min(seconds(workspace.page, Organization, View(word), 0, _SHOWN) for _ in rounds)
        )
        counted.append(seconds(workspace.count, Organization, View(word)))
    like = [seconds(_like, connection, word) for word in words[:_LIKES]]
    number = workspace.count(Organization, View())
    connection.close()
    half, most = 0.5, 0.99
    slow, usual = percentile(ours, most), percentile(like, half)
    bare = percentile(raw, most)
    return [
        Figure(f"search among {number:,}, p99, against bare row ids", slow, bare, 2.5),
        Figure("search, p50, against bare row ids", percentile(ours, half), percentile(raw, half)),
        Figure("search, p50, against LIKE", percentile(ours, half), usual, 0.02),
        Figure("search, p99, against LIKE", slow, percentile(like, most), 0.02),
        Figure("exact count, p50, against LIKE", percentile(counted, half), usual),
        Figure("exact count, p99, against LIKE", percentile(counted, most), percentile(like, most)),
    ]


def recall(workspace):
    """Hold what is found for random pieces against what LIKE finds; words, letters, initials."""
    connection = workspace.database.reader.connect()
    words = typed(connection, 1, _PIECES)
    missed = sum(_found(workspace, word) != {*_like(connection, word)} for word in words)
    connection.close()
    said = f"of {_PIECES:,} random pieces, those of which LIKE finds other bodies"
    return [Figure(said, missed, None, 0, "")]


def typed(connection, every, number):
    """Return what a clerk types: pieces of names, codes, spellings, of one to six characters."""
    sql = f"SELECT folded FROM search_text WHERE row % {every} = {min(1, every - 1)}"
    texts = connection.exec_driver_sql(sql).scalars().all()
    chance = random.Random(5)
    words = []
    while len(words) < number:
        part = chance.choice(chance.choice(texts).split("|"))
        size = chance.randint(1, 6)
        if len(part) >= size:
            start = chance.randrange(len(part) - size + 1)
            words.append(part[start : start + size])
    return words


def _bare(connection, word):
    sql = (
        "SELECT rowid FROM search_pair WHERE search_pair MATCH ? AND rowid BETWEEN ? AND ?"
        " ORDER BY rowid DESC LIMIT ?"
    )
    asked = (_asked(fold(word)), *_range("organization"), _SHOWN)
    return connection.exec_driver_sql(sql, asked).all()


def _like(connection, word):
    first, last = _range("organization")
    sql = (
        "SELECT record_id FROM search_text WHERE row BETWEEN ? AND ?"
        " AND folded LIKE '%' || ? || '%'"
    )
    return connection.exec_driver_sql(sql, (first, last, word)).scalars().all()


def _found(workspace, word):
    query = matching("organization", word)
    keys = workspace.read(lambda session: session.scalars(query).all())
    return {key.hex for key in keys}
