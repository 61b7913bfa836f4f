"""A contractor that changed since it signed is shown; an account that is not on file is refused."""

from datetime import date

import pytest

from qyclient.contracts.models import Contract
from qyclient.contracts.services.amending import supplement
from qyclient.contracts.services.recording import record
from qyclient.contracts.services.suppliers import changes_since
from qyclient.contracts.services.watching import warned_of
from qyclient.errors import Invalid
from qyclient.organizations.models import FiledFact, Organization
from qyclient.organizations.services.by_law import body_on
from qyclient.organizations.services.register import the
from qyclient.records.view import Filter, View
from tests.contracts.bought import BODY, BUYER

FILED = "44669001040001236"


def renamed(session):
    the(session, BODY).name = "清新区和乐社工服务中心"


def moved(session):
    [fact] = [
        one
        for one in session.query(FiledFact).all()
        if one.kind == "ACCOUNT" and one.facts["account"] == FILED
    ]
    fact.facts = {**fact.facts, "account": "44669001040009999"}


def test_an_account_that_is_not_on_file_is_refused_at_signing(office):
    office.staffed().budgeted().planned().procured().awarded()
    with pytest.raises(Invalid) as no:
        office.signed(payee_account="80020000012345678")
    said = no.value.problems["payee_account"]
    assert "备案：中国农业银行清新支行 尾号 1236" in said
    assert "先办理银行账户备案" in said


def test_a_supplement_moves_the_account_to_one_that_is_on_file(office):
    office.whole()
    now = office.contract()
    texts = {
        "kind": "当事人名称或收款账户变更", "signed_on": "2026-03-02", "content": "换账户",
        "reason": "基本户迁移", "payee_account": "6222000011112222",
    }  # fmt: skip
    with pytest.raises(Invalid, match="不是备案的账户"):
        office.do("黄嘉怡", supplement, now.id, now.version, texts)
    office.do("黄嘉怡", supplement, now.id, now.version, texts | {"payee_account": FILED})
    assert office.contract().payee_account == FILED


def test_a_new_name_and_a_moved_account_are_shown_while_the_contract_runs(office):
    office.whole()
    key = office.contract().id
    assert office.ask(changes_since, key) == []
    office.county.operator = "张晓梅"
    office.county.write_because("更名核准", renamed)
    office.do("张晓梅", moved)
    found = {what: (then, now) for what, then, now in office.ask(changes_since, key)}
    assert found["名称"] == (BODY, "清新区和乐社工服务中心")
    assert found["收款账户"][0] == "尾号 1236"
    assert "尾号 9999" in found["收款账户"][1]
    assert any("承接主体已更名" in warn.text for warn in office.ask(warned_of, key))


def test_a_ledger_does_not_say_that_a_dissolved_body_signed(county):
    gone = Filter("status", among=("DEREGISTERED",))
    [ended, *_] = [
        one
        for one in county.page(Organization, View(filters=(gone,)))
        if county.read(body_on, one.id, date(2026, 3, 1)).status.value == "DEREGISTERED"
    ]
    texts = {
        "contract_no": "QX-2026-900", "title": "旧合同", "purchaser": BUYER,
        "contractor": ended.name, "service_kind": "公共服务", "amount": "1000",
        "signed_on": "2026-03-01",
    }  # fmt: skip
    with pytest.raises(Invalid) as no:
        county.write(record, texts)
    assert "当时不能签订：状态是“注销”" in no.value.problems["contractor"]
    assert not county.page(Contract, View(words="QX-2026-900"))
