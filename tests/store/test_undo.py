"""Taking a transaction back: exactly, or not at all."""

import pytest

from qyclient.contracts.models import Contract
from qyclient.contracts.services import record
from qyclient.errors import Refused
from qyclient.organizations.models import AnnualReview, Officer, Organization
from qyclient.organizations.rules.lists import OrgStatus, OrgType
from qyclient.organizations.rules.review_lists import ReviewConclusion
from qyclient.organizations.services.register import amend, register
from qyclient.records.view import View
from qyclient.store import bulk
from qyclient.store.undo import take_back
from tests.behind_the_back import contents
from tests.conftest import CORRECTED
from tests.store.test_history import BODY

CHAIR = {"name": "刘颖", "post": "会长"}
NEW = {"org_type": OrgType.SOCIAL_GROUP, "status": OrgStatus.ACTIVE}
EXEMPT = ReviewConclusion.EXEMPT


def test_what_was_made_is_gone_and_what_was_changed_is_as_before(county):
    before = contents(county)
    body = county.page(Organization, View(order="name"), size=1)[0]

    def much(session):
        made = register(session, BODY, [CHAIR])
        amend(session, body.id, body.version, {"phone": "5811111", "fund_amount": "1.5万元"})
        session.flush()
        amend(session, body.id, body.version + 1, {"phone": "5822222", "established_on": "不详"})
        bulk.add(
            session,
            AnnualReview,
            [{"organization_id": made.id, "year": 2025, "conclusion": EXEMPT}],
        )
        for contract in session.query(Contract).limit(3):
            contract.contractor_id = made.id

    done = county.write_because(CORRECTED, much)
    assert contents(county) != before
    assert county.write(take_back, done.transaction).value == 3 + 1 + 3

    assert contents(county) == before


def test_what_came_in_bulk_goes_as_a_whole(county):
    before = contents(county)
    bodies = county.page(Organization, View(order="name"), size=40)

    def many(session):
        rows = [{"name": f"清新区第{n}协会", **NEW} for n in range(30)]
        bulk.add(session, Organization, rows)
        changes = [bulk.Amended(body, {"town": "龙颈镇", "staff": None}) for body in bodies]
        bulk.amend(session, Organization, changes)

    done = county.write(many)
    county.write(take_back, done.transaction)
    assert contents(county) == before


def test_it_is_refused_after_a_later_change_naming_it(county):
    made = county.write(register, BODY)
    county.write(amend, made.value.id, made.value.version, {"phone": "5811111"})
    before = contents(county)

    with pytest.raises(Refused, match=f"有 1 处之后又有改动（{BODY['name']}）"):
        county.write(take_back, made.transaction)

    assert contents(county) == before


def test_it_is_refused_if_something_points_to_what_would_go(county):
    made = county.write(register, BODY)
    county.write(
        record,
        {
            "contract_no": "甲-1",
            "title": "项目",
            "purchaser": "某局",
            "contractor": BODY["uscc"],
            "service_kind": "公共服务",
            "amount": "1万元",
        },
    )
    before = contents(county)

    with pytest.raises(Refused, match="有购买服务合同引用其中的社会组织"):
        county.write(take_back, made.transaction)

    assert contents(county) == before


def test_it_goes_backwards_through_later_transactions(county):
    states, transactions = [contents(county)], []
    made = county.write(register, BODY, [CHAIR])
    transactions.append(made.transaction)
    for version, phone in enumerate(("5811111", "5822222"), start=1):
        states.append(contents(county))
        done = county.write(amend, made.value.id, version, {"phone": phone})
        transactions.append(done.transaction)

    county.write(take_back, transactions.pop())
    assert contents(county) == states.pop()
    assert county.count(Officer, View(words="刘颖")) > 0
