"""Several people and several programs on one register: nobody overwrites anybody."""

import subprocess
import sys
import threading

import pytest
from sqlalchemy import func, select

from qyclient.errors import Overtaken
from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import amend
from qyclient.records.view import View
from qyclient.store.bulk import Amended
from qyclient.store.bulk import amend as amend_many
from qyclient.store.history import HISTORY, broken_links
from tests.conftest import open_at
from tests.declared import ROOT

PROGRAMS, WRITES = 4, 50
WRITER = """
import sys
from pathlib import Path
from tests.conftest import open_at
from qyclient.organizations.models import Organization
from qyclient.records.view import View

workspace = open_at(Path(sys.argv[1]), operator=sys.argv[2])
key = workspace.page(Organization, View(order="name"), size=1)[0].id

def count_up(session):
    record = session.get(Organization, key)
    record.staff = (record.staff or 0) + 1

for n in range(int(sys.argv[3])):
    workspace.write(count_up)
workspace.close()
"""


@pytest.fixture
def other(county):
    opened = open_at(county.folder, operator="李四")
    yield opened
    opened.close()


def _first(workspace):
    return workspace.page(Organization, View(order="name"), size=1)[0]


def test_the_second_editor_is_told_and_nothing_is_overwritten(county, other):
    seen = _first(county)
    county.write(amend, seen.id, seen.version, {"phone": "5811111", "fax": "5811112"})

    with pytest.raises(Overtaken, match=r"刚刚被 张晓梅 改过（联系电话、传真）"):
        other.write(amend, seen.id, seen.version, {"phone": "5822222"})

    now = _first(other)
    assert (now.phone, now.fax, now.version) == ("5811111", "5811112", seen.version + 1)
    assert other.history(seen)[0]["operator"] == "张晓梅"


def test_a_change_of_many_is_refused_whole_if_one_was_changed_meanwhile(county, other):
    seen = county.page(Organization, View(order="name"), size=3)
    changes = [Amended(record, {"town": "龙颈镇"}) for record in seen]
    other.write(amend, seen[2].id, seen[2].version, {"phone": "5822222"})

    with pytest.raises(Overtaken, match=seen[2].name):
        county.write(amend_many, Organization, changes)

    now = county.page(Organization, View(order="name"), size=3)
    assert [record.town for record in now] == [record.town for record in seen]
    assert now[2].phone == "5822222"


def test_a_record_changed_while_a_verb_holds_it_is_not_overwritten(county, other):
    held = _first(county)

    def slow(session):
        session.add(held)
        held.fax = "5811112"

    other.write(amend, held.id, held.version, {"phone": "5822222"})
    with pytest.raises(Overtaken):
        county.write(slow)
    assert (_first(other).phone, _first(other).fax) == ("5822222", None)


def test_who_reads_does_not_wait_for_who_writes(county, other):
    written, seen = threading.Event(), threading.Event()

    def slow(session):
        session.get(Organization, key).town = "没有的镇"
        session.flush()
        written.set()
        assert seen.wait(10)

    key = _first(county).id
    writing = threading.Thread(target=county.write, args=(slow,))
    writing.start()
    assert written.wait(10)
    assert _first(other).town != "没有的镇"
    seen.set()
    writing.join()
    assert _first(other).town == "没有的镇"


def test_several_programs_that_write_at_once_lose_nothing(county):
    before = _first(county)
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(county.folder), f"程序{n}", str(WRITES)],
            cwd=ROOT,
            stderr=subprocess.PIPE,
        )
        for n in range(PROGRAMS)
    ]
    assert [program.communicate()[1] for program in programs] == [b""] * PROGRAMS

    now = _first(county)
    assert now.staff == (before.staff or 0) + PROGRAMS * WRITES
    assert now.version == before.version + PROGRAMS * WRITES
    of_each = select(HISTORY.c.operator, func.count()).group_by(HISTORY.c.operator)
    counted = dict(map(tuple, county.read(lambda session: session.execute(of_each).all())))
    assert {name: counted[name] for name in counted if "程序" in name} == {
        f"程序{n}": WRITES for n in range(PROGRAMS)
    }
    assert county.read(lambda session: broken_links(session.connection())) == []
    assert county.database.check() == []
