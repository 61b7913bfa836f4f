"""实际值: what recognised service records say is taken from them; another number has its reason."""

import pytest

from qyclient.contracts.models import Deliverable, ServiceRecord
from qyclient.contracts.rules import RecordStatus
from qyclient.contracts.services import record
from qyclient.contracts.services.serving import enter_records
from qyclient.errors import Invalid, Refused
from qyclient.evaluations.services import quantities
from tests.contracts.test_services import PLAN, TEXTS

BEGUN = {"contract_no": "QX-2026-905", "start_on": "2026-01-01", "end_on": "2026-12-31"}
CASE = {"contract": "QX-2026-905", "type": "个案", "served_on": "2026-03-01", "quantity": "5"}


def _recognise(session, keys):
    for one in (session.get(ServiceRecord, key) for key in keys):
        one.status = RecordStatus.RECOGNISED


@pytest.fixture
def served(desk):
    """Eight records of five cases each; six of them are recognised, of forty agreed."""
    desk.workspace.write(record, TEXTS | BEGUN, PLAN)
    found = desk.plan(contract="QX-2026-905")
    records = desk.workspace.write(enter_records, [CASE] * 8).value
    desk.workspace.write(_recognise, [record.id for record in records[:6]])
    agreed = {"name": "个案", "unit": "个", "target": 60}

    def agree(session):
        session.add(Deliverable(contract=session.merge(found.contract), **agreed))

    desk.workspace.write(agree)
    return found


def _known(desk, found):
    [(node, actual)] = desk.workspace.read(quantities.quantities, found.id)
    return node, actual


def test_a_quantity_is_what_was_recognised_and_says_so(desk, served):
    desk.by("何建华", quantities.take_recorded, served.id)
    _node, actual = _known(desk, served)
    assert (actual.actual, actual.target) == (30, 60)
    assert actual.source == "服务记录：个案 已认定 30 个（申报 40）"


def test_another_number_than_the_recognised_one_needs_its_reason_and_keeps_it(desk, served):
    node, _actual = _known(desk, served)
    put = quantities.put_actual
    with pytest.raises(Invalid, match=r"已认定 30 个.*请写明不按记录取数的理由"):
        desk.by("何建华", put, served.id, node.id, {"actual": "35", "source": "盖章报表"})
    texts = {"actual": "35", "source": "盖章报表", "override_because": "5 个补认定在途"}
    desk.by("何建华", put, served.id, node.id, texts)
    desk.by("何建华", quantities.take_recorded, served.id)
    assert _known(desk, served)[1].actual == 35
    told = desk.workspace.read(lambda s: quantities.given_points(s, s.merge(served))[node.number])
    assert told[1].endswith("（盖章报表；5 个补认定在途）")
    desk.by("何建华", put, served.id, node.id, {"actual": "30"})
    assert _known(desk, served)[1].override_because is None


def test_where_nothing_is_recorded_it_is_said_how_to_record(desk):
    with pytest.raises(Refused, match="要与服务记录的种类同名"):
        desk.by("何建华", quantities.take_recorded, desk.plan().id)
