"""What is to be done among 10,000 bodies with 30 years of history, against its raw queries."""

from datetime import date, timedelta
from random import Random

from sqlalchemy import select

from qyclient.office.services.todo import todo
from qyclient.organizations.models import AnnualReview, Matter, Officer, Organization
from qyclient.organizations.rules.lists import Post
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.rules.review_lists import ReviewConclusion
from qyclient.papers import REPORTS
from qyclient.store import bulk
from tests.benchmarks.crowd import crowd, fill
from tests.benchmarks.figures import Figure, seconds

BODIES, YEARS, OPEN = 10_000, 30, 300
_BODY = (
    "o.id, o.name, o.uscc, o.org_type, o.business_supervisor, o.legal_rep, o.contact, o.phone, "
    "o.residence, o.mailing_address, o.postcode"
)
_RAW = f"""
SELECT id, number, kind, subject, state, due_on, responsible FROM matter WHERE closed_on IS NULL;
SELECT {_BODY}, o.status, o.established_on, o.town, a.id, a.conclusion, a.sent_on, a.supervisor_on,
    a.received_on, a.returned_on, a.concluded_on, a.published_on
    FROM organization o LEFT JOIN annual_review a ON a.organization_id = o.id AND a.year = 2025
    WHERE o.voided_because IS NULL ORDER BY o.name;
SELECT a.organization_id, max(a.year) FROM annual_review a WHERE a.year < 2025
    GROUP BY a.organization_id;
SELECT {_BODY}, o.certificate_valid_to FROM organization o
    WHERE o.certificate_valid_to <= '2026-08-29';
SELECT f.term_start, f.term_end, {_BODY} FROM officer f
    JOIN organization o ON f.organization_id = o.id WHERE f.post = 'CHAIR'
""".split(";")
"""What the list must read at least: matters, the year's reports, certificates, terms of office."""


def figures(workspace):
    """Fill a register with thirty years of ten thousand bodies, and measure the list."""
    fill(workspace, crowd(BODIES))
    workspace.write(_history)
    connection = workspace.database.reader.connect()
    ours = min(seconds(workspace.read, todo) for _ in range(3))
    raw = min(seconds(_all, connection) for _ in range(3))
    connection.close()
    many = len(workspace.read(todo).all)
    assert REPORTS  # whoever loads the papers loads every subject, and each declares what is due
    what = f"to do among {BODIES:,} bodies of {YEARS} years, {many:,} lines"
    return [Figure(what, ours, raw, 2)]


def _all(connection):
    for query in _RAW:
        connection.exec_driver_sql(query).all()


def _history(session):
    chance, today = Random(30), session.info["today"]
    keys = session.scalars(select(Organization.id)).all()
    for year in range(today.year - YEARS, today.year):
        sent = date(year + 1, 3, 1)
        bulk.add(session, AnnualReview, [
            {"organization_id": key, "year": year, "received_on": sent, "published_on": sent,
             "conclusion": ReviewConclusion.REPORTED}
            for key in keys if year < today.year - 1 or chance.random() < 0.9
        ])  # fmt: skip
    bulk.add(session, Officer, [
        {"organization_id": key, "name": "某人", "post": Post.CHAIR,
         "term_start": f"{today.year - chance.randrange(1, 6)}-06-01"}
        for key in keys
    ])  # fmt: skip
    bulk.add(session, Matter, [_matter(n, keys, chance, today) for n in range(BODIES)])


def _matter(number, keys, chance, today):
    kind = kinds()["CHANGE"]
    is_open = number < OPEN
    return {
        "number": f"B-{number:05d}", "kind": kind.key, "subject": f"某协会{number}",
        "organization_id": chance.choice(keys), "state": "ACCEPTED" if is_open else "ARCHIVED",
        "due_on": today + timedelta(days=chance.randrange(-20, 20)) if is_open else None,
        "responsible": "基准", "filed_on": today - timedelta(days=30),
        "closed_on": None if is_open else today, "application": {},
    }  # fmt: skip
