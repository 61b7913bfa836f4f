"""Who changed what: chained, so that tampering shows, and written whatever the way."""

import pytest
from sqlalchemy import delete, insert, select, text, update

from qyclient.contracts.models import Contract
from qyclient.errors import Cancelled, Invalid
from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import amend, register, the
from qyclient.records.view import View
from qyclient.store.history import HISTORY, broken_links
from tests.behind_the_back import contents, tamper

BODY = {
    "name": "清新区象棋协会",
    "org_type": "社会团体",
    "uscc": "51441803YL95000056",
    "legal_rep": "刘颖",
    "residence": "太和镇府前路2号",
    "fund_amount": "3万元",
}


def _broken(workspace):
    return workspace.read(lambda session: broken_links(session.connection()))


def _entries(workspace):
    query = select(HISTORY).order_by(HISTORY.c.seq)
    return workspace.read(lambda session: session.execute(query).mappings().all())


def test_a_chain_that_nobody_touched_is_whole(county):
    assert len(_entries(county)) > 1000
    assert _broken(county) == []


@pytest.mark.parametrize(
    "column", ["at", "operator", "noun", "record", "action", "reason", "changes", "hash"]
)
def test_a_changed_entry_is_named(column, county):
    changed = f"replace({column}, substr({column}, 3, 1), 'x')"
    tampered = (
        f"UPDATE history SET {column} = CASE {changed} WHEN {column} THEN 'x' ELSE {changed} END"
    )
    if column == "changes":
        tampered = """UPDATE history SET changes = replace(changes, '[null', '[1')"""
    if column == "at":
        tampered = "UPDATE history SET at = '2020-01-01 00:00:00.000000'"
    tamper(county, f"{tampered} WHERE seq = 500")
    assert any("第 500 条" in sentence for sentence in _broken(county))


@pytest.mark.parametrize(
    "change", ["changes = '{'", "at = 'gestern'", "\"transaction\" = 'x'", "record_id = ''"]
)
def test_an_entry_that_cannot_be_read_any_more_is_named(change, county):
    tamper(county, f"UPDATE history SET {change} WHERE seq = 500")
    assert "第 499 条之后" in _broken(county)[-1]


@pytest.mark.parametrize("seq", [1, 2, 500])
def test_a_removed_entry_is_missed(seq, county):
    tamper(county, f"DELETE FROM history WHERE seq = {seq}")
    assert any(f"第 {seq + 1} 条" in sentence for sentence in _broken(county))


def test_entries_that_changed_places_are_named(county):
    tamper(
        county,
        "UPDATE history SET seq = -1 WHERE seq = 40",
        "UPDATE history SET seq = 40 WHERE seq = 41",
        "UPDATE history SET seq = 41 WHERE seq = -1",
    )
    assert {sentence[:11] for sentence in _broken(county)} >= {
        "操作记录第 40 条（",
        "操作记录第 41 条（",
    }


def test_an_entry_slipped_in_is_named(county):
    tamper(
        county,
        "INSERT INTO history SELECT (SELECT max(seq) + 1 FROM history), at, operator,"
        ' "transaction", noun, record_id, record, action, reason, changes, hash'
        " FROM history WHERE seq = 9",
    )
    assert len(_broken(county)) == 1


def test_a_write_that_passes_neither_door_is_stopped(county):
    table = Organization.__table__
    for statement in (
        insert(table).values(id=b"", version=1),
        update(table).values(name="甲"),
        delete(table),
        update(HISTORY).values(operator="李四"),
        delete(HISTORY),
        text("UPDATE organization SET name = '甲'"),
        text("  delete from organization"),
        text("WITH a AS (SELECT 1) DELETE FROM organization"),
        update(Organization).values(name="甲"),
    ):
        with pytest.raises(RuntimeError, match="past the history"):
            county.write(lambda session, statement=statement: session.execute(statement))
    assert county.count(Organization, View(words="甲")) < 300


def test_no_query_writes(county):
    with pytest.raises(Exception, match=r"出错|不能写入"):
        county.read(lambda session: session.execute(text("UPDATE organization SET name = '甲'")))


def test_what_is_refused_or_cancelled_leaves_nothing(workspace):
    before, entries = contents(workspace), len(_entries(workspace))

    def half_done(session, problem):
        register(session, BODY)
        session.flush()
        raise problem

    for problem in (Cancelled(), Invalid({"name": "不行"}), KeyError("bug")):
        with pytest.raises(type(problem)):
            workspace.write(half_done, problem)

    assert contents(workspace) == before
    assert len(_entries(workspace)) == entries


def test_a_trial_leaves_nothing(workspace):
    before = contents(workspace)
    assert workspace.try_out(register, BODY).name == BODY["name"]
    assert contents(workspace) == before


def test_an_entry_says_who_when_why_and_what(workspace):
    body = workspace.write(register, BODY).value
    done = workspace.write_because(
        "来函更正",
        amend,
        body.id,
        body.version,
        {"residence": "太和镇府前路3号", "phone": "5812345"},
    )
    newest, made = workspace.history(body)
    assert (newest["operator"], newest["reason"], newest["action"]) == (
        "张三",
        "来函更正",
        "changed",
    )
    assert newest["transaction"] == done.transaction != made["transaction"]
    assert str(newest["at"]) == "2026-03-02 01:00:00"
    assert newest["changes"] == {
        "residence": ["太和镇府前路2号", "太和镇府前路3号"],
        "phone": [None, "5812345"],
    }


def test_a_changed_link_is_kept_by_its_key(county):
    contract = county.page(Contract, View(order="contract_no"), size=1)[0]
    other = county.read(the, "清新县暖心大学生社会服务队")

    def hand_over(session):
        session.get(Contract, contract.id).contractor_id = other.id

    county.write(hand_over)

    [newest, *_] = county.history(contract)
    assert newest["changes"] == {"contractor": [str(contract.contractor_id), str(other.id)]}
